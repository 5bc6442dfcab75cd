import { randomUUID } from 'node:crypto';
import type { EventType } from '@genvoris/contract';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';

/** A delivery that is ours to attempt, until its lease runs out. */
export interface Claimed
  extends Pick<EndpointRow, 'url' | 'secret_sealed' | 'previous_secret_sealed' | 'previous_secret_until'> {
  readonly store_id: string;
  readonly id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly claim: string;
  readonly event_type: EventType;
  readonly event_created_at: Date;
  readonly data: Record<string, unknown>;
}

// Three times what an attempt may take: a process that is killed meanwhile leaves its deliveries to the others.
const LEASE_MS = 30_000;
/** How far it looks for deliveries to other endpoints past those of one that has many. */
const LOOK_AHEAD = 500;

export interface ClaimOptions {
  readonly limit: number;
  /** The most of one endpoint at a time: one that is slow must not keep the others waiting. */
  readonly perEndpoint: number;
  /** How many each endpoint has under way already. */
  readonly inFlight: ReadonlyMap<string, number>;
}

/** Claims deliveries that are due, each for one process at a time. */
export async function claimDue(
  db: Kysely<Schema>,
  now: Date,
  { limit, perEndpoint, inFlight }: ClaimOptions,
): Promise<Claimed[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const until = sql`${new Date(now.getTime() + LEASE_MS).toISOString()}::timestamptz`;
  const claim = randomUUID();
  const busy = [...inFlight].filter(([, count]) => count >= perEndpoint).map(([endpoint]) => endpoint);
  const { rows } = await sql<Claimed>`
    with due as (
      select f.store_id, f.id, coalesce(u.count, 0) +
        row_number() over (partition by f.store_id, f.endpoint_id order by f.next_attempt_at, f.id) as place
      from (
        select d.store_id, d.id, d.endpoint_id, d.next_attempt_at from webhook_deliveries d
        where d.status = 'pending' and not d.held and d.next_attempt_at <= ${at}
          and (d.claimed_until is null or d.claimed_until <= ${at})
          and d.endpoint_id <> all (${busy}::text[])
        order by d.next_attempt_at, d.store_id, d.id limit ${LOOK_AHEAD}
      ) f
      left join unnest(${[...inFlight.keys()]}::text[], ${[...inFlight.values()]}::int[]) as u(endpoint_id, count)
        on u.endpoint_id = f.endpoint_id
    ), taken as (
      select d.store_id, d.id from due join webhook_deliveries d on d.store_id = due.store_id and d.id = due.id
      where due.place <= ${perEndpoint} and d.status = 'pending' and not d.held and d.next_attempt_at <= ${at}
        and (d.claimed_until is null or d.claimed_until <= ${at})
      order by d.next_attempt_at, d.store_id, d.id limit ${limit}
      for update of d skip locked
    ), claimed as (
      update webhook_deliveries d set claim = ${claim}, claimed_until = ${until}
      from taken t where d.store_id = t.store_id and d.id = t.id
      returning d.store_id, d.id, d.endpoint_id, d.event_id, d.event_type, d.claim
    )
    select c.*, e.url, e.secret_sealed, e.previous_secret_sealed, e.previous_secret_until,
      o.created_at as event_created_at, o.data
    from claimed c
    join webhook_endpoints e on e.store_id = c.store_id and e.id = c.endpoint_id
    join outbox o on o.store_id = c.store_id and o.id = c.event_id`.execute(db);
  return rows;
}
