import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

/**
 * Takes the oldest events out of the outbox and queues a delivery to each endpoint that wants them and was
 * there when they happened, in one statement. Any number of processes may do so at once: each takes what no other holds.
 *
 * Returns how many events it took.
 */
export async function fanOut(db: Kysely<Schema>, now: Date, limit: number): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<{ taken: number }>`
    with waiting as (
      select o.store_id, o.id, o.type, o.created_at from outbox o where o.taken_at is null
      order by o.created_at, o.store_id, o.id limit ${limit} for update skip locked
    ), queued as (
      insert into webhook_deliveries (store_id, id, endpoint_id, event_id, event_type, next_attempt_at, created_at)
      select w.store_id, portal_id('whd_', ${at}), e.id, w.id, w.type, ${at}, ${at}
      from waiting w join webhook_endpoints e on e.store_id = w.store_id
      where e.active and e.created_at <= w.created_at and (e.events = array['*'] or w.type = any (e.events))
      on conflict (store_id, endpoint_id, event_id) do nothing
    ), marked as (
      update outbox o set taken_at = ${at} from waiting w where o.store_id = w.store_id and o.id = w.id returning 1
    )
    select count(*)::int as taken from marked`.execute(db);
  return rows[0]?.taken ?? 0;
}
