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

    it('never delivers to an address in its own network, unless it may', async () => {
      const strict = await running().store();
      const { body } = await strict.call('createWebhookEndpoint', {
        body: { url: `${harness.receiver.url}/hook` },
      });
      await strict.call('testWebhookEndpoint', { params: { id: body.id } });
      await running().portal.webhooks.drain();
      const [failed] = await harness.deliveries(strict, body);
      expect(failed).toMatchObject({
        status: 'pending',
        lastStatusCode: null,
        lastError: 'The address is not public.',
      });
      expect(harness.receiver.received).toHaveLength(0);
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
      const { id, secret } = await harness.register(store);
      const stored = await harness.portal.portal.db
        .selectFrom('webhook_endpoints')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 30));
    });

    it('signs with both secrets while one replaces the other', async () => {
      const store = await harness.portal.store();
      const { id, secret: old } = await harness.register(store);
      const rotated = await store.call('rotateWebhookSecret', {
        params: { id },
        body: { overlapSeconds: 3600 },
      });
      const { secret } = rotated.body;
      await harness.addPlan(store);
      await harness.drain();
      const overlap = harness.receiver.received[0] as Received;
      const { 'x-genvoris-signature': documented, ...standard } = overlap.headers;
      expect(documented).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
      expect(() => harness.opened(overlap, old)).not.toThrow();
      for (const each of [old, secret])
        expect(() => harness.opened({ ...overlap, headers: standard }, each)).not.toThrow();
      harness.portal.clock.advance(3_601_000);
      await harness.addPlan(store);
      await harness.drain();
      const after = harness.receiver.received[1] as Received;
      expect(() => harness.opened(after, secret)).not.toThrow();
      expect(() => harness.opened(after, old)).toThrow();
      const leaked = await store.call('rotateWebhookSecret', { params: { id }, body: { overlapSeconds: 0 } });
      expect(leaked.body.previousSecretExpiresAt).toBeNull();
      await harness.addPlan(store);
      await harness.drain();
      expect(() => harness.opened(harness.receiver.received[2] as Received, secret)).toThrow();
    });

    it('tests an endpoint that is off and takes other events', async () => {
      const store = await harness.portal.store();
      const endpoint = await harness.register(store, { active: false, events: ['plan.created'] });
      const other = await harness.register(store);
      const queued = await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      expect(queued).toMatchObject({
        status: 202,
        body: { status: 'pending', eventType: 'webhook.test', attempts: 0 },
      });
      await harness.drain();
      expect(await harness.deliveries(store, endpoint)).toMatchObject([
        { id: queued.body.id, status: 'delivered' },
      ]);
      expect(await harness.deliveries(store, other)).toEqual([]);
      const event = JSON.parse((harness.receiver.received[0] as Received).body.toString());
      expect(validateEvent('webhook.test', event)).toEqual({ ok: true });
    });

    it('keeps what waits for an endpoint that is switched off, and drops what happens meanwhile', async () => {
      const store = await harness.portal.store();
      const endpoint = await harness.register(store);
      const { id } = endpoint;
      harness.receiver.answer = () => ({ status: 500 });
      await harness.addPlan(store);
      await harness.drain();
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: false } });
      await harness.addPlan(store);
      harness.portal.clock.advance(60_000);
      await harness.drain();
      expect(harness.receiver.received).toHaveLength(1);
      harness.receiver.answer = () => ({ status: 200 });
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: true } });
      await harness.drain();
      expect(harness.receiver.received).toHaveLength(2);
      expect(await harness.deliveries(store, endpoint)).toHaveLength(1);
    });

    it('switches an endpoint off after five days of nothing but failures, and tells the others', async () => {
      const store = await harness.portal.store();
      const broken = await harness.register(store, { url: `${harness.receiver.url}/broken` });
      const healthy = await harness.register(store, {
        url: `${harness.receiver.url}/healthy`,
        events: ['webhook.disabled'],
      });
      harness.receiver.answer = ({ path }) => ({ status: path === '/broken' ? 500 : 200 });
      await harness.addPlan(store);
      await harness.drain();
      harness.portal.clock.advance(5 * DAY_MS - 60_000);
      await harness.addPlan(store);
      await harness.drain();
      const active = async () =>
        (await store.call('getWebhookEndpoint', { params: { id: broken.id } })).body.active;
      expect(await active()).toBe(true);
      harness.portal.clock.advance(120_000);
      await harness.drain();
      expect(await active()).toBe(false);
      const told = harness.receiver.received.filter(({ path }) => path === '/healthy');
      expect(told).toHaveLength(1);
      const event = JSON.parse((told[0] as Received).body.toString());
      expect(validateEvent('webhook.disabled', event)).toEqual({ ok: true });
      expect(event.data).toMatchObject({ endpoint_id: broken.id, last_error: 'The endpoint answered 500.' });
      expect(await harness.deliveries(store, healthy)).toMatchObject([{ status: 'delivered' }]);
    });

    it('writes down every one of the attempts that end together when it is switched off', async () => {
      const store = await harness.portal.store();
      const broken = await harness.register(store);
      for (let n = 0; n < 8; n += 1) await harness.addPlan(store);
      harness.receiver.answer = () => ({ status: 500 });
      await harness.drain();
      harness.portal.clock.advance(6 * DAY_MS);
      const { db } = harness.portal.portal;
      const now = harness.portal.clock.now();
      const claimed = await claimDue(db, now, { limit: 8, perEndpoint: 8, inFlight: new Map() });
      expect(claimed).toHaveLength(8);
      const outcome = { statusCode: 500, error: 'The endpoint answered 500.', durationMs: 1 };
      await Promise.all(claimed.map((each) => recordAttempt(db, each, outcome, now)));
      expect(await harness.deliveries(store, broken)).toMatchObject(Array(8).fill({ attempts: 2 }));
      const { body } = await store.call('getWebhookEndpoint', { params: { id: broken.id } });
      expect(body.active).toBe(false);
    });

    it('begins the five days again with every success', async () => {
      const store = await harness.portal.store();
      const { id } = await harness.register(store);
      for (const status of [500, 200, 500]) {
        harness.receiver.answer = () => ({ status });
        await store.call('testWebhookEndpoint', { params: { id } });
        await harness.drain();
        harness.portal.clock.advance(3 * DAY_MS);
      }
      expect((await store.call('getWebhookEndpoint', { params: { id } })).body.active).toBe(true);
    });

    it('deletes an endpoint with all that was to be sent to it', async () => {
      const store = await harness.portal.store();
      const { id } = await harness.register(store);
      await harness.addPlan(store);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(204);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(404);
      await harness.drain();
      expect(harness.receiver.received).toEqual([]);
    });
  });
}
