import { type Database, inTransaction } from './database.ts';
import { TRYON_SUBSCRIPTION } from './products.ts';
import type { ShopEvents } from './shop-events.ts';
import type { Shopper } from './shoppers.ts';

export interface Subscription {
  /** That of the order which began it. */
  id: string;
  shopperId: number;
  state: 'active' | 'paused' | 'ended';
}

export interface Subscriptions {
  /** Called in the transaction of the order. */
  start(orderId: string, shopper: Shopper): void;
  of(shopper: Shopper): Subscription | undefined;
  /** Called within a transaction or without. What cannot follow from what it is changes nothing. */
  change(id: string, state: Subscription['state']): void;
}

/** From what a subscription becomes what, and how the event of it is called. */
const CHANGES = {
  paused: { from: ['active'], type: 'subscription.paused' },
  active: { from: ['paused'], type: 'subscription.resumed' },
  ended: { from: ['active', 'paused'], type: 'subscription.ended' },
} as const;

export function createSubscriptions(database: Database, events: ShopEvents): Subscriptions {
  const byId = database.prepare('select id, shopper_id, state from subscriptions where id = ?');
  const newest = database.prepare(
    'select id, shopper_id, state from subscriptions where shopper_id = ? order by rowid desc limit 1',
  );

  function record(
    type: `subscription.${'started' | 'paused' | 'resumed' | 'ended'}`,
    of: Subscription,
  ): void {
    const data = { subscriptionId: of.id, customerId: of.shopperId, productIds: [TRYON_SUBSCRIPTION.id] };
    events.record({ id: `${of.id}-${type}-${crypto.randomUUID()}`, type, data });
  }

  function apply(id: string, state: Subscription['state']): void {
    const row = byId.get(id);
    const { from, type } = CHANGES[state];
    if (!row || !from.some((one) => one === row.state)) return;
    database.prepare('update subscriptions set state = ? where id = ?').run(state, id);
    record(type, { ...toSubscription(row), state });
  }

  return {
    start(id, { id: shopperId }) {
      const subscription: Subscription = { id, shopperId, state: 'active' };
      database
        .prepare('insert into subscriptions (id, shopper_id, state) values (?, ?, ?)')
        .run(id, shopperId, 'active');
      record('subscription.started', subscription);
    },
    of({ id }) {
      const row = newest.get(id);
      return row && toSubscription(row);
    },
    change(id, state) {
      if (database.isTransaction) apply(id, state);
      else inTransaction(database, () => apply(id, state));
    },
  };
}

function toSubscription(row: Record<string, unknown>): Subscription {
  return { id: String(row.id), shopperId: Number(row.shopper_id), state: row.state as Subscription['state'] };
}
