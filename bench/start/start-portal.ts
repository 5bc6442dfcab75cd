import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { OPERATIONS } from '@genvoris/contract';
import { freePort } from '@genvoris/testing/loopback';

export interface Start {
  /** From the spawn to the first answer (ms). */
  readonly ms: number;
  /** What the process had spent by then (ms), on all its threads; NaN without /proc. */
  readonly cpuMs: number;
  readonly peakMB: number;
}

const CLI = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));
const GIVE_UP_MS = 60_000;
// What getconf CLK_TCK says on every Linux that Node runs on.
const TICKS_PER_SECOND = 100;

/** Starts `portal serve` on a folder, waits for its first answer, and stops it. */
export async function startPortal(folder: string): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, GENVORIS_DATA: folder, LOG_LEVEL: 'error' },
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  try {
    // The key is looked up in the database before it is refused.
    const url = `http://127.0.0.1:${port}${OPERATIONS.getStatus.path}?api_key=gvk_test_unknown`;
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`The portal stopped with ${child.exitCode}: ${said}`);
      if (performance.now() - began > GIVE_UP_MS)
        throw new Error(`No answer after ${GIVE_UP_MS} ms: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    return { ms: performance.now() - began, ...spent(child) };
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  }
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(true));
    }).once('error', () => resolve(false));
  });
}

function spent({ pid }: ChildProcess): { cpuMs: number; peakMB: number } {
  if (!existsSync(`/proc/${pid}/stat`)) return { cpuMs: Number.NaN, peakMB: Number.NaN };
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  // After the name, which is in brackets and may hold anything: state is the third field, utime the fourteenth.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { cpuMs: (ticks / TICKS_PER_SECOND) * 1_000, peakMB: Number(peak) / 1_024 };
}
