import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@genvoris/testing/loopback';
import type { Acknowledged, ClientOrders } from './acknowledged.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { compare, type Verdict } from './compare.ts';
import type { KeptProcess } from './kept-process.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { createPortalProcess } from './portal-process.ts';
import { createRandom } from './random.ts';
import { seedShoppers, seedStores } from './seed.ts';

export interface CrashOptions {
  readonly seconds: number;
  readonly portals: number;
  readonly clients: number;
  /** Reports under way at a time, per client. */
  readonly workers: number;
  readonly seed: number;
  /** Whether clients send an `Idempotency-Key`. Default true. */
  readonly keys?: boolean;
}

export interface CrashReport {
  readonly options: CrashOptions;
  readonly kills: { portal: number; server: number; backend: number };
  readonly acknowledged: readonly Acknowledged[];
  readonly ledger: Ledger;
  readonly verdict: Verdict;
  /** What `portal ledger verify` said, and whether it was content. */
  readonly verify: { readonly holds: boolean; readonly said: string };
}

/** Undefined where there is no PostgreSQL to kill. */
export async function runCrash(options: CrashOptions): Promise<CrashReport | undefined> {
  const cluster = await startCluster();
  if (!cluster) return undefined;
  const portals: KeptProcess[] = [];
  const clients: ChildProcess[] = [];
  try {
    const env = {
      DATABASE_URL: cluster.url,
      DATABASE_CONNECTIONS: '6',
      GENVORIS_SECRET: 'a secret of the crash test, 32 bytes and more',
      GENVORIS_INTERNAL_SECRET: randomBytes(18).toString('hex'),
      GENVORIS_RATE_LIMIT_SCALE: '0',
      LOG_LEVEL: process.env.CRASH_LOG ? 'warn' : 'error',
    };
    const opened = await seedStores(env);
    for (let n = 0; n < options.portals; n += 1) portals.push(createPortalProcess(await freePort(), env));
    await Promise.all(portals.map((portal) => portal.start()));
    const [first] = portals;
    if (!first) throw new Error('there has to be a portal');
    const stores = await seedShoppers(first.url, opened);
    for (let n = 0; n < options.clients; n += 1) clients.push(startClient());
    for (const [n, client] of clients.entries()) {
      const urls = portals.map(({ url }) => url);
      const { workers, seed, keys = true } = options;
      const orders: ClientOrders = {
        name: `c${n}`,
        portals: urls,
        secret: env.GENVORIS_INTERNAL_SECRET,
        stores,
        workers,
        keys,
        seed: seed + n,
      };
      client.send(orders);
    }
    const kills = await wreak(cluster, portals, options);
    const acknowledged = (await Promise.all(clients.map(bookOf))).flat();
    await cluster.ready();
    const ledger = await readLedger(cluster.url);
    return {
      options,
      kills,
      acknowledged,
      ledger,
      verdict: compare(acknowledged, ledger),
      verify: verifyByPortal(env),
    };
  } finally {
    for (const client of clients) client.kill('SIGKILL');
    await Promise.all(portals.map((portal) => portal.kill()));
    await cluster.stop();
  }
}

function startClient(): ChildProcess {
  return fork(fileURLToPath(new URL('./client.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Kills at random until the time is over; then everything runs again. What was killed starts in the background. */
async function wreak(cluster: Cluster, portals: readonly KeptProcess[], { seconds, seed }: CrashOptions) {
  const random = createRandom(seed);
  const kills = { portal: 0, server: 0, backend: 0 };
  const down = new Map<KeptProcess, Promise<void>>();
  let server: Promise<void> | undefined;
  const until = Date.now() + seconds * 1_000;
  while (Date.now() < until) {
    // Without work between two kills there is nothing to lose; how soon it goes on depends on the machine.
    await working(portals, until);
    await sleep(100 + random() * 500);
    const lot = random();
    const up = portals.filter((portal) => !down.has(portal));
    const portal = up[Math.floor(random() * up.length)];
    if (lot < 0.4 && portal) {
      kills.portal += 1;
      await portal.kill();
      const back = sleep(random() * 200)
        .then(() => portal.start())
        .finally(() => down.delete(portal));
      down.set(portal, back);
    } else if (lot < 0.75) {
      if (cluster.killBackend(random)) kills.backend += 1;
    } else if (!server) {
      kills.server += 1;
      server = cluster.killServer().finally(() => {
        server = undefined;
      });
    }
  }
  await Promise.all([...down.values(), server]);
  await cluster.ready();
  return kills;
}

/** Waits until some portal has its database again. */
async function working(portals: readonly KeptProcess[], until: number): Promise<void> {
  while (Date.now() < until) {
    const ready = portals.map(({ url }) =>
      fetch(`${url}/readyz`, { signal: AbortSignal.timeout(500) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    if ((await Promise.all(ready)).includes(true)) return;
    await sleep(50);
  }
}

/** Asks a client to stop, and for what it was told. Everything runs, so that every repeat gets its answer. */
function bookOf(client: ChildProcess): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    client.once('message', (book) => resolve(book as Acknowledged[]));
    client.once('exit', () => reject(new Error('a client ended without its book')));
    client.send('stop');
  });
}

/** A second opinion. */
function verifyByPortal(env: Readonly<Record<string, string>>): CrashReport['verify'] {
  const cli = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));
  const { status, stdout } = spawnSync(process.execPath, [cli, 'ledger', 'verify'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { holds: status === 0, said: stdout.trim() };
}
