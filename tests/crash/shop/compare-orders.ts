import type { EventNote, OrderNote } from './journal.ts';
import { CREDITS_PER_ORDER, TRYONS_PER_SESSION } from './models.ts';
import type { GrantState, Replay } from './replay.ts';
import { eventKey, type ShopBook } from './shop-book.ts';

/** Holds what order systems were told against the book: each event once, each grant once, what went back exactly. */
export function compareOrders(orders: readonly OrderNote[], book: ShopBook, { grants }: Replay) {
  const lost: string[] = [];
  const double: string[] = [];
  const other: string[] = [];
  const byOrder = Map.groupBy(book.entries, ({ orderId }) => orderId);
  const byEvent = Map.groupBy(book.events, ({ id }) => id);
  const nameOf = new Map(book.customers.map(({ id, externalId }) => [id, externalId]));

  for (const { orderId, shopper, totalCents, pieces, events } of orders) {
    const entries = byOrder.get(`external:${orderId}`) ?? [];
    // What is written once has a name; what a claim moves from a guest's account to a shopper's has none.
    const count = (kind: string) => entries.filter((each) => each.kind === kind && each.once !== null).length;
    for (const { id, type, status, error, changed } of events) {
      if (status !== 200) other.push(`event ${id} was answered ${status} ${error}`);
      if (changed !== undefined) other.push(`event ${id} was answered in two ways: ${changed}`);
      const kept = byEvent.get(eventKey(id)) ?? [];
      if (kept.length === 0) lost.push(`event ${id} (${type}) was acknowledged and is not recorded`);
      if (kept.length > 1) double.push(`event ${id} was recorded ${kept.length} times`);
      if (kept.some(({ result }) => !result)) other.push(`event ${id} was recorded without what it came to`);
    }
    for (const [type, kind] of WRITTEN) {
      const wanted = events.filter((event) => event.type === type).length;
      const made = count(kind);
      if (made < wanted)
        lost.push(`order ${orderId}: ${wanted} ${type} were acknowledged, ${made} are written`);
      if (made > wanted) double.push(`order ${orderId}: ${wanted} ${type}, and ${made} are written`);
    }
    const amount = entries.find(({ kind }) => kind === 'grant')?.amount ?? 0;
    if (![0, CREDITS_PER_ORDER, pieces * TRYONS_PER_SESSION].includes(amount))
      other.push(`order ${orderId} granted ${amount}, which no model gives`);
    const states = [...grants.values()].filter(({ ref }) => ref === entries[0]?.ref);
    if (states.length > 1) double.push(`order ${orderId} is granted in ${states.length} accounts`);
    const [state] = states;
    if (!state) continue;
    if (nameOf.get(state.customerId) !== `external_${shopper}`)
      other.push(`order ${orderId} of ${shopper} is granted to ${nameOf.get(state.customerId)}`);
    other.push(...compareAmounts(orderId, events, totalCents, amount, state));
  }
  const known = new Set(orders.map(({ orderId }) => `external:${orderId}`));
  for (const orderId of byOrder.keys())
    if (orderId !== null && !known.has(orderId))
      other.push(`order ${orderId} is in the book, and nobody sent it`);
  return { lost, double, other };
}

const WRITTEN = [
  ['order.paid', 'grant'],
  ['order.refunded', 'refund'],
  ['order.cancelled', 'cancel'],
] as const;

/** In proportion to the money, rounded for the shopper, and never what is used. */
function* compareAmounts(
  orderId: string,
  events: readonly EventNote[],
  totalCents: number,
  amount: number,
  { granted, used, revoked, expired }: GrantState,
) {
  const refunds = events.filter(({ type }) => type === 'order.refunded');
  const cents = refunds.reduce((sum, each) => sum + (each.cents ?? 0), 0);
  const whole =
    cents >= totalCents ||
    refunds.some((each) => each.cents === null) ||
    events.some(({ type }) => type === 'order.cancelled');
  const target = whole ? amount : Math.floor((amount * cents) / totalCents);
  if (granted !== amount) yield `order ${orderId} granted ${amount}, and its account has ${granted}`;
  if (expired > 0) yield `order ${orderId}: ${expired} have expired`;
  const wanted = Math.min(target, amount - used);
  if (revoked !== wanted)
    yield `order ${orderId}: ${revoked} of ${amount} are revoked, ${used} used; refunds take ${target}, so ${wanted}`;
  const paid = events.find(({ type }) => type === 'order.paid');
  const told = events.reduce((sum, each) => sum + each.revoked, 0);
  const bySystem = events.reduce((sum, each) => sum + each.granted, 0);
  if (bySystem > amount || bySystem < amount - target)
    yield `order ${orderId} was told ${bySystem} granted (${paid?.status}); the book has ${amount}`;
  if (told > revoked) yield `order ${orderId} was told ${told} revoked; the book has ${revoked}`;
}
