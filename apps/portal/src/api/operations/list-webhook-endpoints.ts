import { toEndpoint } from '../../domain/webhooks/endpoint.ts';
import { defineOperation } from './define.ts';

export const listWebhookEndpoints = defineOperation(
  'listWebhookEndpoints',
  async ({ db, store }) => {
    const rows = await db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('store_id', '=', store.storeId)
      .orderBy('id', 'desc')
      .execute();
    return { status: 200, body: { data: rows.map(toEndpoint) } };
  },
  { work: 'read' },
);
