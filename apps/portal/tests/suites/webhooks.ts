import { validateEvent } from '@genvoris/contract/validators';
import { verifyWebhook } from '@genvoris/node/webhooks';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { claimDue } from '../../src/webhooks/claim.ts';
import { recordAttempt } from '../../src/webhooks/record-attempt.ts';
import { type Received, type Receiver, startReceiver } from '../kit/receiver.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;
const DELAYS_S = [10, 30, 120, 300, 900, 1800, 2700, 3600];

interface Endpoint {
  readonly id: string;
  readonly secret: string;
}

/** Endpoints, deliveries and their retries, with real receivers and a clock that is moved. */
export function webhooks(running: () => TestPortal): void {
  describe('webhooks', () => {
    let portal: TestPortal;
    let receiver: Receiver;
    beforeAll(async () => {
      portal = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
      receiver = await startReceiver();
      await forgetEndpoints();
    });
    // Or what one test left waiting would be sent in the next, when the clock moves.
    const forgetEndpoints = () => portal.portal.db.deleteFrom('webhook_endpoints').execute();
    afterEach(async () => {
      await forgetEndpoints();
      receiver.received.length = 0;
      receiver.answer = () => ({ status: 200 });
    });
    afterAll(async () => {
      await portal.close();
      await receiver.close();
    });

    const drain = () => portal.portal.webhooks.drain();

    async function register(store: TestStore, more: Record<string, unknown> = {}): Promise<Endpoint> {
      const { status, body } = await store.call('createWebhookEndpoint', {
        body: { url: `${receiver.url}/hook`, ...more },
      });
      expect(status).toBe(201);
      return body;
    }

    async function addPlan(store: TestStore): Promise<void> {
      await store.call('createPlan', { body: { name: 'Style club', monthlyTryOns: 10 } });
    }

    async function deliveries(store: TestStore, { id }: Endpoint, query: Record<string, string> = {}) {
      return (await store.call('listWebhookDeliveries', { params: { id }, query })).body.data;
    }

    function opened({ headers, body }: Received, secret: string) {
      const now = portal.clock.now();
      return verifyWebhook(body, headers as Record<string, string>, secret, { now: () => now.getTime() });
    }

    it('sends an event, signed in both styles, to who wants it', async () => {
      const store = await portal.store();
      const all = await register(store);
      await register(store, { events: ['plan.disabled'] });
      await register(store, { active: false });
      await addPlan(store);
      await drain();
      expect(receiver.received).toHaveLength(1);
      const [request] = receiver.received as [Received];
      const event = JSON.parse(request.body.toString());
      expect(validateEvent('plan.created', event)).toEqual({ ok: true });
      expect(event).toMatchObject({ type: 'plan.created', data: { plan: { name: 'Style club' } } });
      expect(opened(request, all.secret)).toMatchObject({ id: event.id });
      expect(
        new Webhook(all.secret).verify(request.body.toString(), request.headers as Record<string, string>),
      ).toEqual(event);
      const [delivery] = await deliveries(store, all);
      expect(delivery).toMatchObject({
        status: 'delivered',
        attempts: 1,
        lastStatusCode: 200,
        eventId: event.id,
      });
      expect(request.headers['x-genvoris-delivery']).toBe(delivery.id);
    });

    it('sends nothing for a change that was rolled back, and nothing twice', async () => {
      const store = await portal.store();
      await register(store);
      await store.call('createPlan', { body: { name: '', monthlyTryOns: 10 } });
      await addPlan(store);
      const second = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
      await Promise.all([drain(), second.portal.webhooks.drain(), drain()]);
      await second.close();
      expect(receiver.received).toHaveLength(1);
    });

    it('tries nine times at the documented distances, then gives up until it is told to try again', async () => {
      const store = await portal.store();
      const endpoint = await register(store);
      receiver.answer = () => ({ status: 503 });
      await addPlan(store);
      await drain();
      for (const [n, seconds] of DELAYS_S.entries()) {
        const [waiting] = await deliveries(store, endpoint);
        expect(waiting).toMatchObject({ status: 'pending', attempts: n + 1, lastStatusCode: 503 });
        const until = Date.parse(waiting.nextAttemptAt) - portal.clock.now().getTime();
        expect(Math.abs(until - seconds * 1000)).toBeLessThan(2_000);
        portal.clock.advance((seconds - 3) * 1000);
        await drain();
        expect(receiver.received).toHaveLength(n + 1);
        portal.clock.advance(3_000);
        await drain();
      }
      expect(receiver.received).toHaveLength(9);
      const [dead] = await deliveries(store, endpoint, { status: 'dead' });
      expect(dead).toMatchObject({
        status: 'dead',
        attempts: 9,
        nextAttemptAt: null,
        lastError: 'The endpoint answered 503.',
      });
      const ids = receiver.received.map(
        ({ headers }) => `${headers['webhook-id']} ${headers['x-genvoris-delivery']}`,
      );
      expect(new Set(ids).size).toBe(1);

      receiver.answer = () => ({ status: 204 });
      const params = { id: endpoint.id, deliveryId: dead.id };
      const replayed = await store.call('replayWebhookDelivery', { params });
      expect(replayed).toMatchObject({ status: 202, body: { id: dead.id, status: 'pending', attempts: 0 } });
      await drain();
      const [last] = await deliveries(store, endpoint);
      expect(last).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 204, lastError: null });
      expect(opened(receiver.received.at(-1) as Received, endpoint.secret)).toMatchObject({
        id: dead.eventId,
      });
      const log = portal.portal.db
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('delivery_id', '=', dead.id);
      expect((await log.orderBy('n').execute()).map(({ status_code }) => status_code)).toEqual([
        ...Array(9).fill(503),
        204,
      ]);
    });

    it('delivers a delivered one again, and brings a waiting one forward, when asked to', async () => {
      const store = await portal.store();
      const endpoint = await register(store);
      await addPlan(store);
      await drain();
      const [done] = await deliveries(store, endpoint);
      const params = { id: endpoint.id, deliveryId: done.id };
      receiver.answer = () => ({ status: 500 });
      await store.call('replayWebhookDelivery', { params });
      await drain();
      expect(receiver.received).toHaveLength(2);
      const forward = await store.call('replayWebhookDelivery', { params });
      expect(forward.body).toMatchObject({ status: 'pending', attempts: 1 });
      await drain();
      expect(receiver.received).toHaveLength(3);
    });

    it.each([
      ['a redirect', () => ({ status: 302, headers: { location: `${receiver.url}/elsewhere` } }), 302],
      ['404', () => ({ status: 404 }), 404],
      ['more than 256 KiB', () => ({ status: 200, body: 'x'.repeat(300_000) }), null],
    ])('takes %s for a failure', async (_, answer, lastStatusCode) => {
      const store = await portal.store();
      const endpoint = await register(store);
      receiver.answer = answer;
      await addPlan(store);
      await drain();
      expect(await deliveries(store, endpoint)).toMatchObject([
        { status: 'pending', attempts: 1, lastStatusCode },
      ]);
      expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    });

    it('delivers each once, however many processes share the work', async () => {
      const store = await portal.store({ credits: 0 });
      const endpoint = await register(store);
      const params = { id: endpoint.id };
      await Promise.all(Array.from({ length: 40 }, () => store.call('testWebhookEndpoint', { params })));
      const others = await Promise.all(
        [1, 2].map(() => startTestPortal(running().portal.database, { allowPrivateReceivers: true })),
      );
      await Promise.all([drain(), ...others.map((other) => other.portal.webhooks.drain())]);
      for (const other of others) await other.close();
      await drain();
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
    });

    it('takes over what a process that was killed had taken on', async () => {
      const store = await portal.store({ credits: 0 });
      const endpoint = await register(store);
      await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      const { db } = portal.portal;
      const lost = await claimDue(db, portal.clock.now(), { limit: 10, perEndpoint: 10, busy: [] });
      expect(lost).toHaveLength(1);
      await drain();
      expect(receiver.received).toHaveLength(0);
      portal.clock.advance(31_000);
      await drain();
      expect(receiver.received).toHaveLength(1);
      // It was not killed after all: what it has to say comes too late.
      const late = { statusCode: 500, error: 'The endpoint answered 500.', durationMs: 1 };
      await recordAttempt(db, lost[0] as (typeof lost)[0], late, portal.clock.now());
      expect(await deliveries(store, endpoint)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    });

    it('lets a slow endpoint keep nobody waiting', async () => {
      const slow = await startReceiver(() => 'never');
      const [first, second] = [await portal.store(), await portal.store()];
      await first.call('createWebhookEndpoint', { body: { url: slow.url } });
      await register(second);
      for (let i = 0; i < 12; i += 1) await addPlan(first);
      await addPlan(second);
      portal.portal.webhooks.start();
      await expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(1);
      await slow.close();
      await portal.portal.webhooks.stop();
      expect(slow.received.length).toBeLessThan(12 + 8);
    });

    it('never delivers to an address in its own network, unless it may', async () => {
      const strict = await running().store();
      const { body } = await strict.call('createWebhookEndpoint', { body: { url: `${receiver.url}/hook` } });
      await strict.call('testWebhookEndpoint', { params: { id: body.id } });
      await running().portal.webhooks.drain();
      const [failed] = await deliveries(strict, body);
      expect(failed).toMatchObject({
        status: 'pending',
        lastStatusCode: null,
        lastError: 'The address is not public.',
      });
      expect(receiver.received).toHaveLength(0);
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

    it('keeps secrets sealed, shows them once, and takes no more than 20 endpoints', async () => {
      const store = await portal.store();
      const { id, secret } = await register(store);
      const stored = await portal.portal.db
        .selectFrom('webhook_endpoints')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 30));
      const read = await store.call('getWebhookEndpoint', { params: { id } });
      expect(read.body).not.toHaveProperty('secret');
      for (let n = 1; n < 20; n += 1) await register(store);
      expect((await store.call('listWebhookEndpoints')).body.data).toHaveLength(20);
      const more = await store.call('createWebhookEndpoint', { body: { url: 'https://shop.example/hook' } });
      expect(more).toMatchObject({ status: 400, body: { error: 'invalid_body' } });
    });

    it('signs with both secrets while one replaces the other', async () => {
      const store = await portal.store();
      const { id, secret: old } = await register(store);
      const rotated = await store.call('rotateWebhookSecret', {
        params: { id },
        body: { overlapSeconds: 3600 },
      });
      const { secret } = rotated.body;
      await addPlan(store);
      await drain();
      const overlap = receiver.received[0] as Received;
      const { 'x-genvoris-signature': documented, ...standard } = overlap.headers;
      expect(documented).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
      expect(() => opened(overlap, old)).not.toThrow();
      for (const each of [old, secret])
        expect(() => opened({ ...overlap, headers: standard }, each)).not.toThrow();
      portal.clock.advance(3_601_000);
      await addPlan(store);
      await drain();
      const after = receiver.received[1] as Received;
      expect(() => opened(after, secret)).not.toThrow();
      expect(() => opened(after, old)).toThrow();
      const leaked = await store.call('rotateWebhookSecret', { params: { id }, body: { overlapSeconds: 0 } });
      expect(leaked.body.previousSecretExpiresAt).toBeNull();
      await addPlan(store);
      await drain();
      expect(() => opened(receiver.received[2] as Received, secret)).toThrow();
    });

    it('tests an endpoint that is off and takes other events', async () => {
      const store = await portal.store();
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
      const event = JSON.parse((receiver.received[0] as Received).body.toString());
      expect(validateEvent('webhook.test', event)).toEqual({ ok: true });
    });

    it('keeps what waits for an endpoint that is switched off, and drops what happens meanwhile', async () => {
      const store = await portal.store();
      const endpoint = await register(store);
      const { id } = endpoint;
      receiver.answer = () => ({ status: 500 });
      await addPlan(store);
      await drain();
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: false } });
      await addPlan(store);
      portal.clock.advance(60_000);
      await drain();
      expect(receiver.received).toHaveLength(1);
      receiver.answer = () => ({ status: 200 });
      await store.call('updateWebhookEndpoint', { params: { id }, body: { active: true } });
      await drain();
      expect(receiver.received).toHaveLength(2);
      expect(await deliveries(store, endpoint)).toHaveLength(1);
    });

    it('switches an endpoint off after five days of nothing but failures, and tells the others', async () => {
      const store = await portal.store();
      const broken = await register(store, { url: `${receiver.url}/broken` });
      const healthy = await register(store, { url: `${receiver.url}/healthy`, events: ['webhook.disabled'] });
      receiver.answer = ({ path }) => ({ status: path === '/broken' ? 500 : 200 });
      await addPlan(store);
      await drain();
      portal.clock.advance(5 * DAY_MS - 60_000);
      await addPlan(store);
      await drain();
      const active = async () =>
        (await store.call('getWebhookEndpoint', { params: { id: broken.id } })).body.active;
      expect(await active()).toBe(true);
      portal.clock.advance(120_000);
      await drain();
      expect(await active()).toBe(false);
      const told = receiver.received.filter(({ path }) => path === '/healthy');
      expect(told).toHaveLength(1);
      const event = JSON.parse((told[0] as Received).body.toString());
      expect(validateEvent('webhook.disabled', event)).toEqual({ ok: true });
      expect(event.data).toMatchObject({ endpoint_id: broken.id, last_error: 'The endpoint answered 500.' });
      expect(await deliveries(store, healthy)).toMatchObject([{ status: 'delivered' }]);
    });

    it('begins the five days anew with every success', async () => {
      const store = await portal.store();
      const { id } = await register(store);
      for (const status of [500, 200, 500]) {
        receiver.answer = () => ({ status });
        await store.call('testWebhookEndpoint', { params: { id } });
        await drain();
        portal.clock.advance(3 * DAY_MS);
      }
      expect((await store.call('getWebhookEndpoint', { params: { id } })).body.active).toBe(true);
    });

    it('lists deliveries newest first, by page and by status', async () => {
      const store = await portal.store();
      const endpoint = await register(store);
      for (let n = 0; n < 5; n += 1) await addPlan(store);
      await drain();
      const { id } = endpoint;
      const first = await store.call('listWebhookDeliveries', { params: { id }, query: { limit: '3' } });
      const query = { limit: '3', cursor: first.body.next_cursor };
      const second = await store.call('listWebhookDeliveries', { params: { id }, query });
      const ids = [...first.body.data, ...second.body.data].map((each: { id: string }) => each.id);
      expect(new Set(ids).size).toBe(5);
      expect(ids).toEqual([...ids].sort().reverse());
      expect(second.body.next_cursor).toBeNull();
      expect(await deliveries(store, endpoint, { status: 'dead' })).toEqual([]);
      const wrong = await store.call('listWebhookDeliveries', { params: { id }, query: { status: 'lost' } });
      expect(wrong).toMatchObject({
        status: 400,
        body: { fieldErrors: { '/status': [expect.any(String)] } },
      });
    });

    it('forgets what was settled over 30 days ago, and what waits not', async () => {
      const store = await portal.store();
      const [kept, gone] = [await register(store, { url: `${receiver.url}/down` }), await register(store)];
      await addPlan(store);
      receiver.answer = ({ path }) => ({ status: path === '/down' ? 500 : 200 });
      await drain();
      await store.call('updateWebhookEndpoint', { params: { id: kept.id }, body: { active: false } });
      portal.clock.advance(31 * DAY_MS);
      await drain();
      expect(await deliveries(store, gone)).toEqual([]);
      expect(await deliveries(store, kept)).toMatchObject([{ status: 'pending' }]);
      const events = portal.portal.db.selectFrom('outbox').select('id').where('store_id', '=', store.storeId);
      expect(await events.execute()).toHaveLength(1);
    });

    it('deletes an endpoint with all that was to be sent to it', async () => {
      const store = await portal.store();
      const { id } = await register(store);
      await addPlan(store);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(204);
      expect((await store.call('deleteWebhookEndpoint', { params: { id } })).status).toBe(404);
      await drain();
      expect(receiver.received).toEqual([]);
    });
  });
}
