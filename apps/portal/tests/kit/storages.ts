import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '@genvoris/testing/empty-database';
import { findPostgres, NO_POSTGRES, type PostgresServer } from '@genvoris/testing/postgres-server';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database, DatabaseLocation } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { startTestPortal, type TestPortal } from './test-portal.ts';

export type StorageName = 'PGlite' | 'PostgreSQL';
type Define = (locate: () => Promise<DatabaseLocation>, storage: StorageName) => void;

/**
 * Describes the same on PGlite and on a PostgreSQL server, each time on an empty database of its own. Without a
 * server it says loudly what was not tested, and skips it.
 */
export async function describeOnBoth(what: string, define: Define): Promise<void> {
  const server = await findPostgres({ fsync: 'off' });
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-portal-'));
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.stop();
  });
  describe(`${what} on PGlite`, () =>
    define(async () => ({ kind: 'pglite', folder: join(folder, 'data') }), 'PGlite'));
  if (!server) console.warn(`\n  !!! ${what} on PostgreSQL was NOT tested: ${NO_POSTGRES}\n`);
  describe.skipIf(!server)(`${what} on PostgreSQL`, () =>
    define(async () => {
      const url = await emptyDatabase(server as PostgresServer);
      return { kind: 'postgres', url, connections: 10 };
    }, 'PostgreSQL'),
  );
}

/** Runs suites on one portal, in the `describe` it is called in. Every test has stores of its own. */
export function runSuites(
  suites: readonly ((running: () => TestPortal) => void)[],
  locate: () => Promise<DatabaseLocation>,
): void {
  let database: Database;
  let running: TestPortal;
  beforeAll(async () => {
    database = await openDatabase(await locate());
    running = await startTestPortal(database);
  });
  afterAll(async () => {
    await running.close();
    await database.close();
  });
  for (const suite of suites) suite(() => running);
}

/** The settings of a portal process that uses the database. */
export function toEnvironment(location: DatabaseLocation): Readonly<Record<string, string>> {
  return location.kind === 'pglite' ? { GENVORIS_DATA: location.folder } : { DATABASE_URL: location.url };
}
