import { toOrderRow } from '../../domain/funnel/order.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { type Answer, defineOperation } from './define.ts';

export const createConversion = defineOperation(
  'createConversion',
  async ({ portal, store: { storeId }, body, now, request: { idempotencyKey, hash } }) => {
    const order = toOrderRow(portal.vault, body, now);
    const told = await portal.orders.record({
      storeId,
      order,
      idempotency: idempotencyKey === undefined ? undefined : { key: idempotencyKey, hash },
    });
    if (told.outcome === 'conflict') throw new ApiError('idempotency_conflict');
    if (told.outcome === 'repeated') return told.answer as Answer<'createConversion'>;
    return {
      status: 201,
      body: {
        id: told.conversionId ?? order.id,
        attributedFromTryOn: told.attribution !== 'none',
        ...(told.deduped && { deduped: true as const }),
      },
    };
  },
  { work: 'own' },
);
