import { findPostgres } from '@genvoris/testing/postgres-server';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/domain/debits/verify-ledger.ts';
import { startTestPortal } from '../kit/test-portal.ts';
import { type FullRead, fullReads } from '../scale/full-reads.ts';
import { addSmallStores, fillStore } from '../scale/large-store.ts';
import { largeTables } from '../scale/large-tables.ts';
import {
  type ExplainedDatabase,
  openExplainedPGlite,
  openExplainedPostgres,
} from '../scale/statement-plans.ts';
import { planTour } from '../scale/tour.ts';

// A request costs the same however large the store is: no statement of it reads a table from end to end. The
// server tells how it ran each one. `node bench/scale/main.ts` does the same on a million rows, and takes times.

const CUSTOMERS = 4_000;
const ENTRIES = 10_000;
// Less than any large table has, more than any page shows.
const MOST_ROWS = 700;

const server = await findPostgres({ fsync: 'off' });
afterAll(() => server?.stop());

const storages: [string, () => Promise<ExplainedDatabase>][] = [['PGlite', () => openExplainedPGlite()]];
if (server) storages.push(['PostgreSQL', () => openExplainedPostgres(server.url)]);

describe.each(storages)('on %s', (_, open) => {
  test('status, track, usage, lists and every page read what an index points at, and no more', async () => {
    const explained = await open();
    const { db } = explained.database;
    const filling = await startTestPortal(explained.database);
    const now = filling.clock.now();
    await addSmallStores(db, 2_000, now);
    const { storeId, key } = await filling.store({ credits: 0 });
    await fillStore(db, { storeId, customers: CUSTOMERS, entries: ENTRIES, days: 40, now });
    const beside = await filling.store({ credits: 0 });
    await fillStore(db, { storeId: beside.storeId, customers: 300, entries: 1_000, days: 40, now });
    expect((await verifyLedger(db)).faults).toEqual([]);
    await filling.portal.housekeeping.sweep();
    const large = await largeTables(db);
    expect([...large].sort()).toEqual(
      expect.arrayContaining(['customers', 'ledger_entries', 'outbox', 'sessions', 'stores', 'tryons']),
    );
    await filling.close();

    await explained.explain();
    const running = await startTestPortal(explained.database);
    const stops = await planTour({ portal: running.portal, url: running.server.url, storeId, key });
    const bounds = { large, mostRows: MOST_ROWS };
    const found: (FullRead & { name: string })[] = [];
    let statements = 0;
    const look = (name: string) => {
      const taken = explained.taken();
      statements += taken.length;
      found.push(...fullReads(taken, bounds).map((read) => ({ name, ...read })));
    };
    explained.taken();
    for (const stop of stops) {
      const answer = await stop.send(1);
      await answer.arrayBuffer();
      expect([stop.name, answer.ok]).toEqual([stop.name, true]);
      look(stop.name);
    }
    await running.portal.housekeeping.sweep();
    look('housekeeping');
    await running.portal.webhooks.drain();
    look('webhook worker');
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(stops.length * 2);

    // The check can fail: a question that no index answers is found.
    await running.portal.db.selectFrom('customers').select('id').where('email', '=', 'nobody').execute();
    expect(fullReads(explained.taken(), bounds)).toEqual([expect.objectContaining({ table: 'customers' })]);
    await running.close();
    await explained.database.close();
  }, 240_000);
});
