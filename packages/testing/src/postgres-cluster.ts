import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endWithParent } from './end-with-parent.ts';
import { freePort } from './loopback.ts';
import type { PostgresPrograms } from './postgres-programs.ts';

/** A PostgreSQL server of one's own, with its data in a temporary folder. */
export interface PostgresCluster {
  readonly url: string;
  /** Where its data is. */
  readonly data: string;
  /** The server's process; undefined while it does not run. */
  readonly pid: number | undefined;
  /** Starts it unless it runs, and waits until it takes connections. */
  ready(): Promise<void>;
  /** Waits until it has ended, by whatever ends it. */
  ended(): Promise<void>;
  /** Ends it and removes everything it had: processes, shared memory, files. */
  stop(): Promise<void>;
}

/** @param settings of the server, by name: `{fsync: 'off'}` */
export async function startPostgresCluster(
  programs: PostgresPrograms,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresCluster> {
  const { user } = programs;
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const bin = withinReach(programs, folder);
  const init = ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(bin, 'initdb'), init, { cwd: folder, encoding: 'utf8', ...user });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed (${made.error ?? made.status}): ${made.stderr}`);
  }
  const port = await freePort();
  const url = `postgres://portal@127.0.0.1:${port}/postgres`;
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    // In the folder, where a server that is killed leaves nothing behind that outlives it.
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    ...settings,
  };
  const args = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server: ChildProcess | undefined;

  function running(): ChildProcess | undefined {
    return server?.pid && server.exitCode === null && server.signalCode === null ? server : undefined;
  }

  async function ended(): Promise<void> {
    const child = running();
    if (child) await new Promise((resolve) => child.once('exit', resolve));
  }

  async function ready(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      // While a process of the one before is still about, a new server gives up at once.
      if (!running()) {
        server = spawn(join(bin, 'postgres'), args, { cwd: folder, stdio: 'ignore', ...user });
        server.on('error', () => {});
        endWithParent(server, folder, user);
      }
      if (await answers(url)) return;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not come up within 30 seconds');
  }

  const cluster: PostgresCluster = {
    url,
    data,
    get pid() {
      return running()?.pid;
    },
    ready,
    ended,
    async stop() {
      // One that was killed left its shared memory, which the next one takes over and gives back.
      if (!running()) await ready();
      server?.kill('SIGQUIT');
      await ended();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await ready();
  return cluster;
}

/** The folder of the programs, or of a copy if they are where that user may not go, such as root's home. */
function withinReach({ bin, user }: PostgresPrograms, folder: string): string {
  if (!user || spawnSync(join(bin, 'initdb'), ['--version'], { cwd: folder, ...user }).status === 0)
    return bin;
  const copy = join(folder, 'programs');
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return join(copy, 'bin');
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
