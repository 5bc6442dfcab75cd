import { findEndpoint, holdDeliveries, toEndpoint } from '../../domain/webhooks/endpoint.ts';
import { checkEndpointUrl } from '../../domain/webhooks/endpoint-url.ts';
import { defineOperation } from './define.ts';

export const updateWebhookEndpoint = defineOperation(
  'updateWebhookEndpoint',
  async ({ portal, db, store, params, body, request, now }) => {
    const { url, events, description, active } = body;
    if (url !== undefined) checkEndpointUrl(url, { apiKey: request.apiKey, reach: portal.egress.reach });
    const before = await findEndpoint(db, store.storeId, params.id ?? '', { lock: true });
    const row = await db
      .updateTable('webhook_endpoints')
      .set({
        ...(url !== undefined && { url }),
        ...(events !== undefined && { events }),
        ...(description !== undefined && { description }),
        ...(active !== undefined && { active }),
        // Switched on again, it has five days again; so has another receiver.
        ...((active === true || (url !== undefined && url !== before.url)) && { failing_since: null }),
        updated_at: now,
      })
      .where('store_id', '=', store.storeId)
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (row.active !== before.active) await holdDeliveries(db, row, !row.active);
    return { status: 200, body: toEndpoint(row) };
  },
);
