import { type ChildProcess, spawn } from 'node:child_process';

export interface NodeProcessOptions {
  /** The whole environment, but for where Node keeps what it compiled; this process's by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** A program in a Node of its own, and what it has said. */
export interface NodeProcess {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Both streams, as they came. */
  said(): string;
  /** Waits until it has said something, on either stream; fails with all that it said if it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal, unless it has ended, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Runs a program on this Node, its arguments behind its file. */
export function startNode(args: readonly string[], { env, cwd }: NodeProcessOptions = {}): NodeProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(env && { env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env } as NodeJS.ProcessEnv }),
    ...(cwd !== undefined && { cwd }),
  });
  const told = { stdout: '', stderr: '', both: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      told[name] += text;
      told.both += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    stdout: () => told.stdout,
    stderr: () => told.stderr,
    said: () => told.both,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(told.both);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        void ended.then((code) =>
          reject(new Error(`${args.join(' ')} ended with ${code} before ${pattern}:\n${told.both}`)),
        );
        look();
      }),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

/** Runs a program to its end. */
export async function runNode(
  args: readonly string[],
  options?: NodeProcessOptions,
): Promise<{ code: number | null; stdout: string; stderr: string; said: string }> {
  const program = startNode(args, options);
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr(), said: program.said() };
}
