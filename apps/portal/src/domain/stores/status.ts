import type { StatusResponse } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import { periodEnd } from '../period.ts';
import { settlePool } from './packs.ts';

/**
 * A store's status, from its own state: a store under maintenance answers `ERROR`, a suspended one or one
 * whose feature is switched off `LOCKED`, an empty pool without overage `EXHAUSTED`.
 */
export async function readStatus(db: Kysely<Schema>, storeId: string, now: Date): Promise<StatusResponse> {
  let row = await read(db, storeId);
  if (row && row.settle_at <= now) {
    await settlePool(db, storeId, now);
    row = await read(db, storeId);
  }
  if (!row) throw new ApiError('invalid_api_key');
  if (row.status === 'MAINTENANCE') {
    return { access: 'ERROR', message: 'Status is unavailable for the moment.' } as StatusResponse;
  }
  const limit = row.period_used - row.period_overage + row.balance;
  const [access, message] =
    row.status === 'SUSPENDED'
      ? (['LOCKED', "The store's account is suspended."] as const)
      : !row.tryon_enabled
        ? (['LOCKED', 'Try-on is switched off for this store.'] as const)
        : row.balance === 0 && !row.overage_enabled
          ? (['EXHAUSTED', 'The allowance of this period is spent.'] as const)
          : (['ALLOWED', 'Try-on is available.'] as const);
  const shared = {
    access,
    message,
    plan: row.plan,
    overageEnabled: row.overage_enabled,
    externalId: row.external_id,
  };
  const quota = { used: row.period_used, limit, resetsAt: periodEnd(row.period_start).toISOString() };
  return row.monetization_model === 'per_tryon'
    ? { ...shared, monetizationModel: 'per_tryon', quota }
    : { ...shared, monetizationModel: row.monetization_model };
}

function read(db: Kysely<Schema>, storeId: string) {
  return db
    .selectFrom('stores as store')
    .innerJoin('pools as pool', 'pool.store_id', 'store.store_id')
    .selectAll('store')
    .select([
      'pool.balance',
      'pool.period_start',
      'pool.period_used',
      'pool.period_overage',
      'pool.settle_at',
    ])
    .where('store.store_id', '=', storeId)
    .executeTakeFirst();
}
