import { readFileSync } from 'node:fs';
import { type PostgresCluster, startPostgresCluster } from '@genvoris/testing/postgres-cluster';
import { findPrograms } from '@genvoris/testing/postgres-programs';

/** A PostgreSQL server of the test's own, that can be killed at any moment. */
export interface Cluster extends Pick<PostgresCluster, 'url' | 'data' | 'ready' | 'stop'> {
  /** Kills the server with everything it started, all at once, and starts it again. */
  killServer(): Promise<void>;
  /** Kills one of its backends, upon which it ends all others and recovers. Answers whether there was one. */
  killBackend(random: () => number): boolean;
}

/** Undefined where there is no PostgreSQL to be had. */
export async function startCluster(): Promise<Cluster | undefined> {
  const programs = await findPrograms();
  if (!programs) return undefined;
  const cluster = await startPostgresCluster(programs);
  const { url, data, ready, stop, ended } = cluster;
  return {
    url,
    data,
    ready,
    stop,
    async killServer() {
      const { pid } = cluster;
      if (pid === undefined) return;
      for (const each of [pid, ...childrenOf(pid)]) kill(each);
      await ended();
      await ready();
    },
    killBackend(random) {
      const backends = childrenOf(cluster.pid).filter(isBackend);
      const victim = backends[Math.floor(random() * backends.length)];
      if (victim !== undefined) kill(victim);
      return victim !== undefined;
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function childrenOf(pid: number | undefined): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The processes that serve connections are named for theirs. */
function isBackend(pid: number): boolean {
  try {
    return /postgres: portal /.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
