import type { Clock } from '../../foundation/clock.ts';
import type { RunStatement } from '../../storage/database.ts';
import { createGroupedStatement } from '../../storage/grouped-statement.ts';
import { type OrderOutcome, type OrderReport, recordOrders } from './order-statement.ts';

/** Records orders and refunds; each call settles by itself, whatever becomes of the others. */
export interface OrderRecorder {
  record(report: OrderReport): Promise<OrderOutcome>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface OrderRecorderOptions {
  readonly run: RunStatement;
  readonly clock: Pick<Clock, 'now'>;
  /** By how many products of a store a day's counts are split, at most. */
  readonly mostProducts: number;
  /** Does a batch's work, with whatever there is to do around it. */
  readonly around?: (
    reports: readonly OrderReport[],
    work: () => Promise<OrderOutcome[]>,
  ) => Promise<OrderOutcome[]>;
  /** The most reports one statement takes. */
  readonly batchSize?: number;
}

const BATCH_SIZE = 256;

/** One statement is under way at a time; what arrives meanwhile goes together into the next. */
export function createOrderRecorder({
  run,
  clock,
  mostProducts,
  around = (_, work) => work(),
  batchSize = BATCH_SIZE,
}: OrderRecorderOptions): OrderRecorder {
  const { add, idle } = createGroupedStatement<OrderReport, OrderOutcome>({
    work: (reports) => around(reports, () => recordOrders(run, reports, mostProducts, clock.now())),
    // The statement itself tells apart what is twice in a batch.
    onceOf: () => undefined,
    weigh: () => 1,
    most: batchSize,
  });
  return { record: add, idle };
}
