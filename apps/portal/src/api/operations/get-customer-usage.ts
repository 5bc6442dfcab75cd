import { findCustomer } from '../../domain/customers/customer.ts';
import { readUsage } from '../../domain/customers/usage.ts';
import { defineOperation } from './define.ts';

export const getCustomerUsage = defineOperation(
  'getCustomerUsage',
  async ({ db, store, params, now }) => {
    const row = await findCustomer(db, store.storeId, params.id ?? '');
    return { status: 200, body: { data: await readUsage(db, row, now) } };
  },
  { work: 'read' },
);
