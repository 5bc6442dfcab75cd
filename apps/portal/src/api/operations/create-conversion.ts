import { recordOrder } from '../../domain/funnel/order.ts';
import { defineOperation } from './define.ts';

export const createConversion = defineOperation(
  'createConversion',
  async ({ portal, db, store: { storeId }, body, now }) => {
    const mostProducts = portal.config.productsPerDay;
    const order = await recordOrder(db, portal.vault, body, { storeId, mostProducts, now });
    return {
      status: 201,
      body: {
        id: order.conversionId,
        attributedFromTryOn: order.attribution !== 'none',
        ...(order.deduped && { deduped: true as const }),
      },
    };
  },
);
