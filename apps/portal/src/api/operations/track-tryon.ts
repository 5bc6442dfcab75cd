import { trackTryon as track } from '../../domain/debits/track.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const trackTryon = defineOperation(
  'trackTryon',
  async ({ portal, body, request, now }) => {
    const tracked = await track(portal, {
      apiKey: body.api_key,
      report: body,
      origin: body.origin,
      success: body.success,
      sessionToken: body.end_customer_token,
      idempotency:
        request.idempotencyKey === undefined
          ? undefined
          : { key: request.idempotencyKey, hash: request.hash },
      now,
    });
    if (!tracked.ok) throw new ApiError(tracked.error, tracked.more);
    return {
      status: 200,
      body: {
        success: true as const,
        remaining_credits: tracked.remainingCredits,
        variation_count: body.variation_count,
        ...(tracked.quota ? { end_customer_quota: tracked.quota } : {}),
      },
    };
  },
  { work: 'own' },
);
