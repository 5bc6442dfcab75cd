import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../random.ts';
import { ask } from './http.ts';
import type { EventNote, Journal, OrderNote } from './journal.ts';
import { type Client, nameOf } from './shoppers.ts';

export interface OrderSystems {
  readonly shops: readonly string[];
  readonly secret: string;
  readonly shoppers: number;
  /** Orders whose events are told at a time. */
  readonly workers: number;
  readonly pauseMs: number;
  readonly clock: () => number;
  readonly seed: number;
}

const ANSWER_WITHIN_MS = 10_000;
const GUESTS = 0.1;
const SENDS_AGAIN = 0.3;

type Planned = Pick<EventNote, 'id' | 'type' | 'cents'> & { readonly data: object };

/**
 * Tells the shop of orders, all events of one at once and in any order, each until it is taken, and some once more.
 */
export function startOrderSystems(orders: OrderSystems, journal: Journal): Client {
  let stopping = false;
  const workers = Array.from({ length: orders.workers }, async (_, worker) => {
    const random = createRandom(orders.seed * 2_000 + worker);
    for (let count = 0; !stopping; count += 1) {
      journal.orders.push(await tellOrder(orders, `${worker}-${count}`, random));
      await sleep(random() * orders.pauseMs);
    }
  });
  return {
    async stop() {
      stopping = true;
      await Promise.all(workers);
    },
  };
}

async function tellOrder(orders: OrderSystems, orderId: string, random: () => number): Promise<OrderNote> {
  const guest = random() < GUESTS;
  const shopper = guest ? `guest-${orderId}` : nameOf(Math.floor(random() * orders.shoppers));
  const pieces = 1 + Math.floor(random() * 2);
  const totalCents = 1 + Math.floor(random() * 10_000);
  const email = guest ? `${shopper}@shopper.example` : null;
  const event = (type: EventNote['type'], id: string, data: object, cents?: number | null): Planned => ({
    ...{ id: `${orderId}-${id}`, type, data, cents },
  });
  const events: Planned[] = [
    event('order.paid', 'paid', {
      ...{ orderId, customerId: guest ? null : shopper, email, currency: 'EUR', totalCents },
      items: [{ productId: 'dress', quantity: pieces }],
    }),
  ];
  if (guest) events.push(event('shopper.created', 'created', { customerId: shopper, email }));
  const refunds = random() < 0.4 ? 1 + Math.floor(random() * 3) : 0;
  for (let n = 0; n < refunds; n += 1) {
    const cents = random() < 0.25 ? null : Math.floor((random() * totalCents) / refunds);
    const data = { orderId, refundId: `refund-${n}`, amountCents: cents };
    events.push(event('order.refunded', `refund-${n}`, data, cents));
  }
  if (random() < 0.1) events.push(event('order.cancelled', 'cancelled', { orderId }));
  const told = await Promise.all(
    events.map(async (each) => {
      // A refund comes before its order, or after some of it was used.
      await sleep(random() * (random() < 0.5 ? 100 : 3_000));
      return tellEvent(orders, each, random);
    }),
  );
  return { orderId, shopper, totalCents, pieces, events: told };
}

async function tellEvent(
  { shops, secret, clock }: OrderSystems,
  { data, ...event }: Planned,
  random: () => number,
): Promise<EventNote> {
  const occurredAt = new Date(clock()).toISOString();
  const body = JSON.stringify({ id: event.id, type: event.type, occurredAt, data });
  const send = async () => {
    const shop = shops[Math.floor(random() * shops.length)];
    const at = Math.floor(clock() / 1_000);
    const signature = `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-shop-signature': signature };
    return ask(`${shop}/genvoris/webhooks/orders`, { method: 'POST', headers, body }, ANSWER_WITHIN_MS);
  };
  for (let sent = 1; ; sent += 1) {
    const answer = await send();
    // By the shop's fast clock a signature may be too old by the time it is read: it is signed anew.
    if (answer === undefined || answer.status >= 500 || answer.status === 401) {
      await sleep(50 + random() * 300);
      continue;
    }
    const { status, body: receipt } = answer;
    const [granted, revoked] = [Number(receipt.granted ?? 0), Number(receipt.revoked ?? 0)];
    const note = { ...event, sent, status, granted, revoked };
    if (status !== 200) return { ...note, error: JSON.stringify(receipt) };
    if (random() >= SENDS_AGAIN) return note;
    const again = await send();
    if (again === undefined || again.status >= 500 || again.status === 401) return note;
    const [was, is] = [receipt, again.body].map((said) => JSON.stringify({ ...said, duplicate: true }));
    const changed =
      again.status === 200 && was === is && again.body.duplicate === true
        ? undefined
        : `${was}, then ${again.status} ${JSON.stringify(again.body)}`;
    return { ...note, changed };
  }
}
