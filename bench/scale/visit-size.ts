import {
  addKey,
  createLog,
  createPortalOn,
  createStore,
  MovableClock,
  type Portal,
  type PortalServer,
  readConfig,
  servePortal,
} from '@genvoris/portal';
import { migrate } from '@genvoris/portal/debits';
import {
  addSmallStores,
  type ExplainedDatabase,
  type FullRead,
  fillStore,
  fullReads,
  largeTables,
  pagesTouched,
  planTour,
  type Stop,
  verifyLedger,
} from '@genvoris/portal/testing/scale';
import { summarize } from '../debit/workload.ts';
import type { Size } from './options.ts';

/** How long a kind of request took (ms). */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export interface Visited {
  readonly size: Size;
  readonly entriesInAll: number;
  readonly times: ReadonlyMap<string, Times>;
  /** Pages of tables and indexes that one request touched. */
  readonly pages: ReadonlyMap<string, number>;
  readonly statements: number;
  readonly fullReads: readonly (FullRead & { readonly request: string })[];
}

const DAYS = 365;
const SMALL_STORES = 2_000;
// More than any page shows, and than happens in the hour that is not summed up yet at the default size.
const MOST_ROWS = 2_500;

/** Fills a database that is empty and visits it, first for the times, then with every statement explained. */
export async function visitSize(
  explained: ExplainedDatabase,
  size: Size,
  requests: number,
): Promise<Visited> {
  const { database } = explained;
  await migrate(database.db);
  const now = new Date();
  await addSmallStores(database.db, SMALL_STORES, now);
  const open = (name: string) => createStore(database.db, { name }, now);
  const storeId = await open('Large');
  const { key } = await addKey(database.db, { storeId, name: 'bench', mode: 'test' }, now);
  await fillStore(database.db, { storeId, ...size, days: DAYS, now });
  for (const name of ['Beside it', 'Beside it, too', 'And a third']) {
    const [customers, entries] = [size.customers / 10, size.entries / 50].map(Math.ceil) as [number, number];
    await fillStore(database.db, { storeId: await open(name), customers, entries, days: DAYS, now });
  }
  const { entries: entriesInAll, faults } = await verifyLedger(database.db);
  if (faults.length > 0) throw new Error(`The filled ledger does not hold: ${faults.join('; ')}`);
  await withPortal(explained, ({ portal }) => portal.housekeeping.sweep());
  const large = await largeTables(database.db);

  const times = await withPortal(explained, async (running) => {
    const stops = await planTour({ ...running, storeId, key });
    const measured = new Map<string, Times>();
    for (const stop of stops) measured.set(stop.name, await timesOf(stop, requests));
    return measured;
  });

  await explained.explain();
  let statements = 0;
  const pages = new Map<string, number>();
  const found: (FullRead & { request: string })[] = [];
  await withPortal(explained, async (running) => {
    const stops = await planTour({ ...running, storeId, key });
    explained.taken();
    const work = [
      ...stops.map((stop) => ({ name: stop.name, run: () => answerOf(stop, 0) })),
      { name: 'housekeeping', run: () => running.portal.housekeeping.sweep() },
      { name: 'webhook worker', run: () => running.portal.webhooks.drain() },
    ];
    for (const { name, run } of work) {
      // The first time, a connection reads the catalogue too.
      await run();
      explained.taken();
      await run();
      const taken = explained.taken();
      statements += taken.length;
      pages.set(name, pagesTouched(taken));
      for (const read of fullReads(taken, { large, mostRows: MOST_ROWS }))
        found.push({ request: name, ...read });
    }
  });
  return { size, entriesInAll, times, pages, statements, fullReads: found };
}

async function timesOf(stop: Stop, requests: number): Promise<Times> {
  const warmUp = Math.ceil(requests / 10);
  const latencies: number[] = [];
  for (let n = 0; n < warmUp + requests; n += 1) {
    const began = performance.now();
    await answerOf(stop, n);
    if (n >= warmUp) latencies.push(performance.now() - began);
  }
  return summarize(latencies, 1);
}

async function answerOf(stop: Stop, n: number): Promise<void> {
  const answer = await stop.send(n);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${stop.name} answered ${answer.status}: ${text.slice(0, 200)}`);
}

async function withPortal<Result>(
  { database }: ExplainedDatabase,
  work: (running: { portal: Portal; url: string }) => Promise<Result>,
): Promise<Result> {
  // Where the database is does not matter: the portal gets it opened.
  const config = readConfig({
    PORT: '0',
    GENVORIS_SECRET: 'a secret of the bench, at least 32 bytes long',
    GENVORIS_RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'silent',
  });
  const shared = { ...database, db: database.db, close: async () => {} };
  const portal = await createPortalOn(shared, {
    config,
    log: createLog('silent'),
    clock: new MovableClock(),
  });
  const server: PortalServer = await servePortal(portal, { workers: false });
  try {
    return await work({ portal, url: server.url });
  } finally {
    await server.close();
  }
}
