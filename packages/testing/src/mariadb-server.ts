import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithParent } from './end-with-parent.ts';
import { freePort } from './loopback.ts';
import { findUser } from './server-user.ts';

/** The variable that says which MariaDB or MySQL tests and benches use: the URL of one that runs, or `skip`. */
const VARIABLE = 'GENVORIS_TEST_MARIADB';

export interface MariadbServer {
  /** Without a database: `mysql://root@127.0.0.1:3306`. */
  readonly url: string;
  readonly port: number;
  /** Runs SQL as root. */
  run(sql: string): void;
  /** Ends it by this signal, and waits until it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again, on the data it had. */
  start(): Promise<void>;
  /** Ends it and removes everything it had. */
  stop(): Promise<void>;
}

/** What to say where there is no server to test on. */
export const NO_MARIADB = `no MariaDB: ${VARIABLE} says skip, or neither mariadbd nor mariadb-install-db is installed`;

/** The address of a server that somebody else runs, if the variable is one. */
export function givenMariadb(): string | undefined {
  const given = process.env[VARIABLE];
  return given?.startsWith('mysql://') ? given.replace(/\/+$/, '') : undefined;
}

/** Whether a server of our own can be started here. */
export function hasMariadb(): boolean {
  return process.env[VARIABLE] !== 'skip' && found('mariadbd') && found('mariadb-install-db');
}

/**
 * Starts a MariaDB of our own in a temporary folder, on loopback only; it is gone with this process. Undefined where none
 * is installed.
 */
export async function startMariadb(): Promise<MariadbServer | undefined> {
  if (!hasMariadb()) return undefined;
  // MariaDB refuses root.
  const user = process.getuid?.() === 0 ? findUser(['mysql', 'nobody']) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-my-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const [data, socket, log] = ['data', 'socket', 'log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const init = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal'];
  // Of its own, for two that begin at once take each other's tables out of the same one.
  const options = { cwd: folder, env: { ...environment(), TMPDIR: folder }, ...user };
  const made = spawnSync('mariadb-install-db', [...init, '--skip-test-db'], { encoding: 'utf8', ...options });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`mariadb-install-db failed (${made.error ?? made.status}): ${made.stderr}`);
  }
  const port = await freePort();
  const args = [
    ...['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`],
    ...['--bind-address=127.0.0.1', '--skip-name-resolve', `--log-error=${log}`, `--pid-file=${folder}/pid`],
    ...['--innodb-buffer-pool-size=64M', '--max-connections=300'],
  ];
  let server: ChildProcess | undefined;

  const run = (sql: string) => {
    const to = ['--no-defaults', `--socket=${socket}`, '--user=root', `--execute=${sql}`];
    execFileSync('mariadb', to, { stdio: 'pipe', timeout: 30_000 });
  };

  async function start(): Promise<void> {
    server = spawn('mariadbd', args, { stdio: 'ignore', ...options });
    server.on('error', () => {});
    endWithParent(server, folder, user);
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (server.exitCode !== null)
        throw new Error(`mariadbd ended with ${server.exitCode}: ${readFileSync(log, 'utf8').slice(-1000)}`);
      try {
        return run('select 1');
      } catch {
        await sleep(50);
      }
    }
    throw new Error('MariaDB did not come up within 30 seconds');
  }

  async function kill(signal: NodeJS.Signals): Promise<void> {
    const child = server;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    url: `mysql://root@127.0.0.1:${port}`,
    port,
    run,
    kill,
    start,
    async stop() {
      await kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function found(program: string): boolean {
  return spawnSync(program, ['--version'], { env: environment(), stdio: 'ignore' }).error === undefined;
}

/** Servers are where not every user's path leads. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };
}
