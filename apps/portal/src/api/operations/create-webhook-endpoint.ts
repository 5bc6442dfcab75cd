import { addEndpoint } from '../../domain/webhooks/add-endpoint.ts';
import { toEndpoint } from '../../domain/webhooks/endpoint.ts';
import { checkEndpointUrl } from '../../domain/webhooks/endpoint-url.ts';
import { defineOperation } from './define.ts';

export const createWebhookEndpoint = defineOperation(
  'createWebhookEndpoint',
  async ({ portal, db, store: { storeId }, body, request, now }) => {
    checkEndpointUrl(body.url, { apiKey: request.apiKey, reach: portal.egress.reach });
    const { row, secret } = await addEndpoint(db, portal.vault, { storeId, ...body }, now);
    // The store knows a secret of its own, which is shown to nobody.
    const shown = body.secret === undefined ? { secret } : {};
    return { status: 201, body: { ...toEndpoint(row), ...shown } };
  },
  { secretAnswer: true },
);
