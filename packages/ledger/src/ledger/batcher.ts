import { AsyncLocalStorage } from 'node:async_hooks';

export interface Batcher<Request, Result> {
  add(request: Request): Promise<Result>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface BatcherOptions<Request, Result> {
  /** Does a batch's work in one transaction; each request has its own result, or its own error. */
  readonly work: (requests: readonly Request[]) => Promise<readonly (Result | Error)[]>;
  /** Two requests of one name never share a batch: the second finds what the first left. */
  readonly nameOf: (request: Request) => string | undefined;
  /** Whether the database has refused a batch, which has then changed nothing. */
  readonly isRefusal: (error: unknown) => boolean;
  readonly most: number;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One batch is under way at a time; what arrives meanwhile goes together into the next. So a request that comes alone
 * waits for nothing, and many at once share the price of a transaction.
 */
export function createBatcher<Request, Result>({
  work,
  nameOf,
  isRefusal,
  most,
}: BatcherOptions<Request, Result>): Batcher<Request, Result> {
  type Waits = Waiting<Request, Result>;
  let waiting: Waits[] = [];
  let busy = false;
  const idleWaiters: (() => void)[] = [];
  // A batch is of many requests: it must not run as a part of the one that happened to start it.
  const outside = AsyncLocalStorage.snapshot();

  function pick(): Waits[] {
    const names = new Set<string>();
    const batch: Waits[] = [];
    const rest: Waits[] = [];
    for (const each of waiting) {
      const name = nameOf(each.request);
      if (batch.length >= most || (name !== undefined && names.has(name))) rest.push(each);
      else {
        if (name !== undefined) names.add(name);
        batch.push(each);
      }
    }
    waiting = rest;
    return batch;
  }

  async function apply(batch: readonly Waits[]): Promise<void> {
    try {
      const results = await work(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, n) => {
        const result = results[n] as Result | Error;
        if (result instanceof Error) reject(result);
        else resolve(result);
      });
    } catch (error) {
      // What was refused has changed nothing: find the one at fault by halves. Of a batch whose connection broke
      // nobody knows.
      if (!isRefusal(error) || batch.length === 1) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await apply(batch.slice(0, middle));
      await apply(batch.slice(middle));
    }
  }

  async function run(): Promise<void> {
    // A turn of the event loop gathers what is already here, and lets timers in between the statements of a
    // database that is in this process.
    await turn();
    while (waiting.length > 0) {
      await apply(pick());
      await turn();
    }
    busy = false;
    for (const resolve of idleWaiters.splice(0)) resolve();
  }

  return {
    add: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (busy) return;
        busy = true;
        void outside(run);
      }),
    idle: () => (busy ? new Promise((resolve) => idleWaiters.push(resolve)) : Promise.resolve()),
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
