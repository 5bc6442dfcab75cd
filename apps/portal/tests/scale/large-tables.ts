import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../src/storage/schema.ts';

const LARGE = 1_000;

/** The tables with so many rows that how they are read shows; statistics are brought up to date for it. */
export async function largeTables(db: Kysely<Schema>): Promise<ReadonlySet<string>> {
  await sql`analyze`.execute(db);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ${LARGE}`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
