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

/** @throws ApiError `invalid_body` naming the parameter. */
export function readPage(query: URLSearchParams, prefix: IdPrefix): Page {
  const text = query.get('limit');
  const limit = text === null ? DEFAULT_LIMIT : /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST) throw invalidField('/limit', `must be a whole number from 1 to ${MOST}`);
  const cursor = query.get('cursor');
  if (cursor === null) return { limit, after: undefined };
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  const ours = after.startsWith(prefix) && /^[A-Za-z0-9_]{8,64}$/.test(after) && toCursor(after) === cursor;
  if (!ours) throw invalidField('/cursor', 'must be the next_cursor of a page before');
  return { limit, after };
}

/** Cuts what was read, one row more than the page takes, into the page and its cursor. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  page: Page,
  idOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return { data: shown.map(toItem), next_cursor: more ? toCursor(idOf(last)) : null };
}

function toCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}
