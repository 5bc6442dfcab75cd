import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { DeliveryRow } from '../../storage/tables/webhooks.ts';
import { emit } from '../outbox.ts';
import type { Outcome } from './attempt.ts';
import type { Claimed } from './claim.ts';
import { holdDeliveries } from './endpoint.ts';
import { DISABLE_AFTER_MS, nextAttempt } from './schedule.ts';

/**
 * Writes down what came of an attempt: the log, the delivery, the endpoint's health. A claim that was lost
 * meanwhile, to another process or a replay, changes nothing but the log.
 */
export async function recordAttempt(
  db: Kysely<Schema>,
  claimed: Claimed,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // The endpoint before its deliveries, as a switch-off takes them: else attempts that end
    // together would wait for each other in a circle.
    await trx
      .selectFrom('webhook_endpoints')
      .select('id')
      .where('store_id', '=', claimed.store_id)
      .where('id', '=', claimed.endpoint_id)
      .forNoKeyUpdate()
      .execute();
    const row = await trx
      .selectFrom('webhook_deliveries')
      .selectAll()
      .where('store_id', '=', claimed.store_id)
      .where('id', '=', claimed.id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) return;
    const n = row.attempts_in_all + 1;
    await trx
      .insertInto('webhook_attempts')
      .values({
        store_id: row.store_id,
        delivery_id: row.id,
        n,
        at: now,
        status_code: outcome.statusCode,
        error: outcome.error,
        duration_ms: outcome.durationMs,
      })
      .execute();
    await trx
      .updateTable('webhook_deliveries')
      .set({ attempts_in_all: n, ...(row.claim === claimed.claim && settled(row, outcome, now)) })
      .where('store_id', '=', row.store_id)
      .where('id', '=', row.id)
      .execute();
    await noteHealth(trx, row, outcome, now);
  });
}

function settled(row: DeliveryRow, { statusCode, error, retryAfter }: Outcome, now: Date) {
  const attempts = row.attempts + 1;
  const last = {
    attempts,
    last_status_code: statusCode,
    last_error: error,
    claim: null,
    claimed_until: null,
  };
  if (error === null)
    return { ...last, status: 'delivered' as const, delivered_at: now, next_attempt_at: null };
  const next = nextAttempt(attempts, now, retryAfter);
  if (!next) return { ...last, status: 'dead' as const, next_attempt_at: null };
  return { ...last, next_attempt_at: next };
}

async function noteHealth(
  trx: Kysely<Schema>,
  row: DeliveryRow,
  { error }: Outcome,
  now: Date,
): Promise<void> {
  const endpoint = trx
    .updateTable('webhook_endpoints')
    .where('store_id', '=', row.store_id)
    .where('id', '=', row.endpoint_id);
  if (error === null) {
    await endpoint.set({ failing_since: null }).where('failing_since', 'is not', null).execute();
    return;
  }
  const at = sql<Date>`${now.toISOString()}::timestamptz`;
  const { failing_since, active, url } = await endpoint
    .set({ failing_since: sql`coalesce(failing_since, ${at})` })
    .returning(['failing_since', 'active', 'url'])
    .executeTakeFirstOrThrow();
  if (!active || !failing_since || now.getTime() - failing_since.getTime() < DISABLE_AFTER_MS) return;
  await endpoint.set({ active: false, updated_at: now }).execute();
  await holdDeliveries(trx, { store_id: row.store_id, id: row.endpoint_id }, true);
  await emit(trx, {
    storeId: row.store_id,
    type: 'webhook.disabled',
    data: {
      store_id: row.store_id,
      endpoint_id: row.endpoint_id,
      url,
      failing_since: failing_since.toISOString(),
      last_error: error,
    },
    now,
  });
}
