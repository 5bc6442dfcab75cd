import { validateEvent } from '@genvoris/contract/validators';
import { describe, expect, it } from 'vitest';
import { claimDue } from '../../src/domain/webhooks/claim.ts';
import { recordAttempt } from '../../src/domain/webhooks/record-attempt.ts';
import type { Received } from '../kit/receiver.ts';
import type { TestPortal } from '../kit/test-portal.ts';
import { webhookHarness } from '../kit/webhook-harness.ts';

const DAY_MS = 86_400_000;

/** Endpoints: their addresses and secrets, switched off by hand and by failing. */
export function webhookEndpoints(running: () => TestPortal): void {
  describe('webhook endpoints', () => {
    const harness = webhookHarness(running);
    const { register, addPlan, drain, deliveries, opened, received } = harness;

    it('never delivers to an address in its own network, unless it may', async () => {
      const strict = await running().store();
      const { body } = await strict.call('createWebhookEndpoint', {
        body: { url: `${harness.receiver.url}/hook` },
      });
      await strict.call('testWebhookEndpoint', { params: { id: body.id } });
      await running().portal.webhooks.drain();
      const [failed] = await deliveries(strict, body);
      expect(failed).toMatchObject({
        status: 'pending',
        lastStatusCode: null,
        lastError: 'The address is not public.',
      });
      expect(received()).toHaveLength(0);
      await strict.call('deleteWebhookEndpoint', { params: { id: body.id } });
    });

    it.each([
      'http://shop.example/hook',
      'https://10.0.0.8/hook',
      'https://169.254.169.254/latest',
      'https://[fd00::1]/hook',
      'https://[::ffff:127.0.0.1]/hook',
      'https://user:pass@shop.example/hook',
      'https://shop.example/hook#fragment',
    ])('refuses to register %s', async (url) => {
      const store = await running().store();
      const answer = await store.call('createWebhookEndpoint', { body: { url } });
      expect(answer).toMatchObject({
        status: 400,
        body: { error: 'invalid_body', fieldErrors: { '/url': [expect.any(String)] } },
      });
    });

    it('keeps secrets sealed', async () => {
      const store = await harness.portal.store();
      const { id, secret } = await register(store);
      const stored = await harness.portal.portal.db
        .selectFrom('webhook_endpoints')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 30));
    });

    it('signs with a secret of the store’s own, which is kept sealed and shown to nobody', async () => {
      const store = await harness.portal.store();
      const secret = 'correct-horse-battery-staple';
      const headers = { 'idempotency-key': 'of its own' };
      const body = { url: `${harness.receiver.url}/hook`, secret };
      const create = () => store.call('createWebhookEndpoint', { body, headers });
      const [{ body: created }, { body: again }] = [await create(), await create()];
      expect(again).toEqual(created);
      const { id } = created;
      for (const operationId of ['getWebhookEndpoint', 'listWebhookEndpoints'] as const)
        expect(JSON.stringify((await store.call(operationId, { params: { id } })).body)).not.toContain(
          'correct',
        );
      expect(created).not.toHaveProperty('secret');
      const { db } = harness.portal.portal;
      for (const table of ['webhook_endpoints', 'idempotency_keys'] as const) {
        const rows = await db.selectFrom(table).selectAll().where('store_id', '=', store.storeId).execute();
        expect(rows).toHaveLength(1);
        expect(JSON.stringify(rows)).not.toContain('correct');
      }
      await addPlan(store);
      await drain();
      expect(() => opened(received()[0] as Received, secret)).not.toThrow();
      const rotated = await store.call('rotateWebhookSecret', { params: { id } });
      expect(rotated.body.secret).toMatch(/^whsec_/);
      await addPlan(store);
      await drain();
      const { 'x-genvoris-signature': _, ...standard } = (received()[1] as Received).headers;
      for (const each of [secret, rotated.body.secret]) {
        expect(() => opened({ ...(received()[1] as Received), headers: standard }, each)).not.toThrow();
      }
    });

    it.each([
      ['too short', 'fifteen-letters'],
      ['too long', 'x'.repeat(256)],
      ['white space before it', ' correct-horse-battery'],
      ['a line break behind it', 'correct-horse-battery\n'],
      ['a control character in it', 'correct-horse\u0007-battery'],
      ['another one in it', `whsec_${'a'.repeat(12)} whsec_${'b'.repeat(12)}`],
    ])('refuses a secret with %s, and does not quote it', async (_, secret) => {
      const store = await running().store();
      const body = { url: 'https://shop.example/hook', secret };
      const answer = await store.call('createWebhookEndpoint', { body });
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_body', detail: '/secret' } });
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    });

    it.each([
      'ein Geheimnis für die Läden 🧥',
      'correct horse battery',
      'whsec_Z2Vudm9yaXMtdmVjdG9yLXNlY3JldC0wMDE',
      `whsec_${'a'.repeat(31)}`,
      'whsec_not base64 at all',
    ])('signs with %s as it was given', async (secret) => {
      const store = await harness.portal.store();
      const body = { url: `${harness.receiver.url}/hook`, secret };
      expect((await store.call('createWebhookEndpoint', { body })).status).toBe(201);
      await addPlan(store);
      await drain();
      const { headers, ...rest } = received()[0] as Received;
      const { 'x-genvoris-signature': _, ...standard } = headers;
      for (const each of [headers, standard])
        expect(() => opened({ ...rest, headers: each } as Received, secret)).not.toThrow();
    });

    it('signs with both secrets while one replaces the other', async () => {
      const store = await harness.portal.store();
      const { id, secret: old } = await register(store);
      const rotated = await store.call('rotateWebhookSecret', {
        params: { id },
        body: { overlapSeconds: 3600 },
      });
      const { secret } = rotated.body;
      await addPlan(store);
      await drain();
      const overlap = received()[0] as Received;
      const { 'x-genvoris-signature': documented, ...standard } = overlap.headers;
      expect(documented).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
      expect(() => opened(overlap, old)).not.toThrow();
      for (const each of [old, secret])
        expect(() => opened({ ...overlap, headers: standard }, each)).not.toThrow();
      harness.portal.clock.advance(3_601_000);
      await addPlan(store);
      await drain();
      const after = received()[1] as Received;
      expect(() => opened(after, secret)).not.toThrow();
      expect(() => opened(after, old)).toThrow();
      const leaked = await store.call('rotateWebhookSecret', { params: { id }, body: { overlapSeconds: 0 } });
      expect(leaked.body.previousSecretExpiresAt).toBeNull();
      await addPlan(store);
      await drain();
      expect(() => opened(received()[2] as Received, secret)).toThrow();
    });

    it('tests an endpoint that is off and takes other events', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store, { active: false, events: ['plan.created'] });
      const other = await register(store);
      const queued = await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      expect(queued).toMatchObject({
        status: 202,
        body: { status: 'pending', eventType: 'webhook.test', attempts: 0 },
      });
      await drain();
      expect(await deliveries(store, endpoint)).toMatchObject([{ id: queued.body.id, status: 'delivered' }]);
      expect(await deliveries(store, other)).toEqual([]);
      const event = JSON.parse((received()[0] as Received).body.toString());
      expect(validateEvent('webhook.test', event)).toEqual({ ok: true });
    });

    it('keeps what waits for an endpoint that is switched off, and drops what happens meanwhile', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      const { id } = endpoint;
      harness.receiver.answer = () => ({ status: 500 });
      await addPlan(store);
      await drain();
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: false } });
      await addPlan(store);
      harness.portal.clock.advance(60_000);
      await drain();
      expect(received()).toHaveLength(1);
      harness.receiver.answer = () => ({ status: 200 });
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: true } });
      await drain();
      expect(received()).toHaveLength(2);
      expect(await deliveries(store, endpoint)).toHaveLength(1);
    });

    it('switches an endpoint off after five days of nothing but failures, and tells the others', async () => {
      const store = await harness.portal.store();
      const broken = await register(store, { url: `${harness.receiver.url}/broken` });
      const healthy = await register(store, {
        url: `${harness.receiver.url}/healthy`,
        events: ['webhook.disabled'],
      });
      harness.receiver.answer = ({ path }) => ({ status: path === '/broken' ? 500 : 200 });
      await addPlan(store);
      await drain();
      harness.portal.clock.advance(5 * DAY_MS - 60_000);
      await addPlan(store);
      await drain();
      const active = async () =>
        (await store.call('getWebhookEndpoint', { params: { id: broken.id } })).body.active;
      expect(await active()).toBe(true);
      harness.portal.clock.advance(120_000);
      await drain();
      expect(await active()).toBe(false);
      const told = received().filter(({ path }) => path === '/healthy');
      expect(told).toHaveLength(1);
      const event = JSON.parse((told[0] as Received).body.toString());
      expect(validateEvent('webhook.disabled', event)).toEqual({ ok: true });
      expect(event.data).toMatchObject({ endpoint_id: broken.id, last_error: 'The endpoint answered 500.' });
      expect(await deliveries(store, healthy)).toMatchObject([{ status: 'delivered' }]);
    });

    it('writes down every one of the attempts that end together when it is switched off', async () => {
      const store = await harness.portal.store();
      const broken = await register(store);
      for (let n = 0; n < 8; n += 1) await addPlan(store);
      harness.receiver.answer = () => ({ status: 500 });
      await drain();
      harness.portal.clock.advance(6 * DAY_MS);
      const { db } = harness.portal.portal;
      const now = harness.portal.clock.now();
      const claimed = await claimDue(db, now, { limit: 8, perEndpoint: 8, inFlight: new Map() });
      expect(claimed).toHaveLength(8);
      const outcome = { statusCode: 500, error: 'The endpoint answered 500.', durationMs: 1 };
      await Promise.all(claimed.map((each) => recordAttempt(db, each, outcome, now)));
      expect(await deliveries(store, broken)).toMatchObject(Array(8).fill({ attempts: 2 }));
      const { body } = await store.call('getWebhookEndpoint', { params: { id: broken.id } });
      expect(body.active).toBe(false);
    });

    it('begins the five days again with every success', async () => {
      const store = await harness.portal.store();
      const { id } = await register(store);
      for (const status of [500, 200, 500]) {
        harness.receiver.answer = () => ({ status });
        await store.call('testWebhookEndpoint', { params: { id } });
        await drain();
        harness.portal.clock.advance(3 * DAY_MS);
      }
      expect((await store.call('getWebhookEndpoint', { params: { id } })).body.active).toBe(true);
    });

    it('deletes an endpoint with all that was to be sent to it', async () => {
      const store = await harness.portal.store();
      const { id } = await register(store);
      await addPlan(store);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(204);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(404);
      await drain();
      expect(received()).toEqual([]);
    });
  });
}
