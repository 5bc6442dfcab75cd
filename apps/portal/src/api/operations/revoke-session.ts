import { findCustomer } from '../../domain/customers/customer.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const revokeSession = defineOperation(
  'revokeSession',
  async ({ db, store: { storeId }, params, now }) => {
    // Debits hold the customer's lock, so that after this answer none goes through with the token.
    const customer = await findCustomer(db, storeId, params.id ?? '', { lock: true });
    const row = await db
      .updateTable('sessions')
      .set((update) => ({ revoked_at: update.fn.coalesce('revoked_at', update.val(now)) }))
      .where('store_id', '=', storeId)
      .where('jti', '=', params.jti ?? '')
      .where('customer_id', '=', customer.id)
      .returning('jti')
      .executeTakeFirst();
    if (!row) throw new ApiError('not_found');
    return { status: 200, body: { data: { jti: row.jti, revoked: true as const } } };
  },
);
