import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { findPostgres, NO_POSTGRES, type PostgresServer } from '../src/testing/postgres-server.ts';
import { startTestPortal, type TestPortal } from './kit/test-portal.ts';
import { concurrency } from './suites/concurrency.ts';
import { connect } from './suites/connect.ts';
import { customers } from './suites/customers.ts';
import { errors } from './suites/errors.ts';
import { events } from './suites/events.ts';
import { grants } from './suites/grants.ts';
import { idempotency } from './suites/idempotency.ts';
import { integrators } from './suites/integrators.ts';
import { isolation } from './suites/isolation.ts';
import { ledger } from './suites/ledger.ts';
import { model } from './suites/model.ts';
import { plans } from './suites/plans.ts';
import { rateLimits } from './suites/rate-limits.ts';
import { sessions } from './suites/sessions.ts';
import { status } from './suites/status.ts';
import { track } from './suites/track.ts';
import { tryon } from './suites/tryon.ts';
import { webhookDeliveries } from './suites/webhook-deliveries.ts';
import { webhookEndpoints } from './suites/webhook-endpoints.ts';

// One battery, held against both storages. Every test has stores of its own, so that they share a database.

const SUITES = [
  plans,
  customers,
  grants,
  sessions,
  track,
  tryon,
  status,
  idempotency,
  errors,
  isolation,
  concurrency,
  webhookEndpoints,
  webhookDeliveries,
  connect,
  integrators,
  rateLimits,
  model,
  ledger,
  events,
];

const server = await findPostgres({ fsync: 'off' });
const folder = mkdtempSync(join(tmpdir(), 'genvoris-battery-'));

function battery(name: string, open: () => Promise<Database>): void {
  describe(`on ${name}`, () => {
    let database: Database;
    let running: TestPortal;
    beforeAll(async () => {
      database = await open();
      running = await startTestPortal(database);
    });
    afterAll(async () => {
      await running.close();
      await database.close();
    });
    for (const suite of SUITES) suite(() => running);
  });
}

battery('PGlite', () => openDatabase({ kind: 'pglite', folder }));
if (server) battery('PostgreSQL', () => freshDatabase(server));
else {
  const missing = `PostgreSQL was NOT tested: ${NO_POSTGRES}`;
  console.warn(`\n  !!! ${missing}\n`);
  test.skip(missing, () => {});
}

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

/** A database of this run's own, for a server that somebody else runs may hold those of others. */
async function freshDatabase({ url }: PostgresServer): Promise<Database> {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `portal_battery_${process.pid}_${Date.now()}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return openDatabase({ kind: 'postgres', url: fresh.href, connections: 10 });
}
