import { toReturnRow } from '../../domain/funnel/order.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { type Answer, defineOperation } from './define.ts';

export const createReturn = defineOperation(
  'createReturn',
  async ({ portal, store: { storeId }, body, now, request: { idempotencyKey, hash } }) => {
    const refund = toReturnRow(body, now);
    const told = await portal.orders.record({
      storeId,
      refund,
      idempotency: idempotencyKey === undefined ? undefined : { key: idempotencyKey, hash },
    });
    if (told.outcome === 'conflict') throw new ApiError('idempotency_conflict');
    if (told.outcome === 'repeated') return told.answer as Answer<'createReturn'>;
    return { status: 201, body: { id: refund.id, conversionEventId: told.conversionId } };
  },
  { work: 'own' },
);
