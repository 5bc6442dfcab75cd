import { fileURLToPath } from 'node:url';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';

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
  const portal = begin([...node, CLI, 'serve', ...args], { PORT: '0', LOG_LEVEL: 'error', ...env });
  const [, url = ''] = await portal.says(/Portal at (http:\/\/\S+?),/);
  return {
    url,
    said: portal.said,
    stop: () => portal.stop(),
    kill: async () => void (await portal.stop('SIGKILL')),
  };
}

/** One command, to its end. */
export async function runPortal(env: Env, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { ended, said } = begin([CLI, ...args], { LOG_LEVEL: 'error', ...env });
  return { code: await ended, said: said() };
}

function begin(args: readonly string[], env: Env): NodeProcess {
  return startNode(args, { env: { PATH: process.env.PATH, ...env } });
}
