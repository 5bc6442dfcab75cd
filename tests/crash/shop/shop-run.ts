import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@genvoris/testing/loopback';
import { NO_POSTGRES } from '@genvoris/testing/postgres-server';
import type { Acknowledged } from '../acknowledged.ts';
import { startCluster } from '../cluster.ts';
import { compare } from '../compare.ts';
import { createKeptProcess, type KeptProcess } from '../kept-process.ts';
import { type Ledger, readLedger } from '../ledger.ts';
import { createPortalProcess } from '../portal-process.ts';
import { createRandom } from '../random.ts';
import { seedStores } from '../seed.ts';
import { CLOCK_RATE, createShopClock } from './clock.ts';
import { compareShop, type ShopFigures, type ShopVerdict } from './compare-shop.ts';
import type { Fault } from './faults.ts';
import { ask } from './http.ts';
import type { Journal } from './journal.ts';
import { type Wreckage, wreak } from './killer.ts';
import { type DatabaseName, startLedgerDatabase } from './ledger-database.ts';
import { startModelServer } from './model-server.ts';
import { startOrderSystems } from './order-systems.ts';
import type { ShopSettings } from './settings.ts';
import { readShopBook, type ShopBook } from './shop-book.ts';
import { nameOf, startShoppers } from './shoppers.ts';

export interface ShopCrashOptions {
  readonly seconds: number;
  /** On a slow machine it takes longer until so many were killed. */
  readonly leastKills: number;
  readonly database: DatabaseName;
  readonly shops: number;
  readonly portals: number;
  readonly shoppers: number;
  /** Try-ons under way at a time. */
  readonly workers: number;
  /** Milliseconds between two try-ons of a worker, at most. */
  readonly pauseMs: number;
  readonly seed: number;
  readonly fault?: Fault | undefined;
}

export interface ShopCrashReport {
  readonly options: ShopCrashOptions;
  readonly wreckage: Wreckage;
  readonly journal: Journal;
  readonly book: ShopBook;
  readonly portal: Ledger;
  readonly verdict: ShopVerdict;
  readonly figures: ShopFigures;
  /** What the ledger found in itself: a second opinion. */
  readonly verified: readonly string[];
  /** Where all of it is kept, if anything does not hold. */
  readonly evidence: string | undefined;
}

const HOST = fileURLToPath(new URL('./shop-host.ts', import.meta.url));
const ORIGIN = 'https://shop.example';
// As long as any hold lasts by the shop's clock, and a little more.
const HOLD_MS = 400_000;

/** @throws Error where a database is not installed */
export async function runShopCrash(options: ShopCrashOptions): Promise<ShopCrashReport> {
  const random = createRandom(options.seed);
  const evidence = mkdtempSync(join(tmpdir(), 'genvoris-crash-evidence-'));
  const ends: (() => Promise<unknown> | unknown)[] = [];
  let keep = true;
  try {
    const [portalDatabase, ledger, models] = await Promise.all([
      startCluster(),
      startLedgerDatabase(options.database),
      startModelServer(createRandom(options.seed + 1)),
    ]);
    ends.push(models.close, ledger.stop);
    if (!portalDatabase) throw new Error(NO_POSTGRES);
    ends.push(portalDatabase.stop);
    const env = {
      DATABASE_URL: portalDatabase.url,
      DATABASE_CONNECTIONS: '6',
      GENVORIS_SECRET: 'a secret of the crash test, 32 bytes and more',
      GENVORIS_INTERNAL_SECRET: randomBytes(18).toString('hex'),
      GENVORIS_RATE_LIMIT_SCALE: '0',
      GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true',
      GENVORIS_ENGINE_URL: `${models.url}/engine`,
      LOG_LEVEL: process.env.CRASH_LOG ? 'warn' : 'error',
    };
    const [store] = await seedStores(env, [{ name: 'shop', packs: [1_000_000], shoppers: [] }]);
    const portals: KeptProcess[] = [];
    for (let n = 0; n < options.portals; n += 1) portals.push(createPortalProcess(await freePort(), env));
    const began = Date.now();
    const shared = {
      began,
      origin: ORIGIN,
      apiKey: store?.apiKey ?? '',
      secret: randomBytes(18).toString('hex'),
      orderSecret: randomBytes(18).toString('hex'),
      ledger: ledger.place,
      fault: options.fault,
    };
    const shops: KeptProcess[] = [];
    for (let n = 0; n < options.shops; n += 1)
      shops.push(
        await createShop(n, { ...shared, portal: portals[n % portals.length]?.url ?? '' }, evidence),
      );
    ends.push(() => Promise.all([...shops, ...portals].map((each) => each.kill())));
    await Promise.all([...portals, ...shops].map((each) => each.start()));

    const journal: Journal = { tryons: [], uses: [], orders: [], accounts: [] };
    const urls = shops.map(({ url }) => url);
    const { shoppers, workers, pauseMs, seed } = options;
    const clock = createShopClock(began);
    const clients = [
      startShoppers(
        {
          shops: urls,
          origin: ORIGIN,
          garment: `${models.url}/garment.png`,
          shoppers,
          workers,
          pauseMs,
          seed,
        },
        journal,
      ),
      startOrderSystems(
        {
          shops: urls,
          secret: shared.orderSecret,
          shoppers,
          workers: workers,
          // Rarer than try-ons, so that what they bring is used up now and then.
          pauseMs: 8 * pauseMs,
          clock,
          seed,
        },
        journal,
      ),
    ];
    const progress = () => journal.tryons.filter(({ status }) => status === 200).length;
    const wreckage = await wreak(
      { shops, portals, ledger, portalDatabase },
      { seconds: options.seconds, leastKills: options.leastKills, random, progress },
    );
    await Promise.all(clients.map((client) => client.stop()));
    await sleep(HOLD_MS / CLOCK_RATE);

    const check = await ask(`${urls[0]}/check`, { headers: {} }, 60_000);
    if (check?.status !== 200)
      throw new Error(`the shop could not check its ledger: ${JSON.stringify(check)}`);
    const { overdue, problems } = check.body.verified as { overdue: number; problems: string[] };
    for (let n = 0; n < shoppers; n += 1) await readAccount(urls[0] ?? '', nameOf(n), journal);
    const [book, portal] = [await readShopBook(ledger), await readLedger(portalDatabase.url)];
    const run = { failed: models.failed, outages: wreckage.outages, at: clock() };
    const ofShop = compareShop(journal, book, portal, run);
    const ofPortal = compare(
      journal.tryons.map((note) => toAcknowledged(note, models.failed)),
      portal,
    );
    const ended = shops.flatMap(({ url, ended: times }) =>
      times > 0 ? [`the shop at ${url} ended by itself ${times} times`] : [],
    );
    const verdict: ShopVerdict = {
      lost: [...ofShop.verdict.lost, ...ofPortal.lost.map(inPortal)],
      double: [...ofShop.verdict.double, ...ofPortal.double.map(inPortal)],
      negative: [...ofShop.verdict.negative, ...ofPortal.negative.map(inPortal)],
      held: ofShop.verdict.held,
      other: [...ofShop.verdict.other, ...ofPortal.other.map(inPortal), ...ended],
    };
    const verified = overdue > 0 ? [...problems, `${overdue} holds are overdue`] : problems;
    const report = { options, wreckage, journal, book, portal, verdict, figures: ofShop.figures, verified };
    keep = !holds(report);
    if (keep)
      writeFileSync(
        join(evidence, 'report.json'),
        JSON.stringify({ ...report, failed: [...models.failed] }, null, 1),
      );
    return { ...report, evidence: keep ? evidence : undefined };
  } finally {
    for (const end of ends.reverse()) await end();
    if (!keep) rmSync(evidence, { recursive: true, force: true });
  }
}

/** Whether everything fits. */
export function holds({ verdict, verified }: Pick<ShopCrashReport, 'verdict' | 'verified'>): boolean {
  return verified.length === 0 && Object.values(verdict).every((list) => list.length === 0);
}

const inPortal = (what: string): string => `in the portal: ${what}`;

async function createShop(
  n: number,
  settings: Omit<ShopSettings, 'port' | 'host'>,
  evidence: string,
): Promise<KeptProcess> {
  const port = await freePort();
  const all: ShopSettings = { ...settings, port, host: n % 2 === 0 ? 'node' : 'express' };
  return createKeptProcess({
    url: `http://127.0.0.1:${port}`,
    args: [HOST],
    env: { CRASH_SHOP: JSON.stringify(all) },
    log: join(evidence, `shop-${n}.log`),
  });
}

async function readAccount(shop: string, shopper: string, journal: Journal): Promise<void> {
  const answer = await ask(
    `${shop}/genvoris/account`,
    { headers: { 'x-shopper': shopper, origin: ORIGIN } },
    10_000,
  );
  if (answer?.status !== 200) throw new Error(`no account page for ${shopper}: ${JSON.stringify(answer)}`);
  journal.accounts.push({
    shopper,
    model: String(answer.body.model),
    remaining: Number(answer.body.remaining),
  });
}

/** A try-on as the portal's own checker reads it; a failure of the way there says nothing of what came of it. */
function toAcknowledged(
  { id, status, error }: Journal['tryons'][number],
  failed: ReadonlySet<string>,
): Acknowledged {
  const said = status !== undefined && status < 500 ? status : undefined;
  return { id, store: 'shop', kind: failed.has(id) ? 'failed' : 'guest', status: said, error, sent: 1 };
}
