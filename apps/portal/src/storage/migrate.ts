import { type Kysely, sql } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import { tables } from './migrations/0001-tables.ts';
import { lapses } from './migrations/0002-lapses.ts';
import { debits } from './migrations/0003-debits.ts';
import { webhooks } from './migrations/0004-webhooks.ts';
import { connect } from './migrations/0005-connect.ts';
import { merchants } from './migrations/0006-merchants.ts';
import { rateLimits } from './migrations/0007-rate-limits.ts';
import { testClock } from './migrations/0008-test-clock.ts';
import { findCustomers } from './migrations/0009-find-customers.ts';
import { lists } from './migrations/0010-lists.ts';
import { debitNames } from './migrations/0011-debit-names.ts';
import { quotaEvents } from './migrations/0012-quota-events.ts';
import { funnel } from './migrations/0013-funnel.ts';
import { ordersGathered } from './migrations/0014-orders-gathered.ts';
import type { Schema } from './schema.ts';

/** Every migration, in order. A migration that has run somewhere is never changed; a later one corrects it. */
export const MIGRATIONS: Readonly<Record<string, string>> = {
  '0001-tables': tables,
  '0002-lapses': lapses,
  '0003-debits': debits,
  '0004-webhooks': webhooks,
  '0005-connect': connect,
  '0006-merchants': merchants,
  '0007-rate-limits': rateLimits,
  '0008-test-clock': testClock,
  '0009-find-customers': findCustomers,
  '0010-lists': lists,
  '0011-debit-names': debitNames,
  '0012-quota-events': quotaEvents,
  '0013-funnel': funnel,
  '0014-orders-gathered': ordersGathered,
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
 * Brings the database to the newest schema and returns the names of the migrations that ran now.
 *
 * Any number of processes may call this at once: one migrates, the others wait for it.
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  if (await isUpToDate(db)) return [];
  const { error, results } = await createMigrator(db).migrateToLatest();
  const failed = results?.find(({ status }) => status === 'Error');
  if (error) throw new Error(`Migration ${failed?.migrationName ?? ''} failed`, { cause: error });
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Kysely's migrator with the portal's migrations, which can also stop at any of them. */
export function createMigrator(db: Kysely<Schema>): Migrator {
  return new Migrator({
    db,
    provider,
    migrationTableName: 'portal_migrations',
    migrationLockTableName: 'portal_migration_lock',
  });
}

/** One small query instead of the migrator's look through the catalogue, which is a third of a start on PGlite. */
async function isUpToDate(db: Kysely<Schema>): Promise<boolean> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('portal_migrations') is not null as there`
    .execute(db)
    .catch((cause: unknown) => {
      throw new Error('The database cannot be used (DATABASE_URL, or the folder GENVORIS_DATA):', { cause });
    });
  if (!found[0]?.there) return false;
  const { rows } = await sql<{ name: string }>`select name from portal_migrations`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  return Object.keys(MIGRATIONS).every((name) => done.has(name));
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
