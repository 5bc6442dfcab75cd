import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const deleteWebhookEndpoint = defineOperation(
  'deleteWebhookEndpoint',
  async ({ db, store, params }) => {
    const { numDeletedRows } = await db
      .deleteFrom('webhook_endpoints')
      .where('store_id', '=', store.storeId)
      .where('id', '=', params.id ?? '')
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new ApiError('not_found');
    return { status: 204 };
  },
);
