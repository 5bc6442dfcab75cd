import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PhotoRejectedReason } from '@genvoris/contract';
import { AbandonedError, GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../photo/picture.ts';
import type { JobAnswer, JobRequest } from './jobs.ts';

type Outcome = Exclude<JobAnswer, { ready: true }>;

/** A process that does one job at a time. It ends with a job that is given up, and with one that passes its bounds. */
export interface PictureProcess {
  readonly id: number | undefined;
  /** Settled when it can take a job, or has ended. */
  readonly ready: Promise<void>;
  ended(): boolean;
  /**
   * @throws PictureRejectedError, also if the job passes its bounds; GateFullError if it takes longer than `wallMs` all
   *   the same, for then the machine has too much to do; AbandonedError if `signal` comes first; Error if the process ends.
   */
  run(request: JobRequest, options: { wallMs: number; signal?: AbortSignal | undefined }): Promise<unknown>;
  /** Lets it go when it has nothing to do. */
  stop(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./process.ts', import.meta.url));
/** glibc keeps freed memory in an arena per thread, which for decoders is most of what they ever took. */
const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };
const TOO_LONG = 'The photo takes too long to read. Save it as an ordinary JPEG.';
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR', 'LD_LIBRARY_PATH'];

export function startPictureProcess(): PictureProcess {
  const env = { ...MALLOC, ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])) };
  const child = fork(PROGRAM, { env, execArgv: [], serialization: 'advanced' });
  let settle: ((outcome: Outcome | Error) => void) | undefined;
  let ended = false;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const end = (error: Error) => {
    ended = true;
    isReady();
    settle?.(error);
  };
  child.on('message', (message: JobAnswer) => ('ready' in message ? isReady() : settle?.(message)));
  child.once('error', end);
  child.once('exit', (code, signal) => end(new Error(`The picture process ended with ${signal ?? code}`)));

  return {
    id: child.pid,
    ready,
    ended: () => ended,
    run: (request, { wallMs, signal }) =>
      new Promise((resolve, reject) => {
        const kill = (error: Error) => {
          ended = true;
          child.kill('SIGKILL');
          settle?.(error);
        };
        const leave = () => kill(new AbandonedError());
        const late = setTimeout(() => kill(new GateFullError()), wallMs);
        settle = (outcome) => {
          if (!(outcome instanceof Error) && 'overrun' in outcome) {
            kill(new PictureRejectedError('too_complex', TOO_LONG));
            return;
          }
          settle = undefined;
          clearTimeout(late);
          signal?.removeEventListener('abort', leave);
          if (outcome instanceof Error) reject(outcome);
          else if ('rejected' in outcome)
            reject(new PictureRejectedError(outcome.rejected as PhotoRejectedReason, outcome.message));
          else if ('failed' in outcome) reject(new Error(outcome.failed));
          else resolve(outcome.result);
        };
        if (signal?.aborted) return settle(new AbandonedError());
        signal?.addEventListener('abort', leave, { once: true });
        child.send(request, (error) => error && settle?.(error));
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      if (child.connected) child.disconnect();
      await exit;
    },
  };
}
