import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { PhotoRejectedReason } from '@genvoris/contract';
import { createGate } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../photo/picture.ts';
import type { JobAnswer, JobName, Jobs } from './jobs.ts';

/**
 * What is done with pixels, in a process of its own: a file that brings the decoder down takes no request but its
 * own along, finds no secret in its memory or environment, and what a decoder does not give back goes with it.
 */
export type Pictures = Jobs & {
  /** Of the process, while there is one. */
  processId(): number | undefined;
  close(): Promise<void>;
};

export interface PicturesOptions {
  /** How many are worked on at a time. Default: as many as there are processors to spare, at most four. */
  readonly atOnce?: number;
  readonly waiting?: number;
  /** How long a job may take (ms): after this its process is ended. */
  readonly jobMs?: number;
  /** How long the process stays when there is nothing to do (ms). */
  readonly idleMs?: number;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const PROGRAM = fileURLToPath(new URL('./process.ts', import.meta.url));
/** glibc keeps freed memory in an arena per thread, which for decoders is most of what they ever took. */
const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR', 'LD_LIBRARY_PATH'];

/** Starts the process with the first job. @throws GateFullError if too many wait; PictureRejectedError */
export function createPictures({
  atOnce = Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting = 32,
  jobMs = 60_000,
  idleMs = 30_000,
}: PicturesOptions = {}): Pictures {
  const gate = createGate({ room: atOnce, waiting });
  const pending = new Map<number, Pending>();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let jobs = 0;

  function start(): ChildProcess {
    const env = { ...MALLOC, ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])) };
    const started = fork(PROGRAM, { env, execArgv: [], serialization: 'advanced' });
    started.on('message', (message: JobAnswer) => settle(message));
    started.once('error', (error) => ended(started, error));
    started.once('exit', (code, signal) =>
      ended(started, new Error(`The picture process ended with ${signal ?? code}`)),
    );
    return started;
  }

  function settle(message: JobAnswer): void {
    const job = pending.get(message.id);
    pending.delete(message.id);
    if ('result' in message) job?.resolve(message.result);
    else if ('failed' in message) job?.reject(new Error(message.failed));
    else job?.reject(new PictureRejectedError(message.rejected as PhotoRejectedReason, message.message));
  }

  function ended(which: ChildProcess, error: Error): void {
    if (child !== which) return;
    child = undefined;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  function stop(): void {
    const old = child;
    child = undefined;
    if (old?.connected) old.disconnect();
  }

  async function send(name: JobName, args: readonly unknown[]): Promise<unknown> {
    clearTimeout(idle);
    child ??= start();
    const to = child;
    jobs += 1;
    const id = jobs;
    const late = setTimeout(() => to.kill('SIGKILL'), jobMs);
    try {
      return await new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        to.send({ id, name, args }, (error) => error && ended(to, error));
      });
    } finally {
      clearTimeout(late);
      if (pending.size === 0) idle = setTimeout(stop, idleMs).unref();
    }
  }

  const job = <Name extends JobName>(name: Name) =>
    ((...args: readonly unknown[]) => gate.run(() => send(name, args))) as Jobs[Name];
  return {
    read: job('read'),
    warnings: job('warnings'),
    compose: job('compose'),
    processId: () => child?.pid,
    async close() {
      clearTimeout(idle);
      const old = child;
      stop();
      if (old && old.exitCode === null && old.signalCode === null) await once(old, 'exit');
    },
  };
}
