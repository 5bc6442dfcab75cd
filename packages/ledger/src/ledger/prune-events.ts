import type { Store } from '../storage/store.ts';
import { retrying } from '../storage/transaction.ts';

const DAY_MS = 24 * 60 * 60_000;

// What a sweep drops at most, so that it never holds rows for long; sweeps come every few minutes.
const EVENTS_AT_ONCE = 1000;

/** Drops what was recorded of others' events more than `eventsKeptDays` before; the shop's own are kept. */
export async function pruneEvents(store: Store, { at }: { at: number }): Promise<void> {
  const { db, eventsKeptDays } = store;
  await retrying(store, async () => {
    const old = await db
      .selectFrom('genvoris_processed_events')
      .select('id')
      .where('prunable_at', '<', at - eventsKeptDays * DAY_MS)
      .orderBy('prunable_at')
      .limit(EVENTS_AT_ONCE)
      .execute();
    if (old.length === 0) return;
    const ids = old.map(({ id }) => id);
    await db.deleteFrom('genvoris_processed_events').where('id', 'in', ids).execute();
  });
}
