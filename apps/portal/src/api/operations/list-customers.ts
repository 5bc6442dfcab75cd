import { isStorable } from '@genvoris/contract';
import { toCustomer } from '../../domain/customers/customer.ts';
import { invalidField } from '../../foundation/api-error.ts';
import type { CustomerStatus } from '../../storage/schema.ts';
import { readPage, readRows } from '../http/page.ts';
import { defineOperation } from './define.ts';

// AnyExternalId of openapi/shared/external-id.yaml.
const MOST_LETTERS = 255;
const STATUSES: readonly CustomerStatus[] = ['ACTIVE', 'PAUSED', 'CANCELLED'];

export const listCustomers = defineOperation(
  'listCustomers',
  async ({ db, store, query }) => {
    const page = readPage(query, 'ec_');
    const status = query.get('status');
    let rows = db.selectFrom('customers').selectAll().where('store_id', '=', store.storeId);
    if (status !== null) rows = rows.where('status', '=', readStatus(status));
    const externalId = query.get('externalId');
    if (externalId !== null) rows = rows.where('external_id', '=', readExternalId(externalId));
    const { data, next_cursor } = await readRows(rows, page, 'id');
    return { status: 200, body: { data: data.map(toCustomer), next_cursor } };
  },
  { work: 'read' },
);

/** @throws ApiError `invalid_body` */
function readExternalId(text: string): string {
  if (text === '' || [...text].length > MOST_LETTERS || !isStorable(text)) {
    throw invalidField('/externalId', `must have 1 to ${MOST_LETTERS} characters that can be kept`);
  }
  return text;
}

function readStatus(text: string): CustomerStatus {
  const status = STATUSES.find((each) => each === text);
  if (!status) throw invalidField('/status', `must be one of ${STATUSES.join(', ')}`);
  return status;
}
