import { findCustomer } from '../../domain/customers/customer.ts';
import { toGrant } from '../../domain/customers/grant.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const revokeGrant = defineOperation('revokeGrant', async ({ db, store: { storeId }, params, now }) => {
  // A debit spends grants under the customer's lock, so that none can run between reading and revoking.
  const customer = await findCustomer(db, storeId, params.id ?? '', { lock: true });
  const row = await db
    .updateTable('grants')
    .set((update) => ({ revoked_at: update.fn.coalesce('revoked_at', update.val(now)) }))
    .where('store_id', '=', storeId)
    .where('order_id', '=', params.orderId ?? '')
    .where('customer_id', '=', customer.id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ApiError('not_found');
  return { status: 200, body: toGrant(row, now) };
});
