import type { Customer } from '@genvoris/contract/types/v1';
import type { Kysely, Selectable } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { CustomersTable, Schema } from '../../storage/schema.ts';
import { periodEnd } from '../period.ts';

export type CustomerRow = Selectable<CustomersTable>;

export function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    externalId: row.external_id,
    email: row.email,
    planId: row.plan_id,
    status: row.status,
    metadata: row.metadata as Customer['metadata'],
    periodStart: row.period_start.toISOString(),
    periodEnd: periodEnd(row.period_start).toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/**
 * The customer with this id or, if there is none, this `externalId`. `lock` keeps it from others until the
 * transaction ends.
 *
 * @throws ApiError `not_found`
 */
export async function findCustomer(
  db: Kysely<Schema>,
  storeId: string,
  idOrExternalId: string,
  { lock = false } = {},
): Promise<CustomerRow> {
  let rows = db
    .selectFrom('customers')
    .selectAll()
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('id', '=', idOrExternalId), is('external_id', '=', idOrExternalId)]));
  if (lock) rows = rows.orderBy('id').forNoKeyUpdate();
  const found = await rows.execute();
  const row = found.find(({ id }) => id === idOrExternalId) ?? found[0];
  if (!row) throw new ApiError('not_found');
  return row;
}
