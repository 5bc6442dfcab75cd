import type { EventType } from '@genvoris/contract';
import type { WebhookEndpoint } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import type { EndpointRow } from '../../storage/tables/webhooks.ts';

export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    events: row.events as EventType[],
    description: row.description,
    active: row.active,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** @throws ApiError `not_found` */
export async function findEndpoint(
  db: Kysely<Schema>,
  storeId: string,
  id: string,
  { lock = false } = {},
): Promise<EndpointRow> {
  const found = db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id);
  const row = await (lock ? found.forNoKeyUpdate() : found).executeTakeFirst();
  if (!row) throw new ApiError('not_found');
  return row;
}

/** Keeps what is waiting for an endpoint away from the workers while it is switched off. */
export async function holdDeliveries(
  trx: Kysely<Schema>,
  row: { store_id: string; id: string },
  held: boolean,
): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set({ held })
    .where('store_id', '=', row.store_id)
    .where('endpoint_id', '=', row.id)
    .where('status', '=', 'pending')
    .where('event_type', '<>', 'webhook.test')
    .execute();
}
