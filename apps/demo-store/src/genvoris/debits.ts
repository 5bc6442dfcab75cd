import type { EventEnvelopes } from '@genvoris/contract';
import type { Database } from '../shop/database.ts';

/** A try-on that the portal took from the store's pool, as it told the shop. */
export interface Debit {
  /** When the shop heard of it. */
  at: string;
  /** The `X-Request-Id` that the shopper's browser got: what joins it to the ledger's entry. */
  requestId: string | undefined;
  externalId: string | undefined;
  product: string | undefined;
  /** What the store has left. */
  pool: number;
  /** What the portal counts of the shopper. */
  quota: { used: number; limit: number } | undefined;
}

export interface Debits {
  record(event: EventEnvelopes['tryon.completed']): void;
  latest(): Debit[];
}

const LATEST = 200;

export function createDebits(database: Database): Debits {
  const insert = database.prepare('insert or ignore into debits values (?, ?, ?, ?, ?, ?, ?, ?)');
  const latest = database.prepare(`select * from debits order by at desc limit ${LATEST}`);
  return {
    record({ id, data }) {
      // The event's own time is in whole seconds, and would stand before what led to it.
      const at = new Date().toISOString();
      const { request_id, external_id, product_title, remaining_credits, end_customer_quota: quota } = data;
      const shopper = [quota?.used ?? null, quota?.limit ?? null] as const;
      insert.run(id, at, request_id ?? null, external_id, product_title, remaining_credits, ...shopper);
    },
    latest: () => latest.all().map(toDebit),
  };
}

function toDebit(row: Record<string, unknown>): Debit {
  const text = (name: string) => (row[name] === null ? undefined : String(row[name]));
  return {
    at: String(row.at),
    requestId: text('request_id'),
    externalId: text('external_id'),
    product: text('product'),
    pool: Number(row.pool),
    quota: row.used === null ? undefined : { used: Number(row.used), limit: Number(row.limit) },
  };
}
