import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
export type Env = Readonly<Record<string, string>>;

export interface PortalProcess {
  readonly url: string;
  /** Everything it has said so far, on both streams. */
  said(): string;
  /** SIGTERM, and until it has ended; answers its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, and until it has ended. */
  kill(): Promise<void>;
}

/** `portal serve` as a process of its own, on a free port. `node`: options of Node itself. */
export async function startPortalProcess(
  env: Env,
  { args = [], node = [] }: { args?: readonly string[]; node?: readonly string[] } = {},
): Promise<PortalProcess> {
  const { child, said } = begin([...node, CLI, 'serve', ...args], { PORT: '0', LOG_LEVEL: 'error', ...env });
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const at = /Portal at (http:\/\/\S+?),/.exec(said())?.[1];
      if (at !== undefined) resolve(at);
    };
    child.stdout?.on('data', look);
    child.on('exit', (code) => reject(new Error(`the portal ended with ${code}: ${said()}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    said,
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
  };
}

/** One command, to its end. */
export async function runPortal(env: Env, ...args: string[]): Promise<{ code: number; said: string }> {
  const { child, said } = begin([CLI, ...args], { LOG_LEVEL: 'error', ...env });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said() };
}

function begin(args: readonly string[], env: Env): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part;
    });
  }
  return { child, said: () => said };
}
