import { toCustomer } from '../../domain/customers/customer.ts';
import { invalidField } from '../../foundation/api-error.ts';
import type { CustomerStatus } from '../../storage/schema.ts';
import { readPage, toPage } from '../http/page.ts';
import { defineOperation } from './define.ts';

const STATUSES: readonly CustomerStatus[] = ['ACTIVE', 'PAUSED', 'CANCELLED'];

export const listCustomers = defineOperation(
  'listCustomers',
  async ({ db, store, query }) => {
    const page = readPage(query, 'ec_');
    const status = query.get('status');
    let rows = db
      .selectFrom('customers')
      .selectAll()
      .where('store_id', '=', store.storeId)
      .orderBy('id', 'desc')
      .limit(page.limit + 1);
    if (status !== null) rows = rows.where('status', '=', readStatus(status));
    if (page.after !== undefined) rows = rows.where('id', '<', page.after);
    return { status: 200, body: toPage(await rows.execute(), page, (row) => row.id, toCustomer) };
  },
  { work: 'read' },
);

function readStatus(text: string): CustomerStatus {
  const status = STATUSES.find((each) => each === text);
  if (!status) throw invalidField('/status', `must be one of ${STATUSES.join(', ')}`);
  return status;
}
