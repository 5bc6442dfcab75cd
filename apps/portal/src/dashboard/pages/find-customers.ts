import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CustomerRow } from '../../customers/customer.ts';
import { readPage, toPage } from '../../http/page.ts';
import { invalidField } from '../../http/refusal.ts';
import type { CustomerStatus, Schema } from '../../storage/schema.ts';

export const STATUSES: readonly CustomerStatus[] = ['ACTIVE', 'PAUSED', 'CANCELLED'];

export interface Found {
  readonly rows: readonly CustomerRow[];
  readonly next: string | null;
}

const LIMIT = 25;

/**
 * One page of customers: all, newest first, or those whose id is the search, or whose own id or email begins
 * with it, in its order. Each way reads a range of an index, from where the page before ended.
 */
export async function findCustomers(
  db: Kysely<Schema>,
  storeId: string,
  query: URLSearchParams,
): Promise<Found> {
  const status = STATUSES.find((each) => each === query.get('status'));
  const search = (query.get('q') ?? '').trim();
  let rows = db.selectFrom('customers').selectAll().where('store_id', '=', storeId);
  if (status) rows = rows.where('status', '=', status);
  if (/^ec_[0-9A-Z]{26}$/.test(search)) {
    return { rows: await rows.where('id', '=', search).execute(), next: null };
  }
  const cursor = query.get('cursor');
  if (search === '') {
    const page = readPage(
      new URLSearchParams({ limit: String(LIMIT), ...(cursor !== null && { cursor }) }),
      'ec_',
    );
    if (page.after !== undefined) rows = rows.where('id', '<', page.after);
    const read = await rows
      .orderBy('id', 'desc')
      .limit(LIMIT + 1)
      .execute();
    const { data, next_cursor } = toPage(
      read,
      page,
      ({ id }) => id,
      (row) => row,
    );
    return { rows: data, next: next_cursor };
  }

  const byEmail = search.includes('@');
  const column = byEmail ? 'email' : 'external_id';
  const sorted: RawBuilder<string> = sql`(lower(${sql.ref(column)}) collate "C")`;
  const from = search.toLowerCase();
  // The last code point of all: what begins with the search sorts below this.
  rows = rows.where(sql<boolean>`${sorted} >= ${from} and ${sorted} < ${`${from}\u{10FFFF}`}`);
  if (byEmail) rows = rows.where('email', 'is not', null);
  if (cursor !== null) {
    const [text, id] = readCursor(cursor);
    rows = rows.where(sql<boolean>`(${sorted}, id) > (${text}, ${id})`);
  }
  const read = await rows
    .orderBy(sorted)
    .orderBy('id')
    .limit(LIMIT + 1)
    .execute();
  const shown = read.slice(0, LIMIT);
  const last = shown.at(-1);
  const more = read.length > LIMIT && last;
  return { rows: shown, next: more ? toCursor((last[column] ?? '').toLowerCase(), last.id) : null };
}

function toCursor(text: string, id: string): string {
  return Buffer.from(JSON.stringify([text, id])).toString('base64url');
}

function readCursor(cursor: string): [string, string] {
  try {
    const [text, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof text === 'string' && typeof id === 'string') return [text, id];
  } catch {}
  throw invalidField('/cursor', 'is not one of this list');
}
