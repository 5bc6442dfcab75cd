import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGES } from '../../src/dashboard/routes.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { findPostgres } from '../../src/testing/postgres-server.ts';
import { startTestPortal, type TestPortal } from '../kit/test-portal.ts';
import { type Browsing, signIn } from './browse.ts';

// A page costs the same however large the store is: none reads a table from end to end. PostgreSQL counts that.

const CUSTOMERS = 10_000;
const TRYONS = 100_000;

const server = await findPostgres({ fsync: 'off' });
let database: Database;
let running: TestPortal;
let browser: Browsing;
let paths: string[];

beforeAll(async () => {
  if (!server) return;
  // Over one connection, which can be made to tell at once what it read.
  database = await openDatabase({ kind: 'postgres', url: server.url, connections: 1 });
  running = await startTestPortal(database);
  const { db } = running.portal;
  const store = await running.store({ overageEnabled: true });
  await sql`update stores set created_at = now() - interval '40 days' where store_id = ${store.storeId}`.execute(
    db,
  );
  const hook = await store.call('createWebhookEndpoint', { body: { url: 'https://x.example/' } });
  await fill(db, store.storeId, hook.body.id);
  browser = await signIn(running, store);
  const { body } = await store.call('listCustomers', { query: { limit: '1' } });
  const { id } = await db.selectFrom('webhook_deliveries').select('id').executeTakeFirstOrThrow();
  const own: Record<string, string> = { customers: body.data[0].id, webhooks: hook.body.id };
  paths = PAGES.map(({ path }) =>
    path.replace(':id', own[path.split('/')[2] ?? ''] ?? '').replace(':deliveryId', id),
  );
  paths.push(
    ...[
      'q=wp_9',
      'q=wp_',
      'q=9',
      'q=ana5@',
      'q=shop.ex',
      'q=nobody',
      'q=wp_&status=PAUSED',
      'status=PAUSED',
    ].map((query) => `/dashboard/customers?${query}`),
    ...['pending', 'dead'].map((status) => `/dashboard/webhooks/${hook.body.id}?status=${status}`),
    '/dashboard?days=90',
    '/dashboard/credits?entries=packs',
    '/dashboard/sessions?state=valid',
    `/dashboard/sessions?customer=${own.customers}`,
  );
}, 180_000);

afterAll(async () => {
  await running?.close();
  await database?.close();
  await server?.stop();
});

test.skipIf(!server)(
  'no page reads a table that grows from end to end, however it is asked',
  async () => {
    const { db } = running.portal;
    for (const path of paths) {
      const before = await rowsScanned(db);
      expect((await browser.get(path)).status).toBe(200);
      const after = await rowsScanned(db);
      const scanned = [...after].filter(([table, rows]) => rows - (before.get(table) ?? 0) > CUSTOMERS / 10);
      expect([path, scanned]).toEqual([path, []]);
    }
  },
  180_000,
);

/** Rows read by sequential scans so far, by table. */
async function rowsScanned(db: Kysely<Schema>): Promise<Map<string, number>> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname as name, seq_tup_read::float8 as rows from pg_stat_user_tables`.execute(db);
  return new Map(rows.map(({ name, rows }) => [name, rows]));
}

async function fill(db: Kysely<Schema>, storeId: string, endpointId: string): Promise<void> {
  await sql`insert into customers (store_id, id, external_id, email, status, period_start, created_at, updated_at)
    select ${storeId}, portal_id('ec_', now() - n * interval '20 seconds'), 'wp_' || n, 'ana' || n || '@shop.example',
      case when n % 1000 = 0 then 'PAUSED' else 'ACTIVE' end, now(), now(), now()
    from generate_series(1, ${CUSTOMERS}::int) n`.execute(db);
  await sql`insert into tryons (store_id, id, at, success, customer_id, charged_to, debit_id, report)
    select ${storeId}, portal_id('try_', t.at), t.at, true, c.id, 'plan', 'd', '{}'::jsonb
    from (select n, now() - n * (interval '30 days' / ${TRYONS}) as at from generate_series(1, ${TRYONS}::int) n) t
    join customers c on c.store_id = ${storeId} and c.external_id = 'wp_' || (1 + t.n % ${CUSTOMERS}::int)`.execute(
    db,
  );
  await sql`insert into ledger_entries (store_id, id, at, kind, source, sink, amount, debit_id)
    select store_id, 'led_' || substr(id, 5), at, 'debit', 'overage', 'used', 1, id from tryons`.execute(db);
  await sql`insert into sessions (store_id, jti, customer_id, kid, issued_at, expires_at)
    select store_id, portal_id('ses_', now()), id, 'k', now(), now() + interval '1 hour' from customers`.execute(
    db,
  );
  await sql`insert into grants (store_id, order_id, customer_id, amount, created_at)
    select store_id, 'o' || id, id, 1, now() from customers`.execute(db);
  await sql`insert into usage_periods (store_id, customer_id, period_start, period_end, used, "limit")
    select store_id, id, now() - interval '30 days', now(), 1, 1 from customers`.execute(db);
  await sql`insert into outbox (store_id, id, type, created_at, data, taken_at)
    select store_id, 'evt_' || substr(id, 4), 'tryon.completed', now(), '{}'::jsonb, now() from customers`.execute(
    db,
  );
  await sql`insert into webhook_deliveries (store_id, id, endpoint_id, event_id, event_type, status, created_at)
    select store_id, portal_id('whd_', now()), ${endpointId}, 'evt_' || substr(id, 4), 'tryon.completed', 'delivered',
      now() from customers`.execute(db);
  await sql`analyze`.execute(db);
}
