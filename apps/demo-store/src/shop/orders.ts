import { type Database, inTransaction } from './database.ts';
import { TRYON_SUBSCRIPTION } from './products.ts';
import type { ShopEvents } from './shop-events.ts';
import type { Shopper } from './shoppers.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface OrderLine {
  productId: string;
  title: string;
  /** Of one piece. */
  cents: number;
  quantity: number;
  refunded?: boolean;
}

export interface Order {
  id: string;
  placedAt: string;
  /** Null: a guest's. */
  shopperId: number | null;
  email: string | null;
  lines: OrderLine[];
  state: 'paid' | 'declined' | 'cancelled';
  /** How often money went back. */
  refunds: number;
}

export interface NewOrder {
  shopper: Shopper | undefined;
  email: string | undefined;
  lines: OrderLine[];
  /** Whether the bank says yes. */
  paid: boolean;
  /** The widget's id of the visit, by which the portal puts the order down to a try-on. */
  visit: string | undefined;
}

export interface Orders {
  place(order: NewOrder): Order;
  find(id: string | undefined): Order | undefined;
  of(shopper: Shopper): Order[];
  /** Gives the money of one line back, or of all that are left. */
  refund(order: Order, line?: number): void;
  cancel(order: Order): void;
}

const CURRENCY = 'EUR';
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export function totalOf(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { cents, quantity }) => sum + cents * quantity, 0);
}

/** The shop's order system. Each change is one transaction with the event that tells of it. */
export function createOrders(database: Database, events: ShopEvents, subscriptions: Subscriptions): Orders {
  const insert = database.prepare(
    'insert into orders (id, placed_at, shopper_id, email, lines, state) values (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare('update orders set lines = ?, state = ?, refunds = ? where id = ?');
  const byId = database.prepare('select * from orders where id = ?');
  const byShopper = database.prepare('select * from orders where shopper_id = ? order by placed_at desc');

  function save({ id, lines, state, refunds }: Order): void {
    update.run(JSON.stringify(lines), state, refunds, id);
  }

  function endSubscription({ id, lines }: Order): void {
    if (lines.some(({ productId }) => productId === TRYON_SUBSCRIPTION.id)) subscriptions.change(id, 'ended');
  }

  return {
    place({ shopper, email, lines, paid, visit }) {
      const order: Order = {
        id: newOrderId(),
        placedAt: new Date().toISOString(),
        shopperId: shopper?.id ?? null,
        email: shopper?.email ?? email ?? null,
        lines,
        state: paid ? 'paid' : 'declined',
        refunds: 0,
      };
      const { id, placedAt, shopperId, state } = order;
      inTransaction(database, () => {
        insert.run(id, placedAt, shopperId, order.email, JSON.stringify(lines), state);
        // Only what is paid is told: that is what unlocks.
        if (!paid) return;
        events.record({
          id: `${id}-paid`,
          type: 'order.paid',
          data: {
            orderId: id,
            customerId: shopperId,
            email: order.email,
            currency: CURRENCY,
            totalCents: totalOf(lines),
            items: lines.map(({ productId, title, quantity }) => ({ productId, title, quantity })),
            ...(visit && { sessionId: visit }),
          },
        });
        if (shopper && lines.some(({ productId }) => productId === TRYON_SUBSCRIPTION.id))
          subscriptions.start(id, shopper);
      });
      return order;
    },
    find(id) {
      const row = byId.get(id ?? '');
      return row && toOrder(row);
    },
    of: ({ id }) => byShopper.all(id).map(toOrder),
    refund(order, line) {
      const back = order.lines.filter((one, place) => !one.refunded && (line ?? place) === place);
      if (order.state !== 'paid' || back.length === 0) return;
      for (const one of back) one.refunded = true;
      order.refunds += 1;
      inTransaction(database, () => {
        save(order);
        events.record({
          id: `${order.id}-refund-${order.refunds}`,
          type: 'order.refunded',
          data: {
            orderId: order.id,
            refundId: `${order.id}-${order.refunds}`,
            amountCents: totalOf(back),
            currency: CURRENCY,
          },
        });
        if (order.lines.every(({ refunded }) => refunded)) endSubscription(order);
      });
    },
    cancel(order) {
      if (order.state !== 'paid') return;
      order.state = 'cancelled';
      inTransaction(database, () => {
        save(order);
        events.record({ id: `${order.id}-cancelled`, type: 'order.cancelled', data: { orderId: order.id } });
        endSubscription(order);
      });
    },
  };
}

/** Without a pattern, so that nobody guesses another's, nor counts the shop's sales. */
function newOrderId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `F${Array.from(letters, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

function toOrder(row: Record<string, unknown>): Order {
  return {
    id: String(row.id),
    placedAt: String(row.placed_at),
    shopperId: row.shopper_id === null ? null : Number(row.shopper_id),
    email: row.email === null ? null : String(row.email),
    lines: JSON.parse(String(row.lines)),
    state: row.state as Order['state'],
    refunds: Number(row.refunds),
  };
}
