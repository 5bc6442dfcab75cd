import { validateEvent } from '@genvoris/contract/validators';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { claimDue } from '../../src/domain/webhooks/claim.ts';
import { fanOut } from '../../src/domain/webhooks/fan-out.ts';
import { recordAttempt } from '../../src/domain/webhooks/record-attempt.ts';
import type { Received } from '../kit/receiver.ts';
import { startReceiver } from '../kit/receiver.ts';
import type { TestPortal } from '../kit/test-portal.ts';
import { startTestPortal } from '../kit/test-portal.ts';
import { webhookHarness } from '../kit/webhook-harness.ts';

const DAY_MS = 86_400_000;
const DELAYS_S = [10, 30, 120, 300, 900, 1800, 2700];

/** Events on their way: signatures, retries, replay, several processes; the clock is moved. */
export function webhookDeliveries(running: () => TestPortal): void {
  describe('webhook deliveries', () => {
    const harness = webhookHarness(running);
    const { register, addPlan, drain, deliveries, opened, received } = harness;

    it('sends an event, signed in both styles, to who wants it', async () => {
      const store = await harness.portal.store();
      const all = await register(store);
      await register(store, { events: ['plan.disabled'] });
      await register(store, { active: false });
      await addPlan(store);
      await drain();
      expect(received()).toHaveLength(1);
      const [request] = received() as [Received];
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
      const store = await harness.portal.store();
      await register(store);
      await store.call('createPlan', { body: { name: '', monthlyTryOns: 10 } });
      await addPlan(store);
      const second = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
      await Promise.all([drain(), second.portal.webhooks.drain(), drain()]);
      await second.close();
      expect(received()).toHaveLength(1);
    });

    it('tries eight times at the documented distances, then gives up until it is told to try again', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      harness.receiver.answer = () => ({ status: 503 });
      await addPlan(store);
      await drain();
      for (const [n, seconds] of DELAYS_S.entries()) {
        const [waiting] = await deliveries(store, endpoint);
        expect(waiting).toMatchObject({ status: 'pending', attempts: n + 1, lastStatusCode: 503 });
        const until = Date.parse(waiting.nextAttemptAt) - harness.portal.clock.now().getTime();
        expect(Math.abs(until - seconds * 1000)).toBeLessThan(2_000);
        harness.portal.clock.advance((seconds - 3) * 1000);
        await drain();
        expect(received()).toHaveLength(n + 1);
        harness.portal.clock.advance(3_000);
        await drain();
      }
      expect(received()).toHaveLength(8);
      const [dead] = await deliveries(store, endpoint, { status: 'dead' });
      expect(dead).toMatchObject({
        status: 'dead',
        attempts: 8,
        nextAttemptAt: null,
        lastError: 'The endpoint answered 503.',
      });
      const ids = received().map(
        ({ headers }) => `${headers['webhook-id']} ${headers['x-genvoris-delivery']}`,
      );
      expect(new Set(ids).size).toBe(1);

      harness.receiver.answer = () => ({ status: 204 });
      const params = { id: endpoint.id, deliveryId: dead.id };
      const replayed = await store.call('replayWebhookDelivery', { params });
      expect(replayed).toMatchObject({ status: 202, body: { id: dead.id, status: 'pending', attempts: 0 } });
      await drain();
      const [last] = await deliveries(store, endpoint);
      expect(last).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 204, lastError: null });
      expect(opened(received().at(-1) as Received, endpoint.secret)).toMatchObject({
        id: dead.eventId,
      });
      const log = harness.portal.portal.db
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('delivery_id', '=', dead.id);
      expect((await log.orderBy('n').execute()).map(({ status_code }) => status_code)).toEqual([
        ...Array(8).fill(503),
        204,
      ]);
    });

    it('delivers a delivered one again, and brings a waiting one forward, when asked to', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      await addPlan(store);
      await drain();
      const [done] = await deliveries(store, endpoint);
      const params = { id: endpoint.id, deliveryId: done.id };
      harness.receiver.answer = () => ({ status: 500 });
      await store.call('replayWebhookDelivery', { params });
      await drain();
      expect(received()).toHaveLength(2);
      const forward = await store.call('replayWebhookDelivery', { params });
      expect(forward.body).toMatchObject({ status: 'pending', attempts: 1 });
      await drain();
      expect(received()).toHaveLength(3);
    });

    it.each([
      [
        'a redirect',
        () => ({ status: 302, headers: { location: `${harness.receiver.url}/elsewhere` } }),
        302,
      ],
      ['404', () => ({ status: 404 }), 404],
      ['a status of no class', () => ({ status: 999 }), null],
    ])('takes %s for a failure', async (_, answer, lastStatusCode) => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      harness.receiver.answer = answer;
      await addPlan(store);
      await drain();
      expect(await deliveries(store, endpoint)).toMatchObject([
        { status: 'pending', attempts: 1, lastStatusCode },
      ]);
      expect(received().map(({ path }) => path)).toEqual(['/hook']);
    });

    it.each<[string, string | number, number, string?]>([
      ['the schedule where it asks for less', '3', 10],
      ['as long as it asks for', '200', 200],
      ['until the time it names', 200_000, 200],
      ['until the time it names, where it does not know the time itself', 200_000, 200, '1'],
      ['the schedule where that time is over', -200_000, 10],
      ['the longest step of the schedule at most', '86400', 3600],
      ['the longest step where it asks for all eternity', '99999999999999999999', 3600],
      ['the schedule where it asks for nonsense', '-5', 10],
    ])('waits for %s', async (_, asked, seconds, date) => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      const { clock } = harness.portal;
      harness.receiver.answer = () => ({
        status: typeof asked === 'string' ? 503 : 429,
        headers: {
          'retry-after': typeof asked === 'string' ? asked : new Date(Date.now() + asked).toUTCString(),
          ...(date !== undefined && { date }),
        },
      });
      await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      await drain();
      const [waiting] = await deliveries(store, endpoint);
      const wait = (Date.parse(waiting.nextAttemptAt) - clock.now().getTime()) / 1000;
      expect(Math.abs(wait - seconds)).toBeLessThan(2.5);
    });

    it('delivers once what is answered with a body that nobody reads, a replay too', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      harness.receiver.answer = () => ({ status: 201, body: 'x'.repeat(300_000) });
      await addPlan(store);
      await drain();
      const [done] = await deliveries(store, endpoint);
      expect(done).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 201 });
      await store.call('replayWebhookDelivery', { params: { id: endpoint.id, deliveryId: done.id } });
      await drain();
      expect(await deliveries(store, endpoint)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
      expect(received()).toHaveLength(2);
    });

    it('delivers each once, however many processes share the work', async () => {
      const store = await harness.portal.store({ credits: 0 });
      const endpoint = await register(store);
      const params = { id: endpoint.id };
      await Promise.all(Array.from({ length: 40 }, () => store.call('testWebhookEndpoint', { params })));
      const others = await Promise.all(
        [1, 2].map(() => startTestPortal(running().portal.database, { allowPrivateReceivers: true })),
      );
      await Promise.all([drain(), ...others.map((other) => other.portal.webhooks.drain())]);
      for (const other of others) await other.close();
      await drain();
      const ids = received().map(({ headers }) => headers['webhook-id']);
      expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
    });

    it('takes over what a process that was killed had taken on', async () => {
      const store = await harness.portal.store({ credits: 0 });
      const endpoint = await register(store);
      await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      const { db } = harness.portal.portal;
      const lost = await claimDue(db, harness.portal.clock.now(), {
        limit: 10,
        perEndpoint: 10,
        inFlight: new Map(),
      });
      expect(lost).toHaveLength(1);
      await drain();
      expect(received()).toHaveLength(0);
      harness.portal.clock.advance(31_000);
      await drain();
      expect(received()).toHaveLength(1);
      // It was not killed after all: what it has to say comes too late.
      const late = { statusCode: 500, error: 'The endpoint answered 500.', durationMs: 1 };
      await recordAttempt(db, lost[0] as (typeof lost)[0], late, harness.portal.clock.now());
      expect(await deliveries(store, endpoint)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    });

    it('lets a slow endpoint keep nobody waiting', async () => {
      const slow = await startReceiver(() => 'never');
      const [first, second] = [await harness.portal.store(), await harness.portal.store()];
      await first.call('createWebhookEndpoint', { body: { url: slow.url } });
      await register(second);
      for (let i = 0; i < 12; i += 1) await addPlan(first);
      await addPlan(second);
      harness.portal.portal.webhooks.start();
      await expect.poll(() => received().length).toBe(1);
      await slow.close();
      await harness.portal.portal.webhooks.stop();
      expect(slow.received.length).toBeLessThan(12 + 8);
    });

    it('has at most eight deliveries of an endpoint under way, also when one of them is done', async () => {
      const store = await harness.portal.store();
      const endpoint = await register(store);
      for (let n = 0; n < 12; n += 1) await addPlan(store);
      const { db, clock } = harness.portal.portal;
      await fanOut(db, clock.now(), 100);
      const claim = (inFlight: number) =>
        claimDue(db, clock.now(), {
          limit: 32,
          perEndpoint: 8,
          inFlight: new Map([[endpoint.id, inFlight]]),
        });
      expect(await claim(8)).toHaveLength(0);
      expect(await claim(7)).toHaveLength(1);
      expect(await claim(0)).toHaveLength(8);
    });

    it('forgets what was settled over 30 days ago, and what waits not', async () => {
      const store = await harness.portal.store();
      const [kept, gone] = [
        await register(store, { url: `${harness.receiver.url}/down` }),
        await register(store),
      ];
      await addPlan(store);
      harness.receiver.answer = ({ path }) => ({ status: path === '/down' ? 500 : 200 });
      await drain();
      await store.call('updateWebhookEndpoint', { params: { id: kept.id }, body: { active: false } });
      harness.portal.clock.advance(31 * DAY_MS);
      await drain();
      expect(await deliveries(store, gone)).toEqual([]);
      expect(await deliveries(store, kept)).toMatchObject([{ status: 'pending' }]);
      const events = harness.portal.portal.db
        .selectFrom('outbox')
        .select('id')
        .where('store_id', '=', store.storeId);
      expect(await events.execute()).toHaveLength(1);
    });
  });
}
