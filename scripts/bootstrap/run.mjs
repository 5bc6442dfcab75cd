import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const GRACE_MS = 10_000;
const ORPHAN_CHECK_MS = 500;
// Signals reach a group of its own as one, with everything it started; Windows has no such groups.
const grouped = process.platform !== 'win32';

/**
 * Runs a command to its end and hands on SIGINT, SIGTERM and SIGHUP to it and to all that it started.
 *
 * `onOutput` takes its output as text; without it the command writes to our terminal.
 * Resolves to its exit code: 128 + n where signal n ended it, as a shell says it.
 */
export function run(command, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      // npm's and pnpm's commands are scripts there, which only a shell starts.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
      ...options,
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: grouped,
    });
    for (const stream of onOutput ? [child.stdout, child.stderr] : []) {
      stream.setEncoding('utf8').on('data', onOutput);
    }
    const release = handOnSignals(child);
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

let stoppedBy;
/** The signal that asked us to stop, if one did. */
export const stopped = () => stoppedBy;

function handOnSignals(child) {
  let timer;
  const send = (signal) => {
    try {
      if (grouped) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It is gone already.
    }
  };
  const handler = (signal) => {
    if (timer) return send('SIGKILL');
    stoppedBy = signal;
    send(signal);
    timer = setTimeout(send, GRACE_MS, 'SIGKILL');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handler);
  // A signal to npm ends npm and its shell, and does not come as far as here.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(orphaned);
    handler('SIGTERM');
  }, ORPHAN_CHECK_MS);
  return () => {
    clearInterval(orphaned);
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, handler);
    if (stoppedBy) send('SIGTERM');
  };
}
