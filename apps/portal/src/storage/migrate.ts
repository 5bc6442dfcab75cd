import { type Kysely, sql } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import { tables } from './migrations/0001-tables.ts';
import { lapses } from './migrations/0002-lapses.ts';
import { debits } from './migrations/0003-debits.ts';
import type { Schema } from './schema.ts';

/** Every migration, in order. A migration that has run somewhere is never changed; a later one corrects it. */
export const MIGRATIONS: Readonly<Record<string, string>> = {
  '0001-tables': tables,
  '0002-lapses': lapses,
  '0003-debits': debits,
};

const provider: MigrationProvider = {
  async getMigrations() {
    return Object.fromEntries(
      Object.entries(MIGRATIONS).map(([name, text]) => [
        name,
        {
          up: async (db: Kysely<unknown>) => {
            for (const statement of statements(text)) await sql.raw(statement).execute(db);
          },
        },
      ]),
    );
  },
};

/**
 * Brings the database to the newest schema and answers the names of the migrations that ran now.
 *
 * Any number of processes may call this at once: one migrates, the others wait for it.
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const { error, results } = await new Migrator({
    db,
    provider,
    migrationTableName: 'portal_migrations',
    migrationLockTableName: 'portal_migration_lock',
  }).migrateToLatest();
  const failed = results?.find(({ status }) => status === 'Error');
  if (error) throw new Error(`Migration ${failed?.migrationName ?? ''} failed`, { cause: error });
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** PGlite takes one statement at a time; a semicolon at the end of a line ends one, outside `$$`. */
function statements(text: string): string[] {
  const found: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of text.split('\n')) {
    current += `${line}\n`;
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted;
    if (!quoted && line.trimEnd().endsWith(';')) {
      found.push(current);
      current = '';
    }
  }
  if (current.trim() !== '') found.push(current);
  return found;
}
