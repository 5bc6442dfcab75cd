import type { Insertable, Selectable } from 'kysely';
import type { Entry, EntryDetail, EntryKind } from '../book/entry.ts';
import { storable } from './digest.ts';
import type { CreditsTable } from './schema.ts';

export function toRow(entry: Entry): Insertable<CreditsTable> {
  const { orderId, requestId, detail } = entry;
  return {
    customer_id: entry.customerId,
    kind: entry.kind,
    at: entry.at,
    amount: entry.amount,
    source: entry.source,
    ref: entry.ref,
    order_id: orderId === null ? null : storable(orderId),
    hold_id: entry.holdId,
    until: entry.until,
    request_id: requestId === null ? null : storable(requestId),
    once: entry.once,
    detail: detail === null ? null : JSON.stringify(detail),
  };
}

/** Some drivers give large integers as texts. */
export function toEntry(row: Selectable<CreditsTable>): Entry {
  return {
    customerId: row.customer_id,
    kind: row.kind as EntryKind,
    at: Number(row.at),
    amount: Number(row.amount),
    source: row.source as Entry['source'],
    ref: row.ref,
    orderId: row.order_id,
    holdId: row.hold_id,
    until: row.until === null ? null : Number(row.until),
    requestId: row.request_id,
    once: row.once,
    detail: row.detail === null ? null : (JSON.parse(row.detail) as EntryDetail),
  };
}

/** A whole entry of what is said of it. */
export function toEntryOf(
  customerId: string | null,
  said: Partial<Entry> & Pick<Entry, 'kind' | 'at'>,
): Entry {
  return {
    customerId,
    amount: 0,
    source: null,
    ref: null,
    orderId: null,
    holdId: null,
    until: null,
    requestId: null,
    once: null,
    detail: null,
    ...said,
  };
}
