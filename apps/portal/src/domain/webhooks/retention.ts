import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { KEPT_MS } from './schedule.ts';

const BATCH = 1_000;

/**
 * Forgets deliveries that were settled over 30 days ago, with their attempts, and then events that nothing
 * waits for. A little at a time, so that no lock is held for long; returns whether there is more.
 */
export async function forgetOld(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const before = sql`${new Date(now.getTime() - KEPT_MS).toISOString()}::timestamptz`;
  const deliveries = await sql`
    delete from webhook_deliveries d using (
      select store_id, id from webhook_deliveries where status <> 'pending' and created_at < ${before}
      order by created_at limit ${BATCH} for update skip locked
    ) old where d.store_id = old.store_id and d.id = old.id`.execute(db);
  const events = await sql`
    delete from outbox o using (
      select o.store_id, o.id from outbox o where o.taken_at is not null and o.created_at < ${before}
        and not exists (select from webhook_deliveries d where d.store_id = o.store_id and d.event_id = o.id)
      order by o.created_at limit ${BATCH} for update skip locked
    ) old where o.store_id = old.store_id and o.id = old.id`.execute(db);
  return Number(deliveries.numAffectedRows ?? 0) >= BATCH || Number(events.numAffectedRows ?? 0) >= BATCH;
}
