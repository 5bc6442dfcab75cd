import { findCustomer } from '../../domain/customers/customer.ts';
import { toGrant } from '../../domain/customers/grant.ts';
import { checkOwnId } from '../../domain/customers/own-id.ts';
import { ApiError, invalidField } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const createGrant = defineOperation(
  'createGrant',
  async ({ db, store: { storeId }, params, body, now }) => {
    const customer = await findCustomer(db, storeId, params.id ?? '', { lock: true });
    const expiresAt = body.expiresAt == null ? null : new Date(body.expiresAt);
    // A leap second, which the format takes and Date does not; and what PostgreSQL would not read back.
    if (expiresAt && !(expiresAt.getUTCFullYear() <= 9999)) {
      throw invalidField('/expiresAt', 'must be a time until the year 9999, and no leap second');
    }
    const existing = await db
      .selectFrom('grants')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('order_id', '=', body.orderId)
      .executeTakeFirst();
    if (!existing) {
      checkOwnId(body.orderId, '/orderId');
      if (expiresAt !== null && expiresAt <= now) throw invalidField('/expiresAt', 'must be in the future');
      const row = await db
        .insertInto('grants')
        .values({
          store_id: storeId,
          order_id: body.orderId,
          customer_id: customer.id,
          amount: body.amount,
          expires_at: expiresAt,
          created_at: now,
        })
        .onConflict((conflict) => conflict.columns(['store_id', 'order_id']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row) return { status: 201, body: toGrant(row, now) };
    }
    const granted =
      existing ??
      (await db
        .selectFrom('grants')
        .selectAll()
        .where('store_id', '=', storeId)
        .where('order_id', '=', body.orderId)
        .executeTakeFirstOrThrow());
    if (granted.customer_id !== customer.id) {
      throw new ApiError('idempotency_conflict', { detail: 'This order has granted to another customer.' });
    }
    return { status: 200, body: toGrant(granted, now) };
  },
);
