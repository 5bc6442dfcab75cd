import { createHmac } from 'node:crypto';
import type { ShopEvent, ShopEventReceipt } from '@genvoris/contract/types/storefront';
import type { Database } from './database.ts';

/** What happened; its time is when it is recorded. */
export type NewShopEvent = ShopEvent extends infer Event
  ? Event extends ShopEvent
    ? Omit<Event, 'occurredAt'>
    : never
  : never;

export interface ShopEvents {
  /** Writes the event down, in the transaction of the change that it tells of: neither can be lost without the other. */
  record(event: NewShopEvent): void;
  /** Sends what waits, in order. Resolves when all is sent, or when one could not be, which is tried again later. */
  deliver(): Promise<void>;
  /** Sends one once more, as order systems do where an answer was lost. It changes nothing. */
  repeat(id: string): Promise<void>;
  /** What was told of an order, in order. */
  of(orderId: string): SentEvent[];
  /** The newest, newest first. */
  latest(): SentEvent[];
  close(): Promise<void>;
}

/** What an event may be about; a subscription has the id of the order that began it. */
interface Subject {
  orderId?: string;
  subscriptionId?: string;
  customerId?: number | null;
}

/** An event, and what the storefront said to it. */
export interface SentEvent {
  event: ShopEvent;
  at: string;
  /** The HTTP status; undefined while it waits. */
  status: number | undefined;
  requestId: string | undefined;
  receipt: ShopEventReceipt | undefined;
}

export interface ShopEventsOptions {
  /** The storefront's address for shop events. */
  url: string;
  /** What events are signed with; the storefront knows it as `orderSecret`. */
  secret: string;
}

const TIMEOUT_MS = 5_000;
const PAUSE_MS = { first: 1_000, most: 60_000 };
const LATEST = 200;

/** Tells the storefront what happened in the shop, as a real order system does: from server to server, signed. */
export function createShopEvents(database: Database, { url, secret }: ShopEventsOptions): ShopEvents {
  const insert = database.prepare(
    'insert or ignore into shop_events (id, at, body, order_id, shopper_id) values (?, ?, ?, ?, ?)',
  );
  const waiting = database.prepare(
    'select id, body from shop_events where status is null order by place limit 1',
  );
  const answered = database.prepare(
    'update shop_events set status = ?, request_id = ?, receipt = ? where id = ?',
  );
  let sending: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let pause = PAUSE_MS.first;
  let closed = false;

  async function send(id: string, body: string): Promise<void> {
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shop-signature': `t=${time},v1=${signature}` },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    // 429 and 5xx pass by; any other refusal would be one again.
    if (response.status === 429 || response.status >= 500) throw new Error(`${response.status} ${text}`);
    if (!response.ok) console.error(`The storefront refused the event ${id}: ${text}`);
    answered.run(response.status, response.headers.get('x-request-id'), response.ok ? text : null, id);
  }

  async function sendWaiting(): Promise<void> {
    clearTimeout(retry);
    try {
      for (let next = waiting.get(); next && !closed; next = waiting.get()) {
        await send(String(next.id), String(next.body));
      }
      pause = PAUSE_MS.first;
    } catch (error) {
      if (closed) return;
      console.error(`A shop event waits and is sent again: ${(error as Error).message}`);
      retry = setTimeout(() => void deliver(), pause).unref();
      pause = Math.min(2 * pause, PAUSE_MS.most);
    }
  }

  // One after the other: a refund is not to overtake its order, though the storefront would bear it.
  function deliver(): Promise<void> {
    sending = sending.then(sendWaiting);
    return sending;
  }

  const COLUMNS = 'select at, body, status, request_id, receipt from shop_events';
  const byOrder = database.prepare(`${COLUMNS} where order_id = ? order by place`);
  const newest = database.prepare(`${COLUMNS} order by place desc limit ${LATEST}`);

  return {
    record(event) {
      const at = new Date().toISOString();
      const { orderId, subscriptionId, customerId = null } = event.data as Subject;
      const body = JSON.stringify({ ...event, occurredAt: at });
      insert.run(event.id, at, body, orderId ?? subscriptionId ?? null, customerId);
    },
    deliver,
    async repeat(id) {
      const row = database.prepare('select body from shop_events where id = ?').get(id);
      if (row) await send(id, String(row.body)).catch((error: Error) => console.error(error.message));
    },
    of: (orderId) => byOrder.all(orderId).map(toSentEvent),
    latest: () => newest.all().map(toSentEvent),
    async close() {
      closed = true;
      clearTimeout(retry);
      await sending;
    },
  };
}

function toSentEvent(row: Record<string, unknown>): SentEvent {
  return {
    event: JSON.parse(String(row.body)),
    at: String(row.at),
    status: row.status === null ? undefined : Number(row.status),
    requestId: row.request_id === null ? undefined : String(row.request_id),
    receipt: row.receipt === null ? undefined : JSON.parse(String(row.receipt)),
  };
}
