import type { Clock } from '../../foundation/clock.ts';
import type { RunStatement } from '../../storage/database.ts';
import { createGroupedStatement } from '../../storage/grouped-statement.ts';
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

const BATCH_SIZE = 256;

/** So a debit that comes alone waits for nothing, and a popular store pays for its row lock and its commit once per batch. */
export function createGroupCommit({
  run,
  clock,
  around = (_, work) => work(),
  batchSize = BATCH_SIZE,
}: GroupCommitOptions): Debits {
  const { add, idle } = createGroupedStatement<DebitRequest, DebitResult>({
    work: (requests) => around(requests, () => debitBatch(run, requests, clock.now())),
    onceOf: ({ storeId, idempotency }) => idempotency && `${storeId} ${idempotency.key}`,
    weigh: () => 1,
    most: batchSize,
  });
  return { debit: add, idle };
}
