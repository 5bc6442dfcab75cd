import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CannotRunError } from '../../run/options.ts';
import { CannotDriveError } from '../../run/stage.ts';
import { mockSetup } from './mock-setup.ts';
import type { Given, Setup } from './situation.ts';

export interface OpenedSetup {
  readonly setup: Setup;
  close(): Promise<void>;
}

/**
 * Reads `--setup`: `mock`; a URL that takes a situation as a JSON POST and answers what is given, or 404; or a
 * command that does the same by lines of JSON, `null` for a state it does not know.
 */
export function openSetup(text: string, target: string): OpenedSetup {
  if (text === 'mock') return { setup: mockSetup(target), close: async () => {} };
  if (/^https?:\/\//.test(text)) return { setup: overHttp(text), close: async () => {} };
  return overCommand(text);
}

function overHttp(url: string): Setup {
  return async (situation) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(situation),
    });
    if (response.status === 404) return undefined;
    if (!response.ok)
      throw new CannotDriveError(`--setup answered ${response.status} for the state ${situation.state}`);
    return (await response.json()) as Given;
  };
}

function overCommand(command: string): OpenedSetup {
  const child: ChildProcess = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { resolve: (given: Given | undefined) => void; reject: (error: Error) => void }[] = [];
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.splice(0)) reject(new CannotDriveError('--setup has ended'));
      resolve();
    });
  });
  if (!child.stdin || !child.stdout)
    throw new CannotRunError('bad_option', `--setup: ${command} cannot be started.`);
  const { stdin, stdout } = child;
  createInterface({ input: stdout }).on('line', (line) => {
    const next = waiting.shift();
    try {
      next?.resolve((JSON.parse(line) as Given | null) ?? undefined);
    } catch {
      next?.reject(new CannotDriveError(`--setup said what is not JSON: ${line}`));
    }
  });
  return {
    setup: (situation) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new CannotDriveError('--setup has ended'));
        waiting.push({ resolve, reject });
        stdin.write(`${JSON.stringify(situation)}\n`);
      }),
    async close() {
      stdin.end();
      const cut = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(cut);
    },
  };
}
