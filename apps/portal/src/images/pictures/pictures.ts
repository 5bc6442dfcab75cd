import { availableParallelism } from 'node:os';
import { AbandonedError, createGate, type Turn } from '../../foundation/gate.ts';
import type { JobBounds, JobName, Jobs } from './jobs.ts';
import { type PictureProcess, startPictureProcess } from './picture-process.ts';

/**
 * What is done with pixels, in processes of their own: a file that brings the decoder down takes no request but its
 * own along, finds no secret in its memory or environment, and what a decoder does not give back goes with it.
 */
export interface Pictures {
  /** The work as it is done for one owner, who has a share of all processes and a line of its own. */
  for(turn: Turn): Jobs;
  /** Of the processes there are. */
  processIds(): number[];
  close(): Promise<void>;
}

export interface PicturesOptions extends Partial<JobBounds> {
  /** How many are worked on at a time. Default: as many as there are processors, from two to four. */
  readonly atOnce?: number;
  /** How many of one owner may wait. */
  readonly waiting?: number;
  /** How long a job may take, whatever else the machine does (ms). */
  readonly wallMs?: number;
  /** How long a process stays when it has nothing to do (ms). */
  readonly idleMs?: number;
}

/** Starts processes as they are needed. Jobs throw what `PictureProcess.run` does, and GateFullError. */
export function createPictures({
  atOnce = Math.max(2, Math.min(4, availableParallelism())),
  waiting = 32,
  cpuMs = 8_000,
  memoryBytes = 768 * 1_048_576,
  wallMs = 60_000,
  idleMs = 30_000,
}: PicturesOptions = {}): Pictures {
  // One is left for the others, whatever one owner sends.
  const gate = createGate({ room: atOnce, share: Math.max(1, atOnce - 1), waiting });
  const bounds: JobBounds = { cpuMs, memoryBytes };
  const all = new Set<PictureProcess>();
  const idle: { readonly process: PictureProcess; readonly timer: NodeJS.Timeout }[] = [];
  let closed = false;

  function start(): PictureProcess {
    const process = startPictureProcess();
    all.add(process);
    return process;
  }

  /** The one that worked last: it is warm, and the others may end. */
  function take(): PictureProcess {
    for (let last = idle.pop(); last; last = idle.pop()) {
      clearTimeout(last.timer);
      if (!last.process.ended()) return last.process;
      all.delete(last.process);
    }
    return start();
  }

  function putBack(process: PictureProcess): void {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((each) => each.process === process),
        1,
      );
      void stop(process);
    }, idleMs).unref();
    idle.push({ process, timer });
  }

  async function stop(process: PictureProcess): Promise<void> {
    await process.stop();
    all.delete(process);
  }

  async function send(name: JobName, args: readonly unknown[], { signal }: Turn): Promise<unknown> {
    if (closed) throw new Error('The pictures are closed.');
    if (signal?.aborted) throw new AbandonedError();
    const process = take();
    try {
      return await process.run({ name, args, bounds }, { wallMs, signal });
    } finally {
      if (process.ended()) await replace(process);
      else putBack(process);
    }
  }

  /** What the end of a process costs is part of its owner's turn. */
  async function replace(old: PictureProcess): Promise<void> {
    all.delete(old);
    if (closed) return;
    const process = start();
    await process.ready;
    putBack(process);
  }

  return {
    for(turn) {
      const job = <Name extends JobName>(name: Name) =>
        ((...args: readonly unknown[]) => gate.run(turn, () => send(name, args, turn))) as Jobs[Name];
      return { read: job('read'), analyze: job('analyze'), compose: job('compose') };
    },
    processIds: () => [...all].flatMap(({ id }) => (id === undefined ? [] : [id])),
    async close() {
      closed = true;
      for (const { timer } of idle) clearTimeout(timer);
      await Promise.all([...all].map(stop));
    },
  };
}
