import { replayDelivery, toDelivery } from '../../domain/webhooks/delivery.ts';
import { findEndpoint } from '../../domain/webhooks/endpoint.ts';
import { defineOperation } from './define.ts';

export const replayWebhookDelivery = defineOperation(
  'replayWebhookDelivery',
  async ({ db, store, params, now }) => {
    const endpoint = await findEndpoint(db, store.storeId, params.id ?? '');
    const row = await replayDelivery(db, endpoint, params.deliveryId ?? '', now);
    return { status: 202, body: toDelivery(row) };
  },
);
