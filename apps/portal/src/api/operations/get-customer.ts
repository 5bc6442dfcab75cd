import { findCustomer, toCustomer } from '../../domain/customers/customer.ts';
import { defineOperation } from './define.ts';

export const getCustomer = defineOperation(
  'getCustomer',
  async ({ db, store, params }) => ({
    status: 200,
    body: toCustomer(await findCustomer(db, store.storeId, params.id ?? '')),
  }),
  { work: 'read' },
);
