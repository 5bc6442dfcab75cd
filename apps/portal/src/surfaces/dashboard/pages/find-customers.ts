import { isStorable } from '@genvoris/contract';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { readPage, readRows } from '../../../api/http/page.ts';
import type { CustomerRow } from '../../../domain/customers/customer.ts';
import { invalidField } from '../../../foundation/api-error.ts';
import type { CustomerStatus, Schema } from '../../../storage/schema.ts';

export const STATUSES: readonly CustomerStatus[] = ['ACTIVE', 'PAUSED', 'CANCELLED'];

export interface Found {
  readonly rows: readonly CustomerRow[];
  readonly next: string | null;
}

const LIMIT = 25;

/** What a search may be the beginning of. */
interface Part {
  /** Sorted like this by an index of its own. */
  readonly text: RawBuilder<string>;
  /** Which customers have it, as the index says it. */
  readonly there: RawBuilder<boolean>;
  /** The texts that the search is the beginning of, or undefined if it is none of this. */
  range(search: string): { readonly from: string; readonly below: string } | undefined;
}

// The last code point of all: what begins with the search sorts below this.
const startOf = (search: string) => ({ from: search, below: `${search}\u{10FFFF}` });
const everybody = sql<boolean>`true`;
const withEmail = sql<boolean>`email is not null`;
const EMAIL_NAME = `substring(lower(email) from '[._+-]([^._+@-]+)@')`;

const PARTS: readonly Part[] = [
  {
    text: sql`id`,
    there: everybody,
    range: (search) => {
      const id = /^ec_([0-9a-z]{1,26})$/.exec(search)?.[1]?.toUpperCase();
      return id === undefined ? undefined : { from: `ec_${id}`, below: `ec_${id.padEnd(27, 'Z')}` };
    },
  },
  { text: sql`(lower(external_id) collate "C")`, there: everybody, range: startOf },
  {
    text: sql`(lower(substr(external_id, strpos(external_id, '_') + 1)) collate "C")`,
    there: sql`strpos(external_id, '_') > 0`,
    range: startOf,
  },
  { text: sql`(lower(email) collate "C")`, there: withEmail, range: startOf },
  {
    text: sql`(${sql.raw(EMAIL_NAME)} collate "C")`,
    there: sql`${sql.raw(EMAIL_NAME)} is not null`,
    range: (search) => (search.includes('@') ? undefined : startOf(search)),
  },
  {
    text: sql`(split_part(lower(email), '@', 2) collate "C")`,
    there: withEmail,
    range: (search) => startOf(search.replace(/^@/, '')),
  },
];

/**
 * One page of customers: all, newest first, or those of whom the search is the beginning of something: their
 * id, their own id with or without the platform's prefix, their email, its last name, its domain. Each of
 * these is a range of an index, read from where the page before ended; one after the other, so that who
 * is found by two is shown once.
 */
export async function findCustomers(
  db: Kysely<Schema>,
  storeId: string,
  query: URLSearchParams,
): Promise<Found> {
  const status = STATUSES.find((each) => each === query.get('status'));
  const search = (query.get('q') ?? '').trim().toLowerCase();
  let all = db.selectFrom('customers').selectAll().where('store_id', '=', storeId);
  if (status) all = all.where('status', '=', status);
  const cursor = query.get('cursor');
  if (search === '') {
    const { data, next_cursor } = await readRows(all, readPage(query, 'ec_', LIMIT), 'id');
    return { rows: data, next: next_cursor };
  }

  const after = cursor === null ? undefined : readCursor(cursor);
  const found: { row: CustomerRow; place: Place }[] = [];
  for (let part = after?.part ?? 0; part < PARTS.length && found.length <= LIMIT; part += 1) {
    const text = PARTS[part]?.text;
    const here = text && within(part, search);
    if (!here) continue;
    let rows = all.select(text.as('found_by')).where(here);
    for (let before = 0; before < part; before += 1) {
      const earlier = within(before, search);
      if (earlier) rows = rows.where(sql<boolean>`(${earlier}) is not true`);
    }
    if (after?.part === part) rows = rows.where(sql<boolean>`(${text}, id) > (${after.text}, ${after.id})`);
    const read = await rows
      .orderBy(text)
      .orderBy('id')
      .limit(LIMIT + 1 - found.length)
      .execute();
    for (const { found_by, ...row } of read) found.push({ row, place: { part, text: found_by, id: row.id } });
  }
  const shown = found.slice(0, LIMIT);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ row }) => row),
    next: found.length > LIMIT && last ? toCursor(last.place) : null,
  };
}

function within(part: number, search: string): RawBuilder<boolean> | undefined {
  const { text, there, range } = PARTS[part] as Part;
  const wanted = range(search);
  return wanted && sql<boolean>`${there} and ${text} >= ${wanted.from} and ${text} < ${wanted.below}`;
}

/** Where a page ended. */
interface Place {
  readonly part: number;
  readonly text: string;
  readonly id: string;
}

function toCursor({ part, text, id }: Place): string {
  return Buffer.from(JSON.stringify([part, text, id])).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    const [part, text, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const place = { part, text, id };
    const texts = [text, id].every((each) => typeof each === 'string' && isStorable(each));
    if (PARTS[part] && texts && toCursor(place) === cursor) return place;
  } catch {}
  throw invalidField('/cursor', 'is not one of this list');
}
