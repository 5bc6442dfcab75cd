import { AsyncLocalStorage } from 'node:async_hooks';

/** A request that waits for its result. */
export interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface Batcher<Request, Result> {
  add(request: Request): Promise<Result>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface BatcherOptions<Request, Result> {
  /** Settles every request of the batch; does not reject. */
  readonly apply: (batch: readonly Waiting<Request, Result>[]) => Promise<void>;
  /** Parts what waits into the next batch, of one at least, and the rest. */
  readonly pick: (
    waiting: readonly Waiting<Request, Result>[],
  ) => readonly [batch: Waiting<Request, Result>[], rest: Waiting<Request, Result>[]];
}

/**
 * One batch is under way at a time; what arrives meanwhile goes together into the next. So a request that comes
 * alone waits for nothing, and many at once share the price of a statement.
 */
export function createBatcher<Request, Result>({
  apply,
  pick,
}: BatcherOptions<Request, Result>): Batcher<Request, Result> {
  let waiting: Waiting<Request, Result>[] = [];
  let busy = false;
  const idleWaiters: (() => void)[] = [];
  // A batch is of many requests: it must not run as a part of the one that happened to start it.
  const outside = AsyncLocalStorage.snapshot();

  async function run(): Promise<void> {
    // A turn of the event loop gathers what is already here, and lets timers in between PGlite's statements.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const [batch, rest] = pick(waiting);
      waiting = rest;
      await apply(batch);
      await new Promise((resolve) => setImmediate(resolve));
    }
    busy = false;
    for (const resolve of idleWaiters.splice(0)) resolve();
  }

  return {
    add(request) {
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (busy) return;
        busy = true;
        void outside(run);
      });
    },
    idle: () => (busy ? new Promise((resolve) => idleWaiters.push(resolve)) : Promise.resolve()),
  };
}
