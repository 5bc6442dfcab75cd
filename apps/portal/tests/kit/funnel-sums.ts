import type { WidgetEventType } from '@genvoris/contract';
import type { Funnel } from '../../src/domain/funnel/read-funnel.ts';
import type { PlannedVisit } from '../../src/surfaces/seed/plan-visits.ts';

/** What a funnel comes to, down to the last order and cent. */
export type FunnelSums = Readonly<Record<string, number>>;

/** What was planned, added up visit by visit. */
export function sumsOfVisits(visits: readonly PlannedVisit[]): FunnelSums {
  const told = (type: WidgetEventType) => visits.filter(({ events }) => events.includes(type)).length;
  const sold = visits.flatMap(({ order }) => order ?? []);
  const back = visits.flatMap(({ refund }) => refund ?? []);
  const triedAndOrdered = visits.filter(
    ({ order, events }) => order?.body.sessionId !== undefined && events.includes('TRYON_GENERATED'),
  ).length;
  return {
    events: total(visits, ({ events }) => events.length),
    sessions: visits.filter(({ events }) => events.length > 0).length,
    opened: told('WIDGET_OPENED'),
    photo: told('PHOTO_UPLOADED'),
    tried: told('TRYON_GENERATED'),
    viewed: told('TRYON_VIEWED'),
    shared: told('RESULT_SHARED'),
    cart: told('ADDED_TO_CART'),
    checkout: told('CHECKOUT_STARTED'),
    closed: told('CLOSED'),
    ordered: sold.filter(({ body }) => body.sessionId !== undefined).length,
    orderedAfterTryon: triedAndOrdered,
    triedAndOrdered,
    orders: sold.length,
    amountCents: total(sold, ({ body }) => body.amountCents),
    returned: back.length,
    refundedCents: total(back, ({ body }) => body.refundedAmountCents),
    ofProducts: visits.filter(({ events }) => events.length > 0).length,
    ordersOfDays: sold.length,
  };
}

/** The same of what was counted. */
export function sumsOfFunnel({ total: counts, orders, products, days }: Funnel): FunnelSums {
  return {
    ...counts,
    orders: total(orders, ({ orders }) => orders),
    amountCents: total(orders, ({ amountCents }) => amountCents),
    returned: total(orders, ({ returned }) => returned),
    refundedCents: total(orders, ({ refundedCents }) => refundedCents),
    ofProducts: total(products, ({ sessions }) => sessions),
    ordersOfDays: total(days, ({ orders }) => orders),
  };
}

function total<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}
