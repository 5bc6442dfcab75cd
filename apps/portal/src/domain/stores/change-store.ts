import type { Plan } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema, StoreStatus } from '../../storage/schema.ts';

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

/** Changes a store. @throws ApiError `not_found` */
export async function changeStore(
  trx: Kysely<Schema>,
  storeId: string,
  change: StoreChange,
  now: Date,
): Promise<void> {
  const changed = await trx
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
    .returning('store_id')
    .executeTakeFirst();
  if (!changed) throw new ApiError('not_found');
}
