import { trackTryon as track } from '../../domain/debits/track.ts';
import { defineOperation } from './define.ts';

export const trackTryon = defineOperation(
  'trackTryon',
  async ({ portal, body, request, now }) => {
    const { remainingCredits, quota } = await track(portal, {
      apiKey: body.api_key,
      report: body,
      origin: body.origin,
      success: body.success,
      requestId: request.id,
      sessionToken: body.end_customer_token,
      idempotency:
        request.idempotencyKey === undefined
          ? undefined
          : { key: request.idempotencyKey, hash: request.hash },
      now,
    });
    return {
      status: 200,
      body: {
        success: true as const,
        remaining_credits: remainingCredits,
        variation_count: body.variation_count,
        ...(quota ? { end_customer_quota: quota } : {}),
      },
    };
  },
  { work: 'own' },
);
