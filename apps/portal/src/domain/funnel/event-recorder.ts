import type { Clock } from '../../foundation/clock.ts';
import type { RunStatement } from '../../storage/database.ts';
import { createGroupedStatement } from '../../storage/grouped-statement.ts';
import { type EventBatch, type EventOutcome, type EventSettings, recordEvents } from './statement.ts';

/** Records the widget's events; each call settles by itself, whatever becomes of the others. */
export interface EventRecorder {
  record(batch: EventBatch): Promise<EventOutcome>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface EventRecorderOptions extends EventSettings {
  readonly run: RunStatement;
  readonly clock: Pick<Clock, 'now'>;
  /** Does a batch's work, with whatever there is to do around it. */
  readonly around?: (
    batches: readonly EventBatch[],
    work: () => Promise<EventOutcome[]>,
  ) => Promise<EventOutcome[]>;
}

// What one statement takes, at most: so that its parameters stay small, and its locks short.
const MOST_EVENTS = 1_000;
const MOST_BYTES = 1_048_576;

/** One statement is under way at a time; what arrives meanwhile goes together into the next. */
export function createEventRecorder({
  run,
  clock,
  around = (_, work) => work(),
  ...settings
}: EventRecorderOptions): EventRecorder {
  const grouped = createGroupedStatement<EventBatch, EventOutcome>({
    work: (batches) => around(batches, () => recordEvents(run, batches, settings, clock.now())),
    onceOf: ({ storeId, idempotency }) => idempotency && `${storeId} ${idempotency.key}`,
    weigh: ({ events, size }) => Math.max(events.length / MOST_EVENTS, size / MOST_BYTES),
    most: 1,
  });
  return { record: grouped.add, idle: grouped.idle };
}
