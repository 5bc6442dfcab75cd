import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { ledgerMoves, SLACK_MS, tryonDays } from './spans.ts';

const HOUR_MS = 3_600_000;

/**
 * Rolls up the hours that are over and not yet rolled up, once for all processes, and returns where the sums
 * end: what is after that moment is little, and read from the rows themselves.
 */
export async function rollUp(db: Kysely<Schema>, storeId: string, now: Date): Promise<Date> {
  const edge = lastEdge(now);
  const reached = await db
    .selectFrom('figures_through')
    .select('through')
    .where('store_id', '=', storeId)
    .executeTakeFirst();
  if (reached?.through.getTime() === edge.getTime()) return edge;
  return db.transaction().execute(async (trx) => {
    const { created_at } = await trx
      .selectFrom('stores')
      .select('created_at')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    const beginning = new Date(Math.floor(created_at.getTime() / HOUR_MS) * HOUR_MS);
    await trx
      .insertInto('figures_through')
      .values({ store_id: storeId, through: beginning })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    let { through: from } = await trx
      .selectFrom('figures_through')
      .select('through')
      .where('store_id', '=', storeId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    if (from.getTime() - edge.getTime() > HOUR_MS) {
      // A test's clock was moved back: what is rolled up has not happened yet.
      await trx.deleteFrom('tryon_days').where('store_id', '=', storeId).execute();
      await trx.deleteFrom('ledger_totals').where('store_id', '=', storeId).execute();
      from = beginning;
    }
    if (from >= edge) return from;
    const span = { storeId, from, to: edge };
    await sql`insert into tryon_days (store_id, day, platform, completed, failed, credits) ${tryonDays(span)}
      on conflict (store_id, day, platform) do update set completed = tryon_days.completed + excluded.completed,
        failed = tryon_days.failed + excluded.failed, credits = tryon_days.credits + excluded.credits`.execute(
      trx,
    );
    await sql`insert into ledger_totals (store_id, account, amount) ${ledgerMoves(span)}
      on conflict (store_id, account) do update set amount = ledger_totals.amount + excluded.amount`.execute(
      trx,
    );
    await trx.updateTable('figures_through').set({ through: edge }).where('store_id', '=', storeId).execute();
    return edge;
  });
}

/** The end of the last hour that is over for good. */
export function lastEdge(now: Date): Date {
  return new Date(Math.floor((now.getTime() - SLACK_MS) / HOUR_MS) * HOUR_MS);
}
