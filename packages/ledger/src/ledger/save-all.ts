import { type QueryCreator, type RawBuilder, sql } from 'kysely';
import type { Account } from '../book/account.ts';
import type { Entry } from '../book/entry.ts';
import { nextDue } from '../book/pass-time.ts';
import { writeAccount } from '../book/stored-account.ts';
import { toRow } from '../storage/entry-row.ts';
import type { Schema } from '../storage/schema.ts';
import type { Flavour, Within } from '../storage/store.ts';

/** An account that was changed, and what its row says beside it. */
export interface ChangedAccount {
  readonly id: string;
  readonly account: Account;
  readonly isSubscribed: number;
  /** Undefined after a sweep. */
  readonly nextDue: number | null | undefined;
}

// Of thirteen values each; SQLite takes 32,766 at once.
const ROWS_AT_ONCE = 1_000;

/** Writes the entries, and the changed accounts into their rows. */
export async function saveAll(
  flavour: Flavour,
  trx: Within,
  entries: readonly Entry[],
  changed: readonly ChangedAccount[],
): Promise<void> {
  const rows = entries.map(toRow);
  let last: QueryCreator<Schema> = trx;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    // PostgreSQL takes both in one statement, which is one journey less.
    if (flavour.name === 'postgres' && changed.length > 0 && from + ROWS_AT_ONCE >= rows.length)
      last = trx.with('written', (db) =>
        db.insertInto('genvoris_credits').values(some),
      ) as unknown as QueryCreator<Schema>;
    else await trx.insertInto('genvoris_credits').values(some).execute();
  }
  await saveAccounts(flavour, last, changed);
}

async function saveAccounts(
  flavour: Flavour,
  db: QueryCreator<Schema>,
  changed: readonly ChangedAccount[],
): Promise<void> {
  const [first, ...others] = changed;
  if (!first) return;
  if (others.length === 0) {
    const columns = columnsOf(first);
    // Columns with an index are left out where they stay: writing one costs as much as all the rest.
    const same = columns.next_due === first.nextDue && columns.is_subscribed === first.isSubscribed;
    await db
      .updateTable('genvoris_customers')
      .set(same ? { account: columns.account } : columns)
      .where('id', '=', first.id)
      .execute();
    return;
  }
  // Rows that are there, each with its own values, in one statement.
  const rows = changed.map((each) => ({ id: each.id, ...columnsOf(each), created_at: 0 }));
  const all = db.insertInto('genvoris_customers').values(rows);
  const theirs = (column: Column) =>
    flavour.name === 'mysql' ? sql`values(${sql.ref(column)})` : sql`excluded.${sql.ref(column)}`;
  const columns = {
    account: theirs('account'),
    is_subscribed: theirs('is_subscribed'),
    next_due: theirs('next_due'),
  } as Record<Column, RawBuilder<never>>;
  await (flavour.name === 'mysql'
    ? all.onDuplicateKeyUpdate(columns)
    : all.onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
  ).execute();
}

type Column = keyof ReturnType<typeof columnsOf>;

function columnsOf({ account, nextDue: before }: ChangedAccount) {
  return {
    account: writeAccount(account),
    is_subscribed: isSubscribed(account),
    next_due: dueFrom(before, account),
  };
}

/** Whether one of the subscriptions is active, as their events say. */
export function isSubscribed({ subscriptions }: Account): 0 | 1 {
  return [...subscriptions.values()].some(({ state }) => state === 'active') ? 1 : 0;
}

/**
 * When a sweep has to look at the account. Never too late; too early where that saves moving the row in its index with
 * each hold, and a sweep that finds nothing to do puts it right.
 */
function dueFrom(before: number | null | undefined, account: Account): number | null {
  const due = nextDue(account);
  return before != null && (due === null || due > before) ? before : due;
}
