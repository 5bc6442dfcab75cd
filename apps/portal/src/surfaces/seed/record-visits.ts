import { toOrderRow, toReturnRow } from '../../domain/funnel/order.ts';
import { type OrderReport, recordOrders } from '../../domain/funnel/order-statement.ts';
import { type EventBatch, recordEvents } from '../../domain/funnel/statement.ts';
import { toEventRow } from '../../domain/funnel/widget-event.ts';
import type { Portal } from '../../runtime/portal.ts';
import type { PlannedVisit } from './plan-visits.ts';

type Parts = Pick<Portal, 'database' | 'vault'> & {
  readonly config: Pick<Portal['config'], 'eventsKeptDays' | 'productsPerDay'>;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// What is older is told day by day, at the day's first visit.
const RECENT_MS = 2 * DAY_MS;
const EVENTS_AT_ONCE = 1_000;

/** What was planned, through the functions that operations call, in the order it happened. */
export async function recordVisits(
  portal: Parts,
  storeId: string,
  planned: readonly PlannedVisit[],
): Promise<void> {
  const settings = { keptDays: portal.config.eventsKeptDays, mostProducts: portal.config.productsPerDay };
  const orders = planned.flatMap(({ order }) => order ?? []).sort(byTime);
  const refunds = planned.flatMap(({ refund }) => refund ?? []).sort(byTime);
  let [ordered, refunded] = [0, 0];
  const record = (report: OrderReport, at: Date) =>
    recordOrders(portal.database.runDedicated, [report], settings.mostProducts, at);
  async function ordersUntil(until: number): Promise<void> {
    for (let next = orders[ordered]; next && next.at.getTime() < until; next = orders[++ordered]) {
      await record({ storeId, order: toOrderRow(portal.vault, next.body, next.at) }, next.at);
    }
    for (let next = refunds[refunded]; next && next.at.getTime() < until; next = refunds[++refunded]) {
      await record({ storeId, refund: toReturnRow(next.body, next.at) }, next.at);
    }
  }
  for (const slot of slots(planned)) {
    const at = (slot[0] as PlannedVisit).at;
    await ordersUntil(at.getTime());
    for (const batches of gather(slot, storeId)) {
      await recordEvents(portal.database.runDedicated, batches, settings, at);
    }
  }
  await ordersUntil(Number.POSITIVE_INFINITY);
}

function byTime(one: { readonly at: Date }, other: { readonly at: Date }): number {
  return one.at.getTime() - other.at.getTime();
}

function slots(planned: readonly PlannedVisit[]): PlannedVisit[][] {
  const last = planned.at(-1)?.at.getTime() ?? 0;
  const slotOf = ({ at }: PlannedVisit) => {
    const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;
    return last - hour < RECENT_MS ? hour : Math.floor(hour / DAY_MS) * DAY_MS;
  };
  return [...Map.groupBy(planned, slotOf).values()];
}

function* gather(visits: readonly PlannedVisit[], storeId: string): Generator<EventBatch[]> {
  let batches: EventBatch[] = [];
  let events = 0;
  for (const visit of visits) {
    if (visit.events.length === 0) continue;
    const rows = visit.events.map((eventType) =>
      toEventRow({
        sessionId: visit.sessionId,
        eventType,
        // A checkout is of the whole cart.
        ...(eventType !== 'CHECKOUT_STARTED' && {
          productId: visit.productId,
          productTitle: visit.productTitle,
        }),
        pageUrl: `https://shop.example/p/${visit.productId}`,
        metadata: { platform: visit.platform },
      }),
    );
    batches.push({ storeId, events: rows, size: 0, idempotency: undefined });
    events += rows.length;
    if (events >= EVENTS_AT_ONCE) {
      yield batches;
      [batches, events] = [[], 0];
    }
  }
  if (batches.length > 0) yield batches;
}
