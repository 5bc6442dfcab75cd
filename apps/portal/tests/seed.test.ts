import { EXTERNAL_ID_PLATFORMS } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../src/domain/debits/verify-ledger.ts';
import { toEnvelope } from '../src/domain/outbox.ts';
import { readFigures } from '../src/domain/stats/read-figures.ts';
import type { Database } from '../src/storage/database.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { type Seeded, seedStore } from '../src/surfaces/seed/seed-store.ts';
import { startTestPortal, type TestPortal } from './kit/test-portal.ts';

const now = new Date('2026-11-20T18:30:00Z');
const DAYS = 61;

let database: Database;
let running: TestPortal;
let first: Seeded;

beforeAll(async () => {
  database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  running = await startTestPortal(database);
  first = await seed({ credits: 1000, history: 700 });
}, 120_000);

afterAll(async () => {
  await running.close();
  await database.close();
});

function seed(wish: { credits: number; history: number }) {
  const clock = { now: () => now, offsetMs: 0 };
  return seedStore({ ...running.portal, clock }, { name: 'Seeded', ...wish });
}

test('a seeded store has try-ons of every platform, every day, and the same ones each time', async () => {
  const { db } = running.portal;
  const second = await seed({ credits: 1000, history: 700 });
  const figures = await readFigures(db, first.storeId, now, DAYS);
  expect(figures.platforms.map(({ platform }) => platform)).toEqual(
    expect.arrayContaining([...EXTERNAL_ID_PLATFORMS, 'guest', 'other']),
  );
  expect(figures.total).toMatchObject({ completed: first.tryons.completed, failed: first.tryons.failed });
  expect(figures.days.filter(({ completed }) => completed > 0).length).toBeGreaterThan(50);
  expect(first.tryons.refused).toBeGreaterThan(0);
  expect(second.tryons).toEqual(first.tryons);
  expect(await readFigures(db, second.storeId, now, DAYS)).toEqual(figures);
}, 120_000);

test('what it tells of is told: no event waits, each is one of the contract, and deliveries ended in every way', async () => {
  const { storeId } = first;
  const { db } = running.portal;
  const events = await db.selectFrom('outbox').selectAll().where('store_id', '=', storeId).execute();
  expect(events.filter(({ taken_at }) => taken_at === null)).toEqual([]);
  for (const { id, type, created_at, data } of events) {
    const envelope = toEnvelope({ id, type, created_at, data });
    expect([type, validateEvent(type, envelope)]).toEqual([type, { ok: true }]);
  }
  const states = await db
    .selectFrom('webhook_deliveries')
    .select('status')
    .distinct()
    .where('store_id', '=', storeId)
    .where('next_attempt_at', 'is', null)
    .orderBy('status')
    .execute();
  expect(states.map(({ status }) => status)).toEqual(['dead', 'delivered']);
  await running.portal.webhooks.drain();
  const attempts = await db
    .selectFrom('webhook_attempts')
    .select('at')
    .where('store_id', '=', storeId)
    .where('at', '>', now)
    .execute();
  expect(attempts).toEqual([]);
}, 120_000);

test.each([
  [0, 0],
  [0, 30],
  [7, 300],
  [1000, 10],
])(
  '%i credits are what is left after %i try-ons, and the ledger holds',
  async (credits, history) => {
    const { storeId } = await seed({ credits, history });
    const pool = await running.portal.db
      .selectFrom('pools')
      .select('balance')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    expect(pool.balance).toBe(credits);
    expect((await verifyLedger(running.portal.db)).faults).toEqual([]);
  },
  60_000,
);
