import { sql } from 'kysely';
import type { TestPortal } from './test-portal.ts';

/** Every row that is a store's, of every table. */
export async function rowsOf({ portal }: TestPortal, storeId: string): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'store_id'`.execute(portal.db);
  const all: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { rows } =
      await sql`select * from ${sql.table(name)} where store_id = ${storeId} order by 1, 2`.execute(
        portal.db,
      );
    all[name] = rows;
  }
  return all;
}
