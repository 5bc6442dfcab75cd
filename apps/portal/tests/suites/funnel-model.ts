import { CONVERSION_PLATFORMS, WIDGET_EVENT_TYPES } from '@genvoris/contract';
import type { CreateConversionRequest } from '@genvoris/contract/types/v1';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { toOrderRow, toReturnRow } from '../../src/domain/funnel/order.ts';
import { type OrderReport, recordOrders } from '../../src/domain/funnel/order-statement.ts';
import { type Funnel, readFunnel } from '../../src/domain/funnel/read-funnel.ts';
import { recordEvents } from '../../src/domain/funnel/statement.ts';
import { checkFunnel, verifyFunnel } from '../../src/domain/funnel/verify-funnel.ts';
import { toEventRow } from '../../src/domain/funnel/widget-event.ts';
import { ratesOf } from '../../src/surfaces/dashboard/pages/funnel-rates.ts';
import { planVisits } from '../../src/surfaces/seed/plan-visits.ts';
import { recordVisits } from '../../src/surfaces/seed/record-visits.ts';
import { FunnelModel } from '../kit/funnel-model.ts';
import { sumsOfFunnel, sumsOfVisits } from '../kit/funnel-sums.ts';
import type { TestPortal } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;
const SETTINGS = { keptDays: 30, mostProducts: 1_000 };

const [session, product, key] = [
  fc.constantFrom('s1', 's2', 's3'),
  fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
  fc.option(fc.constantFrom('k1', 'k2', 'k3'), { nil: undefined, freq: 2 }),
];
const event = fc.record({
  sessionId: session,
  eventType: fc.constantFrom(...WIDGET_EVENT_TYPES),
  productId: product,
  platform: fc.constantFrom(...CONVERSION_PLATFORMS.slice(0, 2)),
});
const batch = fc.record({ key, events: fc.array(event, { minLength: 1, maxLength: 5 }) });
const orderId = fc.constantFrom('o1', 'o2', 'o3', 'o4');
const report = fc.record({
  of: fc.constantFrom('order', 'order', 'refund'),
  key: fc.option(fc.constantFrom('o1', 'o2', 'o3', 'o4'), { nil: undefined, freq: 2 }),
  hash: fc.constantFrom('a', 'a', 'b'),
  orderId,
  amount: fc.nat(9_999),
  sessionId: fc.option(session, { nil: undefined }),
  productId: product,
});
type Report = typeof report extends fc.Arbitrary<infer One> ? One : never;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('events' as const),
      batches: fc.array(batch, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('orders' as const),
      reports: fc.array(report, { minLength: 1, maxLength: 6 }),
    }),
  },
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 23 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Each day is the model's, and of none is a part more than its whole. */
function holdDays({ days }: Funnel, model: FunnelModel, product: string): void {
  for (const { day, orders: _, ordersAfterTryon: __, ...counts } of days) {
    expect({ day, ...counts }).toEqual({ day, ...model.ofDay(day, product) });
    const { ordersWith, ordersWithout } = ratesOf({ total: counts, orders: [] });
    for (const { hits, of } of [ordersWith, ordersWithout].filter((share) => share !== undefined)) {
      expect(hits).toBeGreaterThanOrEqual(0);
      expect(hits).toBeLessThanOrEqual(of);
    }
    expect(counts.tried).toBeLessThanOrEqual(counts.sessions);
  }
}

export function funnelModel(running: () => TestPortal): void {
  describe('the funnel', () => {
    test('counts what a model counts one by one, whatever comes in whichever order and again', async () => {
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), hold), {
        numRuns: Number(process.env.FC_RUNS ?? 15),
      });
    });

    test('of many shoppers adds up to the last order', async () => {
      const { storeId } = await running().store();
      const now = running().clock.now();
      const visits = planVisits(Number(process.env.FUNNEL_SHOPPERS ?? 600), now);
      await recordVisits(running().portal, storeId, visits);
      const from = new Date(now.getTime() - 70 * DAY_MS);
      const read = await readFunnel(running().portal.db, storeId, { from, to: now });
      expect(sumsOfFunnel(read)).toEqual(sumsOfVisits(visits));
    });

    test('holds after everything that was done', async () => {
      const report = await verifyFunnel(running().portal.db);
      expect(report.faults).toEqual([]);
      expect(Math.min(report.orders, report.returns, report.visits)).toBeGreaterThan(0);
    });

    test.each([
      ['a lost order', 'delete from orders'],
      ['an amount', 'update order_days set amount_cents = amount_cents + 1'],
      ['a refund', 'update order_returns set refunded_cents = refunded_cents + 1'],
      ['a count of refunds', 'update orders set returns = returns + 1'],
      ['a lost count of visits', 'update funnel_counts set tried = tried - 1'],
    ])('finds %s that does not match', async (_, statement) => {
      const { portal } = running();
      const store = await running().store();
      await store.call('trackEvents', { body: { sessionId: 's', eventType: 'TRYON_GENERATED' } });
      const order = { orderId: 'o', platform: 'custom' as const };
      await store.call('createConversion', { body: { ...order, amountCents: 5, sessionId: 's' } });
      if (!statement.startsWith('delete'))
        await store.call('createReturn', { body: { ...order, refundedAmountCents: 5 } });
      const outcome = portal.db.transaction().execute(async (trx) => {
        await sql.raw(`${statement} where store_id = '${store.storeId}'`).execute(trx);
        throw new Error((await checkFunnel(trx)).faults.join());
      });
      await expect(outcome).rejects.toThrow(store.storeId);
    });
  });

  async function hold(steps: readonly Step[]): Promise<void> {
    const { storeId } = await running().store();
    const { db, vault, database } = running().portal;
    const model = new FunnelModel();
    const ids: string[] = [];
    const answered = new Map<string, { hash: string; answer: unknown }>();
    /** What a batch is answered: of what shares a key the first counts, and orders come before refunds. */
    function expectedOf(reports: readonly Report[], told: readonly OrderReport[], day: string): unknown[] {
      const fresh = new Set(
        reports.filter(({ key }, n) => {
          if (key === undefined) return true;
          const isFirst = reports.findIndex((one) => one.key === key) === n;
          return isFirst && !answered.has(key);
        }),
      );
      const outcomes = new Array<unknown>(reports.length);
      for (const kind of ['order', 'refund']) {
        for (const [n, report] of reports.entries()) {
          if (report.of !== kind || !fresh.has(report)) continue;
          const { conversionId, attribution, deduped, body } = apply(report, told[n] as OrderReport, day);
          if (report.key !== undefined) {
            answered.set(report.key, { hash: report.hash, answer: { status: 201, body } });
          }
          outcomes[n] = { outcome: 'recorded', conversionId, attribution, deduped };
        }
      }
      for (const [n, { key, hash }] of reports.entries()) {
        const kept = key === undefined ? undefined : answered.get(key);
        if (outcomes[n] !== undefined || !kept) continue;
        const { answer } = kept;
        outcomes[n] = kept.hash === hash ? { outcome: 'repeated', answer } : { outcome: 'conflict' };
      }
      return outcomes;
    }
    function apply({ orderId, amount, sessionId, productId }: Report, told: OrderReport, day: string) {
      if ('refund' in told) {
        const known = model.refund(orderId, amount);
        const conversionId = known === undefined ? null : ids[known];
        const attribution = model.orders.get(orderId)?.attribution ?? null;
        const body = { id: told.refund.id, conversionEventId: conversionId };
        return { conversionId, attribution, deduped: false, body };
      }
      const { id, attributed, deduped } = model.order(orderId, amount, sessionId, productId, day);
      if (!deduped) ids.push(told.order.id);
      const conversionId = ids[id];
      const attribution = attributed ? 'session' : 'none';
      const body = { id: conversionId, attributedFromTryOn: attributed, ...(deduped && { deduped }) };
      return { conversionId, attribution, deduped, body };
    }
    // From noon, so that visits last past midnight.
    const began = new Date(Math.floor(running().clock.now().getTime() / DAY_MS) * DAY_MS + DAY_MS / 2);
    let now = began;
    for (const each of steps) {
      const day = now.toISOString().slice(0, 10);
      switch (each.do) {
        case 'wait':
          // Keys are kept for 24 hours, and this is not about them.
          now = new Date(Math.min(now.getTime() + each.hours * 3_600_000, began.getTime() + 23 * 3_600_000));
          break;
        case 'events': {
          // What shares a key never shares a statement.
          const once = each.batches.filter(
            ({ key }, n) => key === undefined || each.batches.findIndex((one) => one.key === key) === n,
          );
          const outcomes = await recordEvents(
            database.runDedicated,
            once.map(({ key, events }) => ({
              storeId,
              size: 0,
              events: events.map(({ platform, productId, ...event }) =>
                toEventRow({ ...event, ...(productId && { productId }), metadata: { platform } }),
              ),
              idempotency: key === undefined ? undefined : { key, hash: key, answer: {} },
            })),
            SETTINGS,
            now,
          );
          const fresh = once.map(({ key }) => model.claim(key));
          expect(outcomes).toEqual(fresh.map((isNew) => (isNew ? 'counted' : 'repeated')));
          for (const { events } of once.filter((_, n) => fresh[n])) {
            for (const { productId, ...event } of events) {
              model.event({ ...event, ...(productId !== undefined && { productId }) }, day);
            }
          }
          break;
        }
        case 'orders': {
          const { runDedicated } = database;
          const told = each.reports.map((report): OrderReport => {
            const { key, hash } = report;
            const idempotency = key === undefined ? undefined : { key: `order ${key}`, hash };
            const body = { orderId: report.orderId, platform: 'custom' as const };
            if (report.of === 'refund') {
              const refund = { ...body, refundedAmountCents: report.amount, currency: 'usd' };
              return { storeId, idempotency, refund: toReturnRow(refund, now) };
            }
            const order: CreateConversionRequest = {
              ...body,
              amountCents: report.amount,
              currency: 'USD',
              attributionWindowMinutes: 1_440,
              ...(report.sessionId !== undefined && { sessionId: report.sessionId }),
              ...(report.productId !== undefined && { productId: report.productId }),
            };
            return { storeId, idempotency, order: toOrderRow(vault, order, now) };
          });
          const outcomes = await recordOrders(runDedicated, told, SETTINGS.mostProducts, now);
          expect(outcomes).toEqual(expectedOf(each.reports, told, day));
        }
      }
    }
    const span = { from: began, to: now };
    const read = await readFunnel(db, storeId, span);
    expect(read.total).toEqual(model.total(''));
    for (const productId of ['p', 'q']) {
      const ofProduct = await readFunnel(db, storeId, { ...span, productId });
      expect(ofProduct.total).toEqual(model.total(productId));
      holdDays(ofProduct, model, productId);
    }
    holdDays(read, model, '');
    for (const attribution of ['session', 'none'] as const) {
      const { orders, amountCents, returned, refundedCents } = read.orders.find(
        (each) => each.attribution === attribution,
      ) ?? { orders: 0, amountCents: 0, returned: 0, refundedCents: 0 };
      expect({ orders, amountCents, returned, refundedCents }).toEqual(model.sums(attribution));
    }
  }
}
