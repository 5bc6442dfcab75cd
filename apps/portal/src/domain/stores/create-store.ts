import type { MonetizationModel, Plan } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import { periodEnd } from '../period.ts';
import { issuePack } from './packs.ts';

export interface NewStore {
  readonly name: string;
  readonly storeId?: string;
  /** The account's id at its platform, with a canonical prefix; `external_` and the store's id if absent. */
  readonly externalId?: string;
  readonly plan?: Plan;
  /** Credits the Genvoris plan puts into the pool in each period of 30 days. */
  readonly planAllowance?: number;
  readonly monetizationModel?: MonetizationModel;
  readonly overageEnabled?: boolean;
  readonly lowBalanceThreshold?: number;
}

/** Opens a store with its pool, and issues the first period's allowance. */
export async function createStore(trx: Kysely<Schema>, wanted: NewStore, now: Date): Promise<string> {
  const storeId = wanted.storeId ?? newId('st_', now);
  const allowance = wanted.planAllowance ?? 0;
  await trx
    .insertInto('stores')
    .values({
      store_id: storeId,
      name: wanted.name,
      external_id: wanted.externalId ?? `external_${storeId.slice(3)}`,
      plan: wanted.plan ?? 'free',
      plan_allowance: allowance,
      monetization_model: wanted.monetizationModel ?? 'per_tryon',
      overage_enabled: wanted.overageEnabled ?? false,
      low_balance_threshold: wanted.lowBalanceThreshold ?? 0,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const end = periodEnd(now);
  await trx.insertInto('pools').values({ store_id: storeId, period_start: now, settle_at: end }).execute();
  if (allowance > 0) {
    await issuePack(trx, { storeId, kind: 'allowance', amount: allowance, expiresAt: end }, now);
  }
  return storeId;
}
