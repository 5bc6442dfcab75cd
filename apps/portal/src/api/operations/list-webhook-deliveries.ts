import { toDelivery } from '../../domain/webhooks/delivery.ts';
import { findEndpoint } from '../../domain/webhooks/endpoint.ts';
import { invalidField } from '../../foundation/api-error.ts';
import type { DeliveryStatus } from '../../storage/tables/webhooks.ts';
import { readPage, readRows } from '../http/page.ts';
import { defineOperation } from './define.ts';

const STATUSES: readonly DeliveryStatus[] = ['pending', 'delivered', 'dead'];

export const listWebhookDeliveries = defineOperation(
  'listWebhookDeliveries',
  async ({ db, store, params, query }) => {
    const page = readPage(query, 'whd_');
    const status = readStatus(query.get('status'));
    const endpoint = await findEndpoint(db, store.storeId, params.id ?? '');
    let rows = db
      .selectFrom('webhook_deliveries')
      .selectAll()
      .where('store_id', '=', store.storeId)
      .where('endpoint_id', '=', endpoint.id);
    if (status) rows = rows.where('status', '=', status);
    const { data, next_cursor } = await readRows(rows, page, 'id');
    return { status: 200, body: { data: data.map(toDelivery), next_cursor } };
  },
  { work: 'read' },
);

function readStatus(text: string | null): DeliveryStatus | undefined {
  if (text === null) return undefined;
  const status = STATUSES.find((each) => each === text);
  if (!status) throw invalidField('/status', `must be one of ${STATUSES.join(', ')}`);
  return status;
}
