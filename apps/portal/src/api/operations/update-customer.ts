import { changeCustomer } from '../../domain/customers/change-customer.ts';
import { findCustomer, toCustomer } from '../../domain/customers/customer.ts';
import { inspectMetadata } from '../../domain/customers/metadata.ts';
import { defineOperation } from './define.ts';

export const updateCustomer = defineOperation(
  'updateCustomer',
  async ({ db, store, params, body, now }) => {
    const before = await findCustomer(db, store.storeId, params.id ?? '', { lock: true });
    return { status: 200, body: toCustomer(await changeCustomer(db, before, body, now)) };
  },
  { inspect: inspectMetadata },
);
