import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly url: string;
  /** Where its programs are, pgbench among them; undefined for a server that somebody else runs. */
  readonly bin: string | undefined;
  stop(): Promise<void>;
}

/**
 * The server of `DATABASE_URL_TEST`, or one of our own from an installed PostgreSQL (15 or later), in a
 * temporary folder. Undefined if there is neither; nothing is ever installed.
 */
export async function findPostgres(settings: readonly string[] = []): Promise<PostgresServer | undefined> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { url: given, bin: undefined, stop: async () => {} };
  const bin = installedBin();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-pg-'));
  const data = join(folder, 'data');
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const run = (program: string, ...args: string[]) => {
    // A server keeps its parent's pipes open, so that output is not collected.
    const { status } = spawnSync(join(bin, program), args, { cwd: folder, stdio: 'ignore', ...user });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed with status ${status}`);
  };
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const options = [`-p ${port}`, `-k ${folder}`, '-c listen_addresses=127.0.0.1', '-c max_connections=400'];
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    [...options, ...settings].join(' '),
    'start',
  );
  return {
    url: `postgres://portal@127.0.0.1:${port}/postgres`,
    bin,
    async stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function installedBin(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= 15));
  const bin = join(root, String(newest), 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}
