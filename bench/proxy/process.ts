import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Something that runs in a process of its own. */
export interface Running {
  url: string;
  pid: number;
  /** Requests answered so far. */
  answered(): Promise<number>;
  stop(): Promise<void>;
}

/** What is measured has a core for itself; the load and the upstream share another. */
export const CORES: { subject: number | undefined; rest: number | undefined } =
  availableParallelism() >= 2 && has('taskset')
    ? { subject: 0, rest: 1 }
    : { subject: undefined, rest: undefined };

export function has(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function pinned(core: number | undefined, command: string[]): string[] {
  return core === undefined ? command : ['taskset', '-c', String(core), ...command];
}

/** Starts a script of ours that reports `{port}` and answers any message with `{answered}`. */
export async function startScript(script: URL, core: number | undefined, args: string[]): Promise<Running> {
  const [command, ...rest] = pinned(core, [process.execPath, fileURLToPath(script), ...args]);
  const child = spawn(command as string, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const reply = () =>
    new Promise<{ port?: number; answered?: number }>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${script.pathname} ended with ${code}`));
      child.once('exit', ended).once('message', (message) => {
        child.off('exit', ended);
        resolve(message as object);
      });
    });
  const { port } = await reply();
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async answered() {
      const answer = reply();
      child.send('how many?');
      return (await answer).answered ?? 0;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
