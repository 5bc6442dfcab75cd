import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TryonReport } from '../src/domain/debits/debit.ts';
import { debitBatch } from '../src/domain/debits/statement.ts';
import { verifyLedger } from '../src/domain/debits/verify-ledger.ts';
import type { Database } from '../src/storage/database.ts';
import { createMigrator, migrate } from '../src/storage/migrate.ts';
import { databaseOn } from '../src/storage/pglite.ts';
import { addStore } from './kit/add-store.ts';

const now = new Date('2026-11-20T18:30:00Z');
const report: TryonReport = {
  product_type: 'apparel',
  product_title: null,
  page_url: null,
  origin: null,
  variation_count: 1,
  generation_time_ms: 900,
};

let database: Database;

beforeAll(async () => {
  // Empty, where a database that the portal opens has the tables of today.
  database = await databaseOn(PGlite.create());
}, 60_000);

afterAll(() => database.close());

test('a process of the version before 0011 and one of this version debit the same store', async () => {
  const { db } = database;
  const { error } = await createMigrator(db).migrateTo('0010-lists');
  expect(error).toBeUndefined();
  const { storeId, keyId } = await addStore(db, { name: 'Rolling', credits: 10 }, now);
  const ofBefore = async (tryonId: string, key: string) => {
    const kept = { i: key, h: 'hash' };
    const row = { n: 0, id: tryonId, p: 1, s: storeId, c: null, j: null, ...kept, ok: true, r: report };
    const { rows } = await sql`select * from debit_tryons(${now}::timestamptz, ${[storeId]}::text[],
      ${[storeId]}::text[], ${[keyId]}::text[], ${[1]}::int[], ${[]}::text[], ${[]}::text[],
      ${JSON.stringify([row])}::jsonb)`.execute(db);
    return rows[0];
  };
  const ofNow = (tryonId: string, key: string) => {
    const idempotency = { key, hash: 'hash' };
    const request = { tryonId, storeId, keyId, keyRevision: 1, idempotency, success: true, report };
    return debitBatch(database.runDedicated, [request], now);
  };

  expect((await migrate(db))[0]).toBe('0011-debit-names');
  const before = { n: 0, outcome: 'debited', used: null, limit: null, left: null };
  const after = { outcome: 'debited', quota: undefined };
  expect(await ofBefore('try_01', 'a')).toEqual({ ...before, remaining: 9 });
  expect(await ofNow('try_02', 'b')).toEqual([{ ...after, remainingCredits: 8 }]);
  // What one answered under a key, the other repeats.
  expect(await ofBefore('try_03', 'b')).toEqual({ ...before, remaining: 8 });
  expect(await ofNow('try_04', 'a')).toEqual([{ ...after, remainingCredits: 9 }]);

  const tryons = await db.selectFrom('tryons').select(['id', 'report']).orderBy('id').execute();
  expect(tryons).toEqual(['try_01', 'try_02'].map((id) => ({ id, report })));
  const pool = await db.selectFrom('pools').select(['balance', 'period_used']).executeTakeFirstOrThrow();
  expect(pool).toEqual({ balance: 8, period_used: 2 });
  expect((await verifyLedger(db)).faults).toEqual([]);
}, 60_000);
