import type { Clock } from '../clock.ts';
import type { Lane } from '../storage/database.ts';
import type { DebitRequest, DebitResult } from './debit.ts';
import { debitBatch } from './statement.ts';

/** Applies debits; each call settles by itself, whatever becomes of the others. */
export interface Debits {
  debit(request: DebitRequest): Promise<DebitResult>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface GroupCommitOptions {
  readonly lane: Lane;
  readonly clock: Clock;
  /** The most requests one statement takes. */
  readonly batchSize?: number;
}

interface Waiting {
  readonly request: DebitRequest;
  readonly resolve: (result: DebitResult) => void;
  readonly reject: (error: unknown) => void;
}

const BATCH_SIZE = 256;

/**
 * One statement is under way at a time; what arrives meanwhile goes together into the next. So a debit that
 * comes alone waits for nothing, and a popular store pays for its row lock and its commit once per batch.
 */
export function createGroupCommit({ lane, clock, batchSize = BATCH_SIZE }: GroupCommitOptions): Debits {
  let queue: Waiting[] = [];
  let busy = false;
  const idleWaiters: (() => void)[] = [];

  async function run(): Promise<void> {
    // A turn of the event loop gathers what is already here, and lets timers in between PGlite's statements.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      await apply(takeBatch());
      await new Promise((resolve) => setImmediate(resolve));
    }
    busy = false;
    for (const resolve of idleWaiters.splice(0)) resolve();
  }

  /** A key that occurs twice goes into two batches: the second finds the first's answer. */
  function takeBatch(): Waiting[] {
    const keys = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const waiting of queue) {
      const { storeId, idempotency } = waiting.request;
      const key = idempotency && `${storeId} ${idempotency.key}`;
      if (batch.length >= batchSize || (key !== undefined && keys.has(key))) rest.push(waiting);
      else {
        if (key !== undefined) keys.add(key);
        batch.push(waiting);
      }
    }
    queue = rest;
    return batch;
  }

  async function apply(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await debitBatch(
        lane,
        batch.map(({ request }) => request),
        clock.now(),
      );
      batch.forEach(({ resolve, reject }, n) => {
        const result = results[n];
        if (result) resolve(result);
        else reject(new Error('The debit was not answered'));
      });
    } catch (error) {
      // A statement that the server refused has changed nothing: find the one at fault by halves. Of one
      // whose connection broke nobody knows, and repeating it could debit twice.
      if (!isStatementError(error) || batch.length === 1) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await apply(batch.slice(0, middle));
      await apply(batch.slice(middle));
    }
  }

  return {
    debit(request) {
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        if (busy) return;
        busy = true;
        void run();
      });
    },
    idle: () => (busy ? new Promise((resolve) => idleWaiters.push(resolve)) : Promise.resolve()),
  };
}

/**
 * An error with an SQLSTATE has ended the statement only; of class 57P (shutdown) or 08, the connection too.
 * An SQLSTATE has a digit, which `EPIPE` has not.
 */
function isStatementError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^(57P|08)/.test(code);
}
