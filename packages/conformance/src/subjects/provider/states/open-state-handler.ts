import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CannotDriveError, CannotRunError } from '../../../core/cells/errors.ts';
import { mockSetup } from './mock-setup.ts';
import type { StateHandler, StateParams } from './provider-state.ts';

export interface OpenedStateHandler {
  readonly setup: StateHandler;
  close(): Promise<void>;
}

/**
 * Reads `--setup`: `mock`; a URL that takes a state as a JSON POST and answers what is given, or 404; or a
 * command that does the same by lines of JSON, `null` for a state it does not know.
 */
export function openStateHandler(text: string, target: string): OpenedStateHandler {
  if (text === 'mock') return { setup: mockSetup(target), close: async () => {} };
  if (/^https?:\/\//.test(text)) return { setup: overHttp(text), close: async () => {} };
  return overCommand(text);
}

function overHttp(url: string): StateHandler {
  return async (state) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(state),
    });
    if (response.status === 404) return undefined;
    if (!response.ok)
      throw new CannotDriveError(`--setup answered ${response.status} for the state ${state.state}`);
    return (await response.json()) as StateParams;
  };
}

function overCommand(command: string): OpenedStateHandler {
  const child: ChildProcess = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { resolve: (given: StateParams | undefined) => void; reject: (error: Error) => void }[] = [];
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
      next?.resolve((JSON.parse(line) as StateParams | null) ?? undefined);
    } catch {
      next?.reject(new CannotDriveError(`--setup said what is not JSON: ${line}`));
    }
  });
  return {
    setup: (state) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new CannotDriveError('--setup has ended'));
        waiting.push({ resolve, reject });
        stdin.write(`${JSON.stringify(state)}\n`);
      }),
    async close() {
      stdin.end();
      const cut = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(cut);
    },
  };
}
