import { isStorable } from '@genvoris/contract';
import type { Kysely, Selectable } from 'kysely';
import { invalidField } from '../../../foundation/api-error.ts';
import type { GrantsTable, Schema } from '../../../storage/schema.ts';

export type GrantRow = Selectable<GrantsTable>;

/** Where a page ended; `expiresAt` is null among those that never expire, which come first. */
type Place = readonly [expiresAt: string | null, createdAt: string, orderId: string];

const SHOWN = 10;

/**
 * One page of a customer's grants, the last to expire first: two ranges of one index, those that never expire
 * and the others.
 *
 * @throws ApiError `invalid_body` for a cursor of something else.
 */
export async function readGrants(
  db: Kysely<Schema>,
  { store_id, id }: { readonly store_id: string; readonly id: string },
  cursor: string | null,
): Promise<{ readonly rows: readonly GrantRow[]; readonly next: string | null }> {
  const after = cursor === null ? undefined : readCursor(cursor);
  const all = db
    .selectFrom('grants')
    .selectAll()
    .where('store_id', '=', store_id)
    .where('customer_id', '=', id)
    .orderBy('expires_at', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('order_id', 'desc');
  const read: GrantRow[] = [];
  if (!after || after[0] === null) {
    let lasting = all.where('expires_at', 'is', null);
    if (after) {
      const [, createdAt, orderId] = after;
      lasting = lasting.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'order_id'), '<', tuple(new Date(createdAt), orderId)),
      );
    }
    read.push(...(await lasting.limit(SHOWN + 1).execute()));
  }
  if (read.length <= SHOWN) {
    let expiring = all.where('expires_at', 'is not', null);
    if (after && after[0] !== null) {
      const [expiresAt, createdAt, orderId] = after;
      expiring = expiring.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('expires_at', 'created_at', 'order_id'),
          '<',
          tuple(new Date(expiresAt), new Date(createdAt), orderId),
        ),
      );
    }
    read.push(...(await expiring.limit(SHOWN + 1 - read.length).execute()));
  }
  const rows = read.slice(0, SHOWN);
  const last = rows.at(-1);
  return { rows, next: read.length > SHOWN && last ? toCursor(placeOf(last)) : null };
}

function placeOf({ expires_at, created_at, order_id }: GrantRow): Place {
  return [expires_at?.toISOString() ?? null, created_at.toISOString(), order_id];
}

function toCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    const [expiresAt, createdAt, orderId] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const place: Place = [expiresAt, createdAt, orderId];
    const times = [expiresAt ?? createdAt, createdAt];
    if (
      times.every(isTime) &&
      typeof orderId === 'string' &&
      isStorable(orderId) &&
      toCursor(place) === cursor
    )
      return place;
  } catch {}
  throw invalidField('/cursor', 'is not one of this list');
}

function isTime(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text));
}
