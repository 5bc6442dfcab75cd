import { createBatcher, type Waiting } from '../../foundation/batcher.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { RunStatement } from '../../storage/database.ts';
import { isStatementError } from '../../storage/statement-error.ts';
import type { DebitRequest, DebitResult } from './debit.ts';
import { debitBatch } from './statement.ts';

/** Applies debits; each call settles by itself, whatever becomes of the others. */
export interface Debits {
  debit(request: DebitRequest): Promise<DebitResult>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface GroupCommitOptions {
  readonly run: RunStatement;
  readonly clock: Pick<Clock, 'now'>;
  /** Does a batch's work, with whatever there is to do around it. */
  readonly around?: (
    requests: readonly DebitRequest[],
    work: () => Promise<DebitResult[]>,
  ) => Promise<DebitResult[]>;
  /** The most requests one statement takes. */
  readonly batchSize?: number;
}

type WaitingDebit = Waiting<DebitRequest, DebitResult>;

const BATCH_SIZE = 256;

/**
 * One statement is under way at a time; what arrives meanwhile goes together into the next. So a debit that
 * comes alone waits for nothing, and a popular store pays for its row lock and its commit once per batch.
 */
export function createGroupCommit({
  run,
  clock,
  around = (_, work) => work(),
  batchSize = BATCH_SIZE,
}: GroupCommitOptions): Debits {
  /** A key that occurs twice goes into two batches: the second finds the first's answer. */
  function pick(queue: readonly WaitingDebit[]): [WaitingDebit[], WaitingDebit[]] {
    const keys = new Set<string>();
    const batch: WaitingDebit[] = [];
    const rest: WaitingDebit[] = [];
    for (const waiting of queue) {
      const { storeId, idempotency } = waiting.request;
      const key = idempotency && `${storeId} ${idempotency.key}`;
      if (batch.length >= batchSize || (key !== undefined && keys.has(key))) rest.push(waiting);
      else {
        if (key !== undefined) keys.add(key);
        batch.push(waiting);
      }
    }
    return [batch, rest];
  }

  async function apply(batch: readonly WaitingDebit[]): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const results = await around(requests, () => debitBatch(run, requests, clock.now()));
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

  const batcher = createBatcher({ apply, pick });
  return { debit: batcher.add, idle: batcher.idle };
}
