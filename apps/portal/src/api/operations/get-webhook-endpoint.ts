import { findEndpoint, toEndpoint } from '../../domain/webhooks/endpoint.ts';
import { defineOperation } from './define.ts';

export const getWebhookEndpoint = defineOperation(
  'getWebhookEndpoint',
  async ({ db, store, params }) => ({
    status: 200,
    body: toEndpoint(await findEndpoint(db, store.storeId, params.id ?? '')),
  }),
  { work: 'read' },
);
