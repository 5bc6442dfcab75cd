import type { UpdateCustomerRequest } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import { emit } from '../outbox.ts';
import { currentPeriodStart, PERIOD_MS } from '../period.ts';
import { type CustomerRow, toCustomer } from './customer.ts';

/** The fields of a customer that may be given; absent leaves a field as it is. */
export type CustomerChange = {
  readonly [Field in keyof UpdateCustomerRequest]?: UpdateCustomerRequest[Field] | undefined;
};

/**
 * Changes the fields given of a customer that the transaction holds locked, and tells of it, also where nothing
 * differs. Returns the row as it is now; a change that changes nothing writes nothing to it.
 */
export async function changeCustomer(
  trx: Kysely<Schema>,
  before: CustomerRow,
  change: CustomerChange,
  now: Date,
): Promise<CustomerRow> {
  const { row, changed } = await writeChange(trx, before, change, now);
  const data = { customer: toCustomer(row), changed };
  await emit(trx, { storeId: row.store_id, type: 'end_customer.updated', data, now });
  await tellConsequences(trx, before, row, now);
  return row;
}

/** Cancels a customer that the transaction holds locked; of one that is cancelled nothing is told again. */
export async function cancelCustomer(trx: Kysely<Schema>, before: CustomerRow, now: Date): Promise<void> {
  const { row } = await writeChange(trx, before, { status: 'CANCELLED' }, now);
  await tellConsequences(trx, before, row, now);
}

async function writeChange(
  trx: Kysely<Schema>,
  before: CustomerRow,
  change: CustomerChange,
  now: Date,
): Promise<{ row: CustomerRow; changed: string[] }> {
  const storeId = before.store_id;
  if (change.planId != null) await requireActivePlan(trx, storeId, change.planId);
  const wanted = {
    plan_id: change.planId === undefined ? before.plan_id : change.planId,
    status: change.status ?? before.status,
    email: change.email === undefined ? before.email : change.email,
  };
  const metadata = change.metadata === undefined ? before.metadata : (change.metadata ?? {});
  const changed = [
    ...(wanted.plan_id === before.plan_id ? [] : ['planId']),
    ...(wanted.status === before.status ? [] : ['status']),
    ...(wanted.email === before.email ? [] : ['email']),
    ...(sameMetadata(metadata, before.metadata) ? [] : ['metadata']),
    ...(change.resetPeriod === true ? ['periodStart', 'periodEnd'] : []),
  ];
  if (changed.length === 0) return { row: before, changed };
  if (change.resetPeriod === true) await closePeriod(trx, before, now);
  const row = await trx
    .updateTable('customers')
    .set({ ...wanted, metadata: JSON.stringify(metadata), updated_at: now })
    .$if(change.resetPeriod === true, (update) =>
      update.set({ period_start: now, period_plan_used: 0, period_grants_used: 0, period_warned: false }),
    )
    .where('store_id', '=', storeId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, changed };
}

/** What else follows from a change: sessions end with their customer, and another plan is told of. */
async function tellConsequences(
  trx: Kysely<Schema>,
  before: CustomerRow,
  row: CustomerRow,
  now: Date,
): Promise<void> {
  const { store_id: storeId } = row;
  if (row.status === 'CANCELLED' && before.status !== 'CANCELLED') {
    await revokeSessions(trx, row, now);
    await emit(trx, { storeId, type: 'end_customer.cancelled', data: { customer: toCustomer(row) }, now });
  }
  if (row.plan_id === before.plan_id) return;
  const data = {
    customer_id: row.id,
    external_id: row.external_id,
    previous_plan_id: before.plan_id,
    plan_id: row.plan_id,
  };
  await emit(trx, { storeId, type: 'customer.plan_changed', data, now });
}

/** @throws ApiError `plan_not_found` */
export async function requireActivePlan(db: Kysely<Schema>, storeId: string, planId: string): Promise<void> {
  const plan = await db
    .selectFrom('plans')
    .select('active')
    .where('store_id', '=', storeId)
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan?.active) throw new ApiError('plan_not_found');
}

async function revokeSessions(trx: Kysely<Schema>, { store_id, id }: CustomerRow, now: Date): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('store_id', '=', store_id)
    .where('customer_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/** Keeps what was used of the period that a reset ends. */
async function closePeriod(trx: Kysely<Schema>, row: CustomerRow, now: Date): Promise<void> {
  const used = row.period_plan_used + row.period_grants_used;
  if (used === 0) return;
  const plan = await trx
    .selectFrom('plans')
    .select('monthly_try_ons')
    .where('store_id', '=', row.store_id)
    .where('id', '=', row.plan_id)
    .executeTakeFirst();
  const lapsed = currentPeriodStart(row.period_start, now) > row.period_start;
  await trx
    .insertInto('usage_periods')
    .values({
      store_id: row.store_id,
      customer_id: row.id,
      period_start: row.period_start,
      period_end: lapsed ? new Date(row.period_start.getTime() + PERIOD_MS) : now,
      used,
      limit: (plan?.monthly_try_ons ?? 0) + row.period_grants_used,
    })
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'customer_id', 'period_start']).doUpdateSet((update) => ({
        used: update('usage_periods.used', '+', update.ref('excluded.used')),
        period_end: update.ref('excluded.period_end'),
      })),
    )
    .execute();
}

function sameMetadata(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  );
}
