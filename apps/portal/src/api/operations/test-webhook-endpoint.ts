import { queueTest, toDelivery } from '../../domain/webhooks/delivery.ts';
import { findEndpoint } from '../../domain/webhooks/endpoint.ts';
import { defineOperation } from './define.ts';

export const testWebhookEndpoint = defineOperation(
  'testWebhookEndpoint',
  async ({ db, store, params, now }) => {
    const endpoint = await findEndpoint(db, store.storeId, params.id ?? '');
    return { status: 202, body: toDelivery(await queueTest(db, endpoint, now)) };
  },
);
