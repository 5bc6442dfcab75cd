import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listen, openPort, type PortChoice } from './listen.ts';

const run = promisify(execFile);
// An app imports no other app, so the portal is a process of its own.
const PORTAL = fileURLToPath(new URL('../../../portal/src/cli.ts', import.meta.url));
const KEY = 'gvk_test_demo_shop_portal';

export interface PortalOptions {
  port: PortChoice;
  /** Of its database and of what it said once. */
  folder: string;
  /** Whether it goes by a clock that can be moved. */
  clock: boolean;
}

export interface RunningPortal {
  url: string;
  apiKey: string;
  /** The command that moves its clock by a month, if it goes by one that moves. */
  moveClock: string | undefined;
  /** Who signs in to the dashboard, and with which password. */
  signIn: string;
  close(): Promise<void>;
}

/** The portal did not come up; the message says why and what to do. */
export class PortalError extends Error {
  override name = 'PortalError';
}

/** Starts the portal on its own folder, with a store in it from the first time on. */
export async function startPortal(
  { port, folder, clock }: PortalOptions,
  notice?: (text: string) => void,
): Promise<RunningPortal> {
  const env = { ...process.env, GENVORIS_DATA: join(folder, 'data'), DATABASE_URL: '', LOG_LEVEL: 'error' };
  const signIn = await seedOnce(folder, env);
  const chosen = await openPort('portal', port, freePort, notice);
  const args = [PORTAL, 'serve', '--port', String(chosen), '--allow-private-receivers'];
  if (clock) args.push('--clock');
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await addressOf(child, folder);
  const ended = once(child, 'close');
  return {
    url,
    apiKey: KEY,
    moveClock: clock ? `npm run tool -- portal clock advance 31d --portal ${url} --key ${KEY}` : undefined,
    signIn,
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The first start adds a store and keeps what it is told only once: it is a demo's, on this machine. */
async function seedOnce(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const note = join(folder, 'sign-in.txt');
  if (existsSync(note)) return readFileSync(note, 'utf8');
  const data = join(folder, 'data');
  // Stands there while a start has not got as far as the note.
  const unfinished = `${note}.unfinished`;
  if (existsSync(data) && !existsSync(unfinished)) {
    throw new PortalError(
      `${data} is there and is not this demo's. Choose another folder with --portal-data, or remove it.`,
    );
  }
  try {
    makeFolder(folder);
    writeFileSync(unfinished, '');
    rmSync(data, { recursive: true, force: true });
    const { stdout } = await run(process.execPath, [PORTAL, 'seed', '--name', 'Demo shop', '--key', KEY], {
      env,
    });
    const signIn = /dashboard\s+(.+)/.exec(stdout)?.[1] ?? '';
    writeFileSync(`${note}.new`, signIn, { mode: 0o600 });
    renameSync(`${note}.new`, note);
    rmSync(unfinished);
    return signIn;
  } catch (error) {
    throw new PortalError(
      `The portal could not be set up in ${folder}: ${(error as Error).message}\n--portal-data names another folder, --no-portal starts without it.`,
      { cause: error },
    );
  }
}

/** Node's own `recursive` never ends where the system denies a folder that is there, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function addressOf(child: ChildProcess, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Portal at (http:\S+?),/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () =>
      reject(
        new PortalError(
          `The portal did not start: ${said.trim()}\nRemove ${folder} to start over, or start without it: --no-portal.`,
        ),
      ),
    );
  });
}

async function freePort(port: number): Promise<number> {
  const probe = createServer();
  await listen(probe, port);
  const { port: opened } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return opened;
}
