import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of the test's own, that can be killed at any moment. */
export interface Cluster {
  readonly url: string;
  /** Kills the server with everything it started, all at once, and starts it again. */
  killServer(): Promise<void>;
  /** Kills one of its backends, upon which it ends all others and recovers. Answers whether there was one. */
  killBackend(random: () => number): boolean;
  /** Waits until it takes connections. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** Undefined where no PostgreSQL is installed; nothing is ever installed. */
export async function startCluster(): Promise<Cluster | undefined> {
  const bin = findBin();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-crash-'));
  const data = join(folder, 'data');
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const init = ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const { status } = spawnSync(join(bin, 'initdb'), init, { cwd: folder, stdio: 'ignore', ...user });
  if (status !== 0) throw new Error(`initdb failed with status ${status}`);
  const port = await freePort();
  const url = `postgres://portal@127.0.0.1:${port}/postgres`;
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=100',
    'logging_collector=off',
  ];
  let server: ChildProcess | undefined;

  function start(): ChildProcess {
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    return spawn(join(bin ?? '', 'postgres'), args, { cwd: folder, stdio: 'ignore', ...user });
  }

  async function ready(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      // While a process of the one before is still about, a new server gives up at once.
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) server = start();
      if (await answers(url)) return;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not come back within 30 seconds');
  }

  await ready();
  return {
    url,
    ready,
    async killServer() {
      if (!server?.pid) return;
      const all = [server.pid, ...childrenOf(server.pid)];
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      for (const pid of all) kill(pid);
      await ended;
      await ready();
    },
    killBackend(random) {
      const backends = server?.pid ? childrenOf(server.pid).filter(isBackend) : [];
      const victim = backends[Math.floor(random() * backends.length)];
      if (victim !== undefined) kill(victim);
      return victim !== undefined;
    },
    async stop() {
      if (server?.pid) for (const pid of [server.pid, ...childrenOf(server.pid)]) kill(pid);
      await sleep(100);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function childrenOf(pid: number): number[] {
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

function findBin(): string | undefined {
  const given = process.env.POSTGRES_BIN;
  if (given) return given;
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const bin = join(root, String(Math.max(...versions.filter((version) => version >= 15))), 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}
