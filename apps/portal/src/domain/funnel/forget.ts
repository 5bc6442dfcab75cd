import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

// So few at a time that no lock is held for long.
const BITE = 2_000;
const DAY_MS = 86_400_000;

/**
 * Drops events, sessions and counts whose time is over, in bites, and returns how many rows went. Each statement finds
 * its rows by an index on the time alone, so that what it costs goes by what is dropped.
 */
export async function forgetFunnel(db: Kysely<Schema>, now: Date, keptDays: number): Promise<number> {
  const over = sql`${now.toISOString()}::timestamptz`;
  const old = sql`${new Date(now.getTime() - keptDays * DAY_MS).toISOString()}::timestamptz`;
  let all = 0;
  for (const [table, column, before] of [
    ['widget_events', 'at', old],
    ['widget_sessions', 'expires_at', over],
    ['widget_products', 'expires_at', over],
    ['funnel_counts', 'expires_at', over],
    ['order_days', 'expires_at', over],
  ] as const) {
    for (let gone = BITE; gone >= BITE; all += gone) {
      gone = await bite(db, table, column, before);
      // Requests come first: PGlite would go from one bite to the next without a look at them.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return all;
}

async function bite(
  db: Kysely<Schema>,
  table: string,
  column: string,
  before: RawBuilder<unknown>,
): Promise<number> {
  const rows = sql.table(table);
  // Processes sweep past each other, and past every use of a row.
  const { numAffectedRows } = await sql`
    delete from ${rows} where ctid = any(array(
      select ctid from ${rows} where ${sql.ref(column)} < ${before} order by ${sql.ref(column)}
      limit ${BITE} for update skip locked))`.execute(db);
  return Number(numAffectedRows ?? 0);
}
