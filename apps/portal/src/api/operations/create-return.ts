import { recordReturn } from '../../domain/funnel/order.ts';
import { defineOperation } from './define.ts';

export const createReturn = defineOperation('createReturn', async ({ db, store: { storeId }, body, now }) => {
  const { id, conversionId } = await recordReturn(db, storeId, body, now);
  return { status: 201, body: { id, conversionEventId: conversionId } };
});
