import type { WebhookDelivery } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import type { DeliveryRow, EndpointRow } from '../../storage/tables/webhooks.ts';

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    eventId: row.event_id,
    eventType: row.event_type,
    status: row.status,
    attempts: row.attempts,
    lastStatusCode: row.last_status_code,
    lastError: row.last_error,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Queues a `webhook.test` to one endpoint, active or not. The event is its alone: nobody else is told. */
export async function queueTest(trx: Kysely<Schema>, endpoint: EndpointRow, now: Date): Promise<DeliveryRow> {
  const eventId = newId('evt_', now);
  const data = { store_id: endpoint.store_id, endpoint_id: endpoint.id, message: 'This is a test event.' };
  await trx
    .insertInto('outbox')
    .values({
      store_id: endpoint.store_id,
      id: eventId,
      type: 'webhook.test',
      created_at: now,
      data: JSON.stringify(data),
      taken_at: now,
    })
    .execute();
  return trx
    .insertInto('webhook_deliveries')
    .values({
      store_id: endpoint.store_id,
      id: newId('whd_', now),
      endpoint_id: endpoint.id,
      event_id: eventId,
      event_type: 'webhook.test',
      next_attempt_at: now,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Queues a delivery once more: one that is settled from its first attempt, one that waits at once.
 *
 * @throws ApiError `not_found`
 */
export async function replayDelivery(
  trx: Kysely<Schema>,
  endpoint: EndpointRow,
  deliveryId: string,
  now: Date,
): Promise<DeliveryRow> {
  const mine = trx
    .updateTable('webhook_deliveries')
    .where('store_id', '=', endpoint.store_id)
    .where('endpoint_id', '=', endpoint.id)
    .where('id', '=', deliveryId);
  const row =
    (await mine
      .where('status', '=', 'pending')
      .set({ next_attempt_at: now })
      .returningAll()
      .executeTakeFirst()) ??
    (await mine.where('status', '<>', 'pending').set(again(endpoint, now)).returningAll().executeTakeFirst());
  if (!row) throw new ApiError('not_found');
  return row;
}

/** Queues every dead delivery of an endpoint once more; returns how many. */
export async function replayDead(trx: Kysely<Schema>, endpoint: EndpointRow, now: Date): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('webhook_deliveries')
    .where('store_id', '=', endpoint.store_id)
    .where('endpoint_id', '=', endpoint.id)
    .where('status', '=', 'dead')
    .set(again(endpoint, now))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function again(endpoint: EndpointRow, now: Date) {
  return {
    status: 'pending' as const,
    held: !endpoint.active,
    attempts: 0,
    last_status_code: null,
    last_error: null,
    next_attempt_at: now,
    delivered_at: null,
    claim: null,
    claimed_until: null,
  };
}
