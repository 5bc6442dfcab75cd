import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));

/** A portal in a process of its own, on a port that it keeps. */
export interface PortalProcess {
  readonly url: string;
  start(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

export function createPortalProcess(port: number, env: Readonly<Record<string, string>>): PortalProcess {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let wanted = false;

  function spawnPortal(): void {
    const started = spawn(process.execPath, [CLI, 'serve', '--port', String(port)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', process.env.CRASH_LOG ? 'inherit' : 'ignore'],
    });
    child = started;
    // Started while its database is down, it ends with a message; a supervisor would start it again.
    started.once('exit', () => {
      if (wanted && child === started) setTimeout(() => wanted && child === started && spawnPortal(), 100);
    });
  }

  return {
    url,
    async start() {
      wanted = true;
      spawnPortal();
      for (let attempt = 0; attempt < 1_200; attempt += 1) {
        const response = await fetch(`${url}/healthz`).catch(() => undefined);
        if (response?.ok || !wanted) return;
        await sleep(25);
      }
      throw new Error(`the portal at ${url} did not start within 30 seconds`);
    },
    async kill() {
      wanted = false;
      const ended = child;
      if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
      const gone = new Promise((resolve) => ended.once('exit', resolve));
      ended.kill('SIGKILL');
      await gone;
    },
  };
}
