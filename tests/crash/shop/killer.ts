import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster.ts';
import type { KeptProcess } from '../kept-process.ts';
import type { LedgerDatabase } from './ledger-database.ts';

export interface Victims {
  readonly shops: readonly KeptProcess[];
  readonly portals: readonly KeptProcess[];
  readonly ledger: LedgerDatabase;
  readonly portalDatabase: Cluster;
}

export interface Wreckage {
  readonly kills: { shop: number; portal: number; ledger: number; portalDatabase: number };
  readonly outages: { from: number; to: number }[];
}

/**
 * Kills at random until the time is over and enough was killed, and starts again what it killed; then everything runs.
 *
 * @param progress counts what succeeded: between two kills some has to
 */
export async function wreak(
  { shops, portals, ledger, portalDatabase }: Victims,
  {
    seconds,
    leastKills,
    random,
    progress,
  }: { seconds: number; leastKills: number; random: () => number; progress: () => number },
): Promise<Wreckage> {
  const kills: Wreckage['kills'] = { shop: 0, portal: 0, ledger: 0, portalDatabase: 0 };
  const outages: Wreckage['outages'] = [];
  const down = new Map<unknown, Promise<void>>();
  const until = Date.now() + seconds * 1_000;

  function strike(what: keyof Wreckage['kills'], victim: unknown, work: () => Promise<void>): void {
    if (down.has(victim)) return;
    kills[what] += 1;
    const from = Date.now();
    // What was connected to it finds its way back a moment after it serves again.
    const back = work().finally(() => {
      outages.push({ from, to: Date.now() + 2_000 });
      down.delete(victim);
    });
    down.set(victim, back);
    // Whoever waits for it at the end hears of its failure.
    back.catch(() => {});
  }

  async function restart(victim: KeptProcess, pauseMs: number): Promise<void> {
    await victim.kill();
    await sleep(pauseMs);
    await victim.start();
  }

  const killed = () => Object.values(kills).reduce((sum, count) => sum + count, 0);
  while (Date.now() < until || killed() < leastKills) {
    const before = progress();
    const patience = Date.now() + 8_000;
    while (progress() < before + 3 && Date.now() < patience) await sleep(50);
    await sleep(100 + random() * 400);
    const [lot, which, pause] = [random(), random(), random() * 200];
    const one = (list: readonly KeptProcess[]) => list[Math.floor(which * list.length)] as KeptProcess;
    if (lot < 0.2) strike('portal', one(portals), () => restart(one(portals), pause));
    else if (lot < 0.35) strike('portalDatabase', portalDatabase, () => killDatabase(portalDatabase, random));
    else if (lot < 0.6 && ledger.kill)
      strike('ledger', ledger, () => ledger.kill?.(random) ?? Promise.resolve());
    else strike('shop', one(shops), () => restart(one(shops), pause));
  }
  await Promise.all(down.values());
  return { kills, outages };
}

async function killDatabase(cluster: Cluster, random: () => number): Promise<void> {
  if (random() >= 0.6 || !cluster.killBackend(random)) await cluster.killServer();
  await cluster.ready();
}
