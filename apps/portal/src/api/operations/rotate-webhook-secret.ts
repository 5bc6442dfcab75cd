import { findEndpoint } from '../../domain/webhooks/endpoint.ts';
import { newSecret, sealSecret } from '../../domain/webhooks/secret.ts';
import { defineOperation } from './define.ts';

const DEFAULT_OVERLAP_SECONDS = 86_400;

export const rotateWebhookSecret = defineOperation(
  'rotateWebhookSecret',
  async ({ portal, db, store, params, body, now }) => {
    const endpoint = await findEndpoint(db, store.storeId, params.id ?? '', { lock: true });
    const overlap = body?.overlapSeconds ?? DEFAULT_OVERLAP_SECONDS;
    const until = overlap > 0 ? new Date(now.getTime() + overlap * 1000) : null;
    const secret = newSecret();
    await db
      .updateTable('webhook_endpoints')
      .set({
        secret_sealed: sealSecret(portal.vault, secret),
        previous_secret_sealed: until ? endpoint.secret_sealed : null,
        previous_secret_until: until,
        updated_at: now,
      })
      .where('store_id', '=', store.storeId)
      .where('id', '=', endpoint.id)
      .execute();
    return {
      status: 200,
      body: { id: endpoint.id, secret, previousSecretExpiresAt: until?.toISOString() ?? null },
    };
  },
  { secretAnswer: true },
);
