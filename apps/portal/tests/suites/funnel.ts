import type { WidgetEventType } from '@genvoris/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createGroupCommit } from '../../src/domain/debits/group-commit.ts';
import { createEventRecorder } from '../../src/domain/funnel/event-recorder.ts';
import { forgetFunnel } from '../../src/domain/funnel/forget.ts';
import { toOrderRow, toReturnRow } from '../../src/domain/funnel/order.ts';
import { createOrderRecorder } from '../../src/domain/funnel/order-recorder.ts';
import { readFunnel } from '../../src/domain/funnel/read-funnel.ts';
import { toEventRow } from '../../src/domain/funnel/widget-event.ts';
import { newId } from '../../src/foundation/ids.ts';
import type { DedicatedConnection, RunStatement } from '../../src/storage/database.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;
const STRIDES = [1, 3, 7] as const;
const REPORT = {
  product_type: 'apparel',
  product_title: null,
  page_url: null,
  origin: null,
  variation_count: 1,
  generation_time_ms: 1,
};

export function funnel(running: () => TestPortal): void {
  const send = (store: TestStore, body: unknown, key?: string) =>
    store.call('trackEvents', { body, headers: key === undefined ? {} : { 'idempotency-key': key } });
  const event = (sessionId: string, eventType: WidgetEventType, more: object = {}) => ({
    sessionId,
    eventType,
    ...more,
  });
  const order = (store: TestStore, orderId: string, more: object = {}) =>
    store.call('createConversion', { body: { orderId, platform: 'custom', amountCents: 1_000, ...more } });
  const refund = (store: TestStore, orderId: string, more: object = {}) =>
    store.call('createReturn', { body: { orderId, platform: 'custom', refundedAmountCents: 400, ...more } });
  const read = (store: TestStore, filter: object = {}) => {
    const now = running().clock.now();
    const from = new Date(now.getTime() - 5 * DAY_MS);
    return readFunnel(running().portal.db, store.storeId, { from, to: now, ...filter });
  };
  const rows = async (table: string, store: TestStore) => {
    const { rows } = await sql`select * from ${sql.table(table)} where store_id = ${store.storeId}`.execute(
      running().portal.db,
    );
    return rows as Record<string, unknown>[];
  };

  describe('events of the widget', () => {
    test('count the sessions that reached a step, once each, and every event', async () => {
      const store = await running().store();
      const visit = [
        event('s1', 'WIDGET_OPENED', { productId: 'p' }),
        event('s1', 'TRYON_GENERATED', { productId: 'p' }),
        event('s1', 'TRYON_GENERATED', { productId: 'q' }),
        event('s1', 'CHECKOUT_STARTED'),
      ];
      expect((await send(store, { events: visit })).body).toEqual({ accepted: 4 });
      expect((await send(store, visit[1])).body).toEqual({ accepted: 1 });
      await send(store, event('s2', 'WIDGET_OPENED', { productId: 'p', metadata: { platform: 'shopify' } }));
      const { total, platforms, products } = await read(store);
      expect(total).toMatchObject({ events: 6, sessions: 2, opened: 2, tried: 1, checkout: 1, cart: 0 });
      expect(products.map(({ productId, sessions, tried }) => [productId, sessions, tried])).toEqual([
        ['p', 2, 1],
        ['q', 1, 1],
      ]);
      expect(platforms).toMatchObject({ custom: { sessions: 1 }, shopify: { sessions: 1, tried: 0 } });
      expect((await read(store, { productId: 'q' })).total).toMatchObject({ sessions: 1, tried: 1 });
      expect((await read(store, { platform: 'shopify' })).total).toMatchObject({ events: 1, opened: 1 });
    });

    test('of one session count its steps once, however many requests tell of them at once', async () => {
      const store = await running().store();
      const told = Array.from({ length: 40 }, (_, n) =>
        send(store, {
          events: [
            event(`s${n % 3}`, 'WIDGET_OPENED', { productId: `p${n % 4}` }),
            event(`s${(n + 1) % 3}`, 'TRYON_VIEWED', { productId: `p${(n + 2) % 4}` }),
          ],
        }),
      );
      expect((await Promise.all(told)).map(({ status }) => status)).toEqual(told.map(() => 202));
      expect((await read(store)).total).toMatchObject({ events: 80, sessions: 3, opened: 3, viewed: 3 });
    });

    test('orders and debits of the same visits and keys never block each other for good', async () => {
      const { database, vault } = running().portal;
      const { clock } = running();
      const now = clock.now();
      const stores = [await running().store(), await running().store()] as const;
      const failed: unknown[] = [];
      const lanes: DedicatedConnection[] = [];
      const connect = (): RunStatement => {
        const lane = database.openDedicated();
        lanes.push(lane);
        // A statement that failed is begun again by halves, so that nobody would learn of it.
        return (statement, values) =>
          lane.run(statement, values).catch((error: unknown) => {
            failed.push(error);
            throw error;
          });
      };
      const told = ([0, 1, 2] as const).map((way) => {
        const events = createEventRecorder({ run: connect(), clock, keptDays: 30, mostProducts: 5 });
        const orders = createOrderRecorder({ run: connect(), clock, mostProducts: 5 });
        const debits = createGroupCommit({ run: connect(), clock });
        const tell = (round: number, turn: number) => {
          const { storeId, keyId } = turn < 10 ? stores[0] : stores[1];
          // Each goes round visits, products, orders and keys another way.
          const n = (STRIDES[way] * (round + turn)) % 10;
          const key = (kind: string) => ({ key: `k${round} ${n}`, hash: kind, answer: {} });
          const visit = { sessionId: `s${n}`, productId: `p${9 - n}` };
          const order = {
            ...visit,
            orderId: `o${round} ${n} ${round % 4 > 1 ? way : ''}`,
            platform: 'custom' as const,
            currency: 'USD',
          };
          const sold = { ...order, amountCents: 1_000, attributionWindowMinutes: 60 };
          const refund = { ...order, refundedAmountCents: 10 };
          const rows = Array.from({ length: 10 }, (_, m) =>
            toEventRow({
              sessionId: `s${(m * STRIDES[way]) % 10}`,
              eventType: 'TRYON_GENERATED',
              productId: `p${m}`,
            }),
          );
          const keyed = round % 2 > 0;
          return Promise.all([
            events.record({ storeId, events: rows, size: 0, idempotency: keyed ? key('events') : undefined }),
            orders.record({ storeId, order: toOrderRow(vault, sold, now) }),
            orders.record({
              storeId,
              refund: toReturnRow(refund, now),
              idempotency: keyed ? key('refund') : undefined,
            }),
            debits.debit({
              tryonId: newId('try_', now),
              storeId,
              keyId,
              keyRevision: 1,
              success: true,
              report: REPORT,
              idempotency: keyed ? key('debit') : undefined,
            }),
          ]);
        };
        return (async () => {
          for (let round = 0; round < 8; round++) {
            await Promise.all(Array.from({ length: 20 }, (_, turn) => tell(round, turn)));
          }
        })();
      });
      await Promise.all(told);
      for (const lane of lanes) await lane.close();
      expect(failed).toEqual([]);
      for (const store of stores) {
        const { total, orders } = await read(store);
        expect(total).toMatchObject({ sessions: 10, tried: 10 });
        expect(total.events).toBe((await rows('widget_events', store)).length);
        expect(orders.reduce((all, each) => all + each.orders, 0)).toBe((await rows('orders', store)).length);
      }
    });

    test('are counted once for an Idempotency-Key, which another batch cannot use', async () => {
      const store = await running().store();
      const batch = { events: [event('s1', 'WIDGET_OPENED'), event('s2', 'CLOSED')] };
      const answers = await Promise.all([1, 2, 3].map(() => send(store, batch, 'one')));
      expect(answers.map(({ status, body }) => [status, body])).toEqual(
        answers.map(() => [202, { accepted: 2 }]),
      );
      expect((await send(store, event('s3', 'CLOSED'), 'one')).body.error).toBe('idempotency_conflict');
      const plan = { body: { name: 'P', monthlyTryOns: 1 }, headers: { 'idempotency-key': 'one' } };
      expect((await store.call('createPlan', plan)).body.error).toBe('idempotency_conflict');
      expect((await read(store)).total).toMatchObject({ events: 2, sessions: 2 });
      expect(await rows('widget_events', store)).toHaveLength(2);
      running().clock.advance(25 * 3_600_000);
      await send(store, batch, 'one');
      expect((await read(store)).total).toMatchObject({ events: 4, sessions: 2 });
    });

    test('keep of an address its origin and path, and nothing that is no address', async () => {
      const store = await running().store();
      const told: [string, string | null][] = [
        ['https://ana:pw@shop.example:8443/p/1?email=a@b.example#me', 'https://shop.example:8443/p/1'],
        ['/p/1?token=x', '/p/1'],
        ['javascript:alert(1)', null],
        ['data:text/html,<b>', null],
        ['ana@mail.example', null],
        ['', null],
      ];
      await send(store, {
        events: told.map(([pageUrl], n) => event(`s${n}`, 'WIDGET_OPENED', { pageUrl })),
      });
      expect((await rows('widget_events', store)).map(({ page_url }) => page_url)).toEqual(
        told.map(([, kept]) => kept),
      );
    });

    test('with too much metadata, or what cannot be kept, are refused by name and leave nothing', async () => {
      const store = await running().store();
      const good = event('s1', 'WIDGET_OPENED');
      const deep = JSON.parse(`${'['.repeat(50)}1${']'.repeat(50)}`);
      const cases: [unknown, string][] = [
        [{ ...good, metadata: { a: 'x'.repeat(4_100) } }, 'metadata_too_large'],
        [{ events: [good, { ...good, metadata: { a: 'é'.repeat(2_050) } }] }, 'metadata_too_large'],
        [
          { ...good, metadata: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [n, n])) },
          'metadata_too_large',
        ],
        [{ ...good, metadata: { a: '\0' } }, 'invalid_body'],
        [{ ...good, metadata: { '\ud800': 1 } }, 'invalid_body'],
        [{ ...good, productId: 'a\0' }, 'invalid_body'],
        [{ ...good, productTitle: '\udfff' }, 'invalid_body'],
        [{ ...good, eventType: 'BOUGHT' }, 'invalid_body'],
        [{ ...good, metadata: null }, 'invalid_body'],
        [{ events: [good, { ...good, sessionId: '' }] }, 'invalid_body'],
        [{ events: Array.from({ length: 51 }, () => good) }, 'invalid_body'],
        [
          `{"sessionId":"s","eventType":"CLOSED","metadata":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`,
          'invalid_body',
        ],
        [`${'{"events":'.repeat(40_000)}1${'}'.repeat(40_000)}`, 'invalid_body'],
      ];
      for (const [body, error] of cases) expect((await send(store, body)).body.error).toBe(error);
      expect(await rows('widget_events', store)).toEqual([]);
      const odd = [
        `{"sessionId":"s","eventType":"CLOSED","metadata":{"__proto__":{"platform":"shopify"},"n":1e308}}`,
        JSON.stringify({ ...good, metadata: { deep } }),
        JSON.stringify({ ...good, productId: '__proto__', metadata: { platform: '__proto__' } }),
        JSON.stringify({ ...good, productId: "'; drop table orders; --", productTitle: '\u202e😀' }),
      ];
      for (const body of odd) expect((await send(store, body)).status).toBe(202);
      expect((await read(store)).platforms.custom?.events).toBe(4);
    });

    test('of more products than a day has room for are counted together', async () => {
      const { portal } = running();
      const few = await startTestPortal(portal.database, { productsPerDay: 3 });
      few.clock.advance(running().clock.offsetMs);
      const store = await few.store();
      const products = (from: number) => ({
        events: Array.from({ length: 10 }, (_, n) =>
          event(`s${from}`, 'WIDGET_OPENED', { productId: `p${from + n}` }),
        ),
      });
      await send(store, products(0));
      await send(store, products(100));
      await send(store, event('s0', 'TRYON_GENERATED', { productId: 'p1' }));
      await order(store, 'o1', { productId: 'p500', sessionId: 's0' });
      await few.close();
      const { products: split, others, total } = await read(store);
      expect(split.map(({ productId, sessions }) => [productId, sessions])).toEqual([
        ['p1', 1],
        ['p0', 1],
        ['p2', 1],
      ]);
      expect(others).toMatchObject({ events: 17, sessions: 2, opened: 2, tried: 0, ordered: 1 });
      expect(total).toMatchObject({ events: 21, sessions: 2, opened: 2, tried: 1, ordered: 1 });
    });

    test('are forgotten when their time is over; their counts stay', async () => {
      const store = await running().store();
      await send(store, event('s1', 'WIDGET_OPENED', { productId: 'p' }));
      const { db } = running().portal;
      const later = new Date(running().clock.now().getTime() + 31 * DAY_MS);
      const mine = async () => [
        (await rows('widget_events', store)).length,
        (await rows('widget_sessions', store)).length,
        (await rows('funnel_counts', store)).map(({ unit, part }) => `${unit} ${part}`).sort(),
      ];
      await forgetFunnel(db, running().clock.now(), 30);
      expect(await mine()).toEqual([1, 2, ['day all', 'day product', 'hour all', 'hour product']]);
      expect(await forgetFunnel(db, later, 30)).toBeGreaterThanOrEqual(5);
      expect(await mine()).toEqual([0, 0, ['day all', 'day product']]);
      await forgetFunnel(db, new Date(later.getTime() + 400 * DAY_MS), 30);
      expect(await mine()).toEqual([0, 0, ['day all']]);
    });
  });

  describe('an order', () => {
    test('follows a try-on for certain by its session, once that has generated one', async () => {
      const store = await running().store();
      await send(store, event('s1', 'WIDGET_OPENED'));
      expect((await order(store, 'o1', { sessionId: 's1' })).body.attributedFromTryOn).toBe(false);
      await send(store, event('s1', 'TRYON_GENERATED'));
      const first = await order(store, 'o2', { sessionId: 's1' });
      expect([first.status, first.body.attributedFromTryOn]).toEqual([201, true]);
      // What the first answer said stays, whatever has become known since.
      expect((await order(store, 'o1', { sessionId: 's1' })).body).toMatchObject({
        attributedFromTryOn: false,
        deduped: true,
      });
      const other = await running().store();
      expect((await order(other, 'o2', { sessionId: 's1' })).body).toMatchObject({
        attributedFromTryOn: false,
      });
      expect((await read(store)).total).toMatchObject({ ordered: 1, orderedAfterTryon: 1 });
    });

    test('counts on the day its visit began, so that no rate is of other visits', async () => {
      const store = await running().store();
      const visit = { productId: 'p' };
      for (const id of ['s1', 's2']) await send(store, event(id, 'TRYON_GENERATED', visit));
      // It orders before it tries on: then it is neither without a try-on nor after one.
      await send(store, event('s3', 'WIDGET_OPENED'));
      running().clock.advance(DAY_MS);
      await send(store, event('s4', 'TRYON_GENERATED', visit));
      for (const id of ['s1', 's2', 's3']) await order(store, `late ${id}`, { sessionId: id, ...visit });
      await send(store, event('s3', 'TRYON_GENERATED'));
      await send(store, event('s1', 'CLOSED', visit));
      const { total, days } = await read(store);
      const [before, today] = days.slice(-2);
      const seen = { sessions: 3, tried: 3, ordered: 3, orderedAfterTryon: 2, triedAndOrdered: 3 };
      expect(before).toMatchObject({ ...seen, closed: 1, events: 3, orders: 0 });
      expect(today).toMatchObject({ sessions: 1, tried: 1, ordered: 0, closed: 0, events: 3, orders: 3 });
      expect(total).toMatchObject({ ...seen, sessions: 4, tried: 4 });
      expect((await read(store, { productId: 'p' })).days.at(-2)).toMatchObject({
        sessions: 2,
        tried: 2,
        ordered: 2,
      });
    });

    test('follows a try-on likely by the email of a customer who tried on within the window', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(5);
      await store.call('updateCustomer', { params: { id }, body: { email: 'Ada.L@Shop.example' } });
      const email = { customerEmail: 'ada.l@shop.EXAMPLE' };
      const attributed = async (orderId: string, more: object = email, of = store) =>
        (await order(of, orderId, more)).body.attributedFromTryOn;
      expect(await attributed('o1')).toBe(false);
      await store.track({ token, success: false });
      expect(await attributed('o2')).toBe(false);
      await store.track({ token });
      expect(await attributed('o3')).toBe(true);
      expect(await attributed('o4', { customerEmail: 'eve@shop.example' })).toBe(false);
      expect(await attributed('o5', email, await running().store())).toBe(false);
      running().clock.advance(2 * 3_600_000);
      expect(await attributed('o6', { ...email, attributionWindowMinutes: 119 })).toBe(false);
      expect(await attributed('o7', { ...email, attributionWindowMinutes: 121 })).toBe(true);
      running().clock.advance(23 * 3_600_000);
      expect(await attributed('o8')).toBe(false);
      const kept = JSON.stringify([await rows('orders', store), await rows('order_days', store)]);
      expect(kept).not.toMatch(/shop\.example/i);
      const hashes = new Set((await rows('orders', store)).map(({ email_hash }) => email_hash));
      expect(hashes.size).toBe(2);
      const attributions = (await read(store)).orders.map(({ attribution, orders }) => [attribution, orders]);
      expect(attributions.sort()).toEqual([
        ['email', 2],
        ['none', 5],
      ]);
    });

    test('is recorded once, however often and at once it is told', async () => {
      const store = await running().store();
      const told = await Promise.all(
        Array.from({ length: 64 }, (_, n) => order(store, 'o1', { amountCents: 1_000 + n })),
      );
      expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
      expect(told.filter(({ body }) => body.deduped).length).toBe(63);
      const { orders } = await read(store);
      expect(orders).toMatchObject([{ orders: 1, currency: 'USD' }]);
      // Of another platform it is another order.
      const other = await order(store, 'o1', { platform: 'shopify', currency: 'eur' });
      expect(other.body.deduped).toBeUndefined();
      const key = { 'idempotency-key': 'k' };
      const body = { orderId: 'o9', platform: 'custom', amountCents: 5 };
      const first = await store.call('createConversion', { body, headers: key });
      const again = await store.call('createConversion', { body, headers: key });
      expect(again.body).toEqual(first.body);
      const back = { body: { orderId: 'o9', platform: 'custom', refundedAmountCents: 5 }, headers: key };
      expect((await store.call('createReturn', back)).body.error).toBe('idempotency_conflict');
      const keyed = { ...back, headers: { 'idempotency-key': 'r' } };
      const [one, twin] = await Promise.all([1, 2].map(() => store.call('createReturn', keyed)));
      expect(one?.body).toMatchObject({ conversionEventId: first.body.id });
      expect([twin?.status, twin?.body]).toEqual([201, one?.body]);
      expect(await rows('order_returns', store)).toHaveLength(1);
    });

    test('has its refunds joined, also those that came before it', async () => {
      const store = await running().store();
      const before = await refund(store, 'o1', { currency: 'EUR' });
      expect([before.status, before.body.conversionEventId]).toEqual([201, null]);
      expect((await read(store)).orders).toEqual([]);
      running().clock.advance(DAY_MS);
      const { id } = (await order(store, 'o1', { currency: 'EUR', productId: 'p' })).body;
      expect((await read(store)).orders).toMatchObject([
        { orders: 1, returned: 1, amountCents: 1_000, refundedCents: 400 },
      ]);
      running().clock.advance(DAY_MS);
      const after = await refund(store, 'o1', { currency: 'USD', refundedAmountCents: 100, reason: 'size' });
      expect(after.body.conversionEventId).toBe(id);
      await order(store, 'o2', { currency: 'EUR', productId: 'p' });
      const { orders, days } = await read(store, { productId: 'p' });
      expect(
        orders.map(({ currency, ...each }) => [currency, each.orders, each.returned, each.refundedCents]),
      ).toEqual([
        ['EUR', 2, 1, 400],
        ['USD', 0, 0, 100],
      ]);
      expect(days.map(({ orders }) => orders)).toEqual([0, 0, 0, 0, 1, 1]);
    });

    test('and its refund are joined when they come at the same moment', async () => {
      const store = await running().store();
      const ids = Array.from({ length: 24 }, (_, n) => `o${n}`);
      await Promise.all(ids.flatMap((id) => [refund(store, id), order(store, id), refund(store, id)]));
      expect((await read(store)).orders).toMatchObject([
        { orders: 24, returned: 24, refundedCents: 24 * 800 },
      ]);
    });
  });
}
