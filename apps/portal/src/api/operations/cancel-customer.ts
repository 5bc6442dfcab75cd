import { cancelCustomer as cancel } from '../../domain/customers/change-customer.ts';
import { findCustomer } from '../../domain/customers/customer.ts';
import { defineOperation } from './define.ts';

export const cancelCustomer = defineOperation('cancelCustomer', async ({ db, store, params, now }) => {
  const before = await findCustomer(db, store.storeId, params.id ?? '', { lock: true });
  await cancel(db, before, now);
  return { status: 204 };
});
