import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a Node of its own, on a port that it keeps; it is started again whenever it ends by itself. */
export interface KeptProcess {
  readonly url: string;
  /** How often it ended without having been killed. */
  readonly ended: number;
  start(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

export interface KeptProcessOptions {
  /** Where it answers `GET /healthz` once it serves. */
  readonly url: string;
  readonly args: readonly string[];
  /** Beside this process's own. */
  readonly env: Readonly<Record<string, string>>;
  /** The file that what it says on stderr is added to. */
  readonly log?: string | undefined;
}

export function createKeptProcess({ url, args, env, log }: KeptProcessOptions): KeptProcess {
  let child: ChildProcess | undefined;
  let wanted = false;
  let ended = 0;

  function spawnIt(): void {
    const end = () => started.kill('SIGKILL');
    const said = process.env.CRASH_LOG ? 'inherit' : log === undefined ? 'ignore' : openSync(log, 'a');
    const started = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', said],
    });
    if (typeof said === 'number') closeSync(said);
    child = started;
    process.once('exit', end);
    // A portal that is started while its database is down ends with a message; a supervisor would start it again.
    started.once('exit', () => {
      process.off('exit', end);
      if (!wanted || child !== started) return;
      ended += 1;
      setTimeout(() => wanted && child === started && spawnIt(), 100);
    });
  }

  return {
    url,
    get ended() {
      return ended;
    },
    async start() {
      wanted = true;
      spawnIt();
      for (let attempt = 0; attempt < 1_200; attempt += 1) {
        const response = await fetch(`${url}/healthz`).catch(() => undefined);
        if (response?.ok || !wanted) return;
        await sleep(25);
      }
      throw new Error(`${args.join(' ')} did not serve ${url} within 30 seconds`);
    },
    async kill() {
      wanted = false;
      const killed = child;
      if (!killed || killed.exitCode !== null || killed.signalCode !== null) return;
      const gone = new Promise((resolve) => killed.once('exit', resolve));
      killed.kill('SIGKILL');
      await gone;
    },
  };
}
