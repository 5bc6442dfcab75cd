import { createHash } from 'node:crypto';
import type { LedgerDatabase } from './ledger-database.ts';

/** What the shop's database says, read straight from its tables. */
export interface ShopBook {
  /** In the order they were written. */
  readonly entries: readonly BookEntry[];
  readonly customers: readonly {
    readonly id: string;
    readonly externalId: string | null;
    readonly ownerId: string | null;
  }[];
  readonly events: readonly { readonly id: string; readonly result: boolean }[];
}

export interface BookEntry {
  readonly customerId: string | null;
  readonly kind: string;
  readonly at: number;
  readonly amount: number;
  readonly source: string | null;
  readonly ref: string | null;
  readonly orderId: string | null;
  readonly holdId: string | null;
  readonly until: number | null;
  readonly requestId: string | null;
  readonly once: string | null;
}

/** What the row of an order system's event is called. */
export function eventKey(id: string): string {
  const said = JSON.stringify(['event', 'shop', `orders:${id}`]);
  return createHash('sha256').update(said).digest('base64url');
}

export async function readShopBook(database: Pick<LedgerDatabase, 'rows'>): Promise<ShopBook> {
  const text = (value: unknown) => (value === null ? null : String(value));
  const [entries, customers, events] = [
    await database.rows('genvoris_credits', 'id'),
    await database.rows('genvoris_customers', 'id'),
    await database.rows('genvoris_processed_events', 'id'),
  ];
  return {
    entries: entries.map((row) => ({
      customerId: text(row.customer_id),
      kind: String(row.kind),
      at: Number(row.at),
      amount: Number(row.amount),
      source: text(row.source),
      ref: text(row.ref),
      orderId: text(row.order_id),
      holdId: text(row.hold_id),
      until: row.until === null ? null : Number(row.until),
      requestId: text(row.request_id),
      once: text(row.once),
    })),
    customers: customers.map((row) => ({
      id: String(row.id),
      externalId: text(row.external_id),
      ownerId: text(row.owner_id),
    })),
    events: events.map((row) => ({ id: String(row.id), result: row.result !== null })),
  };
}
