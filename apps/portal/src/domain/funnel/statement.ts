import type { RunStatement } from '../../storage/database.ts';
import type { EventRow } from './widget-event.ts';

/** The events of one request, all counted or none. */
export interface EventBatch {
  readonly storeId: string;
  readonly events: readonly EventRow[];
  /** Size of the request (bytes). */
  readonly size: number;
  /** What makes a repeat count for nothing, and what the repeat is answered. */
  readonly idempotency:
    | { readonly key: string; readonly hash: string; readonly answer: Readonly<Record<string, unknown>> }
    | undefined;
}

/** Counted now, counted before under the same key, or refused for another request had the key. */
export type EventOutcome = 'counted' | 'repeated' | 'conflict';

export interface EventSettings {
  /** How long events and sessions are kept (days). */
  readonly keptDays: number;
  /** By how many products of a store a day's counts are split, at most. */
  readonly mostProducts: number;
}

const STATEMENT = {
  name: 'record_events',
  text: 'select * from record_events($1::timestamptz, make_interval(days => $2::int), $3::int, $4::jsonb, $5::jsonb)',
};

/** Records batches in one statement, which is one transaction; outcomes in the order of the batches. */
export async function recordEvents(
  run: RunStatement,
  batches: readonly EventBatch[],
  { keptDays, mostProducts }: EventSettings,
  now: Date,
): Promise<EventOutcome[]> {
  let i = 0;
  const keys = batches.flatMap(({ storeId, idempotency }, n) =>
    idempotency
      ? [
          {
            n,
            store_id: storeId,
            key: idempotency.key,
            request_hash: idempotency.hash,
            answer: idempotency.answer,
          },
        ]
      : [],
  );
  const events = batches.flatMap(({ storeId, events }, n) =>
    events.map((event) => ({ n, i: i++, store_id: storeId, ...event })),
  );
  const outcomes = batches.map((): EventOutcome => 'counted');
  const rows = await run(STATEMENT, [
    now.toISOString(),
    keptDays,
    mostProducts,
    JSON.stringify(keys),
    JSON.stringify(events),
  ]);
  for (const [n, outcome] of rows) outcomes[Number(n)] = outcome as EventOutcome;
  return outcomes;
}
