import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithParent } from '@genvoris/testing/end-with-parent';

export interface PhpServer {
  /** What it wrote to its log. */
  said(): string;
  stop(): Promise<void>;
}

/** Serves a folder by PHP's own server, on loopback only. It ends with this process, and its folder goes with it. */
export async function startPhp(
  folder: string,
  port: number,
  { router, env = {} }: { router: string; env?: Readonly<Record<string, string>> },
): Promise<PhpServer> {
  const args = [
    '-d',
    'display_errors=0',
    '-d',
    'log_errors=1',
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    folder,
    router,
  ];
  const php = spawn('php', args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithParent(php, folder, undefined);
  let said = '';
  php.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
  });
  for (let attempt = 0; !/Development Server .* started/.test(said); attempt += 1) {
    if (php.exitCode !== null || attempt > 400) throw new Error(`PHP did not come up: ${said}`);
    await sleep(25);
  }
  return {
    said: () => said,
    async stop() {
      if (php.exitCode !== null || php.signalCode !== null) return;
      const ended = once(php, 'exit');
      php.kill('SIGKILL');
      await ended;
    },
  };
}
