import { type SelectQueryBuilder, sql } from 'kysely';
import { invalidField } from '../../foundation/api-error.ts';
import type { IdPrefix } from '../../foundation/ids.ts';

/** Which part of a list is asked for. Lists go by id, newest first, so that a page is stable under writes. */
export interface Page {
  readonly limit: number;
  /** The last id of the page before. */
  readonly after: string | undefined;
}

const DEFAULT_LIMIT = 50;
const MOST = 200;

/** Pages are as long as the query says, unless they have a `limit` of their own. @throws ApiError `invalid_body` naming the parameter. */
export function readPage(query: URLSearchParams, prefix: IdPrefix, limit = readLimit(query)): Page {
  const cursor = query.get('cursor');
  if (cursor === null) return { limit, after: undefined };
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  const ours = after.startsWith(prefix) && /^[A-Za-z0-9_]{8,64}$/.test(after) && toCursor(after) === cursor;
  if (!ours) throw invalidField('/cursor', 'must be the next_cursor of a page before');
  return { limit, after };
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit');
  const limit = text === null ? DEFAULT_LIMIT : /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST) throw invalidField('/limit', `must be a whole number from 1 to ${MOST}`);
  return limit;
}

/** Reads the rows of a page, newest first by their `id` column, and the cursor of the next. */
export async function readRows<
  DB,
  Tables extends keyof DB,
  Id extends string,
  Row extends Record<Id, string>,
>(
  rows: SelectQueryBuilder<DB, Tables, Row>,
  { limit, after }: Page,
  id: Id,
): Promise<{ data: Row[]; next_cursor: string | null }> {
  const column = sql.ref<string>(id);
  const newest = after === undefined ? rows : rows.where(column, '<', after);
  // One row more than the page takes tells whether there is another.
  const read = await newest
    .orderBy(column, 'desc')
    .limit(limit + 1)
    .execute();
  const data = read.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: read.length > limit && last ? toCursor(last[id]) : null };
}

function toCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}
