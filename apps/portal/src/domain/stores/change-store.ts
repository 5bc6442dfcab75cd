import type { Plan } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema, StoreStatus } from '../../storage/schema.ts';
import { emit } from '../outbox.ts';

/** What may be changed of a store; absent leaves a field as it is. */
export interface StoreChange {
  readonly name?: string;
  /** `SUSPENDED` refuses every call but status, which reads `LOCKED`; `MAINTENANCE` only reads `ERROR`. */
  readonly status?: StoreStatus;
  readonly plan?: Plan;
  /** Credits per period, from the next period on. */
  readonly planAllowance?: number;
  readonly overageEnabled?: boolean;
  /** The feature switch: off reads `LOCKED`. */
  readonly tryonEnabled?: boolean;
  readonly lowBalanceThreshold?: number;
}

/** Changes a store, and tells of another plan. @throws ApiError `not_found` */
export async function changeStore(
  trx: Kysely<Schema>,
  storeId: string,
  change: StoreChange,
  now: Date,
): Promise<void> {
  const before = await trx
    .selectFrom('stores')
    .select('plan')
    .where('store_id', '=', storeId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw new ApiError('not_found');
  await trx
    .updateTable('stores')
    .set({
      updated_at: now,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(change.plan === undefined ? {} : { plan: change.plan }),
      ...(change.planAllowance === undefined ? {} : { plan_allowance: change.planAllowance }),
      ...(change.overageEnabled === undefined ? {} : { overage_enabled: change.overageEnabled }),
      ...(change.tryonEnabled === undefined ? {} : { tryon_enabled: change.tryonEnabled }),
      ...(change.lowBalanceThreshold === undefined
        ? {}
        : { low_balance_threshold: change.lowBalanceThreshold }),
    })
    .where('store_id', '=', storeId)
    .execute();
  if (change.plan === undefined || change.plan === before.plan) return;
  const data = { store_id: storeId, previous_plan: before.plan, plan: change.plan };
  await emit(trx, { storeId, type: 'customer.plan_changed', data, now });
}
