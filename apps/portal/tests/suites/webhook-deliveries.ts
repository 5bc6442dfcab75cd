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
import { setWebhookStage } from '../kit/webhook-stage.ts';

const DAY_MS = 86_400_000;
const DELAYS_S = [10, 30, 120, 300, 900, 1800, 2700, 3600];

/** Events on their way: signatures, retries, replay, several processes; the clock is moved. */
export function webhookDeliveries(running: () => TestPortal): void {
  describe('webhook deliveries', () => {
    const stage = setWebhookStage(running);

    it('sends an event, signed in both styles, to who wants it', async () => {
      const store = await stage.portal.store();
      const all = await stage.register(store);
      await stage.register(store, { events: ['plan.disabled'] });
      await stage.register(store, { active: false });
      await stage.addPlan(store);
      await stage.drain();
      expect(stage.receiver.received).toHaveLength(1);
      const [request] = stage.receiver.received as [Received];
      const event = JSON.parse(request.body.toString());
      expect(validateEvent('plan.created', event)).toEqual({ ok: true });
      expect(event).toMatchObject({ type: 'plan.created', data: { plan: { name: 'Style club' } } });
      expect(stage.opened(request, all.secret)).toMatchObject({ id: event.id });
      expect(
        new Webhook(all.secret).verify(request.body.toString(), request.headers as Record<string, string>),
      ).toEqual(event);
      const [delivery] = await stage.deliveries(store, all);
      expect(delivery).toMatchObject({
        status: 'delivered',
        attempts: 1,
        lastStatusCode: 200,
        eventId: event.id,
      });
      expect(request.headers['x-genvoris-delivery']).toBe(delivery.id);
    });

    it('sends nothing for a change that was rolled back, and nothing twice', async () => {
      const store = await stage.portal.store();
      await stage.register(store);
      await store.call('createPlan', { body: { name: '', monthlyTryOns: 10 } });
      await stage.addPlan(store);
      const second = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
      await Promise.all([stage.drain(), second.portal.webhooks.drain(), stage.drain()]);
      await second.close();
      expect(stage.receiver.received).toHaveLength(1);
    });

    it('tries nine times at the documented distances, then gives up until it is told to try again', async () => {
      const store = await stage.portal.store();
      const endpoint = await stage.register(store);
      stage.receiver.answer = () => ({ status: 503 });
      await stage.addPlan(store);
      await stage.drain();
      for (const [n, seconds] of DELAYS_S.entries()) {
        const [waiting] = await stage.deliveries(store, endpoint);
        expect(waiting).toMatchObject({ status: 'pending', attempts: n + 1, lastStatusCode: 503 });
        const until = Date.parse(waiting.nextAttemptAt) - stage.portal.clock.now().getTime();
        expect(Math.abs(until - seconds * 1000)).toBeLessThan(2_000);
        stage.portal.clock.advance((seconds - 3) * 1000);
        await stage.drain();
        expect(stage.receiver.received).toHaveLength(n + 1);
        stage.portal.clock.advance(3_000);
        await stage.drain();
      }
      expect(stage.receiver.received).toHaveLength(9);
      const [dead] = await stage.deliveries(store, endpoint, { status: 'dead' });
      expect(dead).toMatchObject({
        status: 'dead',
        attempts: 9,
        nextAttemptAt: null,
        lastError: 'The endpoint answered 503.',
      });
      const ids = stage.receiver.received.map(
        ({ headers }) => `${headers['webhook-id']} ${headers['x-genvoris-delivery']}`,
      );
      expect(new Set(ids).size).toBe(1);

      stage.receiver.answer = () => ({ status: 204 });
      const params = { id: endpoint.id, deliveryId: dead.id };
      const replayed = await store.call('replayWebhookDelivery', { params });
      expect(replayed).toMatchObject({ status: 202, body: { id: dead.id, status: 'pending', attempts: 0 } });
      await stage.drain();
      const [last] = await stage.deliveries(store, endpoint);
      expect(last).toMatchObject({ status: 'delivered', attempts: 1, lastStatusCode: 204, lastError: null });
      expect(stage.opened(stage.receiver.received.at(-1) as Received, endpoint.secret)).toMatchObject({
        id: dead.eventId,
      });
      const log = stage.portal.portal.db
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('delivery_id', '=', dead.id);
      expect((await log.orderBy('n').execute()).map(({ status_code }) => status_code)).toEqual([
        ...Array(9).fill(503),
        204,
      ]);
    });

    it('delivers a delivered one again, and brings a waiting one forward, when asked to', async () => {
      const store = await stage.portal.store();
      const endpoint = await stage.register(store);
      await stage.addPlan(store);
      await stage.drain();
      const [done] = await stage.deliveries(store, endpoint);
      const params = { id: endpoint.id, deliveryId: done.id };
      stage.receiver.answer = () => ({ status: 500 });
      await store.call('replayWebhookDelivery', { params });
      await stage.drain();
      expect(stage.receiver.received).toHaveLength(2);
      const forward = await store.call('replayWebhookDelivery', { params });
      expect(forward.body).toMatchObject({ status: 'pending', attempts: 1 });
      await stage.drain();
      expect(stage.receiver.received).toHaveLength(3);
    });

    it.each([
      ['a redirect', () => ({ status: 302, headers: { location: `${stage.receiver.url}/elsewhere` } }), 302],
      ['404', () => ({ status: 404 }), 404],
      ['more than 256 KiB', () => ({ status: 200, body: 'x'.repeat(300_000) }), null],
    ])('takes %s for a failure', async (_, answer, lastStatusCode) => {
      const store = await stage.portal.store();
      const endpoint = await stage.register(store);
      stage.receiver.answer = answer;
      await stage.addPlan(store);
      await stage.drain();
      expect(await stage.deliveries(store, endpoint)).toMatchObject([
        { status: 'pending', attempts: 1, lastStatusCode },
      ]);
      expect(stage.receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    });

    it('delivers each once, however many processes share the work', async () => {
      const store = await stage.portal.store({ credits: 0 });
      const endpoint = await stage.register(store);
      const params = { id: endpoint.id };
      await Promise.all(Array.from({ length: 40 }, () => store.call('testWebhookEndpoint', { params })));
      const others = await Promise.all(
        [1, 2].map(() => startTestPortal(running().portal.database, { allowPrivateReceivers: true })),
      );
      await Promise.all([stage.drain(), ...others.map((other) => other.portal.webhooks.drain())]);
      for (const other of others) await other.close();
      await stage.drain();
      const ids = stage.receiver.received.map(({ headers }) => headers['webhook-id']);
      expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
    });

    it('takes over what a process that was killed had taken on', async () => {
      const store = await stage.portal.store({ credits: 0 });
      const endpoint = await stage.register(store);
      await store.call('testWebhookEndpoint', { params: { id: endpoint.id } });
      const { db } = stage.portal.portal;
      const lost = await claimDue(db, stage.portal.clock.now(), {
        limit: 10,
        perEndpoint: 10,
        underWay: new Map(),
      });
      expect(lost).toHaveLength(1);
      await stage.drain();
      expect(stage.receiver.received).toHaveLength(0);
      stage.portal.clock.advance(31_000);
      await stage.drain();
      expect(stage.receiver.received).toHaveLength(1);
      // It was not killed after all: what it has to say comes too late.
      const late = { statusCode: 500, error: 'The endpoint answered 500.', durationMs: 1 };
      await recordAttempt(db, lost[0] as (typeof lost)[0], late, stage.portal.clock.now());
      expect(await stage.deliveries(store, endpoint)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    });

    it('lets a slow endpoint keep nobody waiting', async () => {
      const slow = await startReceiver(() => 'never');
      const [first, second] = [await stage.portal.store(), await stage.portal.store()];
      await first.call('createWebhookEndpoint', { body: { url: slow.url } });
      await stage.register(second);
      for (let i = 0; i < 12; i += 1) await stage.addPlan(first);
      await stage.addPlan(second);
      stage.portal.portal.webhooks.start();
      await expect.poll(() => stage.receiver.received.length).toBe(1);
      await slow.close();
      await stage.portal.portal.webhooks.stop();
      expect(slow.received.length).toBeLessThan(12 + 8);
    });

    it('has at most eight deliveries of an endpoint under way, also when one of them is done', async () => {
      const store = await stage.portal.store();
      const endpoint = await stage.register(store);
      for (let n = 0; n < 12; n += 1) await stage.addPlan(store);
      const { db, clock } = stage.portal.portal;
      await fanOut(db, clock.now(), 100);
      const claim = (underWay: number) =>
        claimDue(db, clock.now(), {
          limit: 32,
          perEndpoint: 8,
          underWay: new Map([[endpoint.id, underWay]]),
        });
      expect(await claim(8)).toHaveLength(0);
      expect(await claim(7)).toHaveLength(1);
      expect(await claim(0)).toHaveLength(8);
    });

    it('forgets what was settled over 30 days ago, and what waits not', async () => {
      const store = await stage.portal.store();
      const [kept, gone] = [
        await stage.register(store, { url: `${stage.receiver.url}/down` }),
        await stage.register(store),
      ];
      await stage.addPlan(store);
      stage.receiver.answer = ({ path }) => ({ status: path === '/down' ? 500 : 200 });
      await stage.drain();
      await store.call('updateWebhookEndpoint', { params: { id: kept.id }, body: { active: false } });
      stage.portal.clock.advance(31 * DAY_MS);
      await stage.drain();
      expect(await stage.deliveries(store, gone)).toEqual([]);
      expect(await stage.deliveries(store, kept)).toMatchObject([{ status: 'pending' }]);
      const events = stage.portal.portal.db
        .selectFrom('outbox')
        .select('id')
        .where('store_id', '=', store.storeId);
      expect(await events.execute()).toHaveLength(1);
    });
  });
}
