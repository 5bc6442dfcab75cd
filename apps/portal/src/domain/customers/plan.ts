import type { ShopperPlan } from '@genvoris/contract/types/v1';
import type { Kysely, Selectable } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { PlansTable, Schema } from '../../storage/schema.ts';
import { emit } from '../outbox.ts';

export type PlanRow = Selectable<PlansTable>;

export function toPlan(row: PlanRow): ShopperPlan {
  return {
    id: row.id,
    externalId: row.external_id,
    externalPriceId: row.external_price_id,
    name: row.name,
    monthlyTryOns: row.monthly_try_ons,
    active: row.active,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** @throws ApiError `not_found` */
export async function findPlan(db: Kysely<Schema>, storeId: string, id: string): Promise<PlanRow> {
  const row = await db
    .selectFrom('plans')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ApiError('not_found');
  return row;
}

export interface PlanChange {
  readonly name?: string | undefined;
  readonly monthlyTryOns?: number | undefined;
  readonly externalPriceId?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/** Changes the fields given and tells of it; a change that changes nothing is none. */
export async function changePlan(
  trx: Kysely<Schema>,
  { storeId, id, change, now }: { storeId: string; id: string; change: PlanChange; now: Date },
): Promise<PlanRow> {
  const before = await trx
    .selectFrom('plans')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw new ApiError('not_found');
  const wanted = {
    name: change.name ?? before.name,
    monthly_try_ons: change.monthlyTryOns ?? before.monthly_try_ons,
    external_price_id:
      change.externalPriceId === undefined ? before.external_price_id : change.externalPriceId,
    active: change.active ?? before.active,
  };
  const keys = Object.keys(wanted) as (keyof typeof wanted)[];
  if (keys.every((key) => wanted[key] === before[key])) return before;
  const row = await trx
    .updateTable('plans')
    .set({ ...wanted, updated_at: now })
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const type = before.active && !row.active ? 'plan.disabled' : 'plan.updated';
  await emit(trx, { storeId, type, data: { plan: toPlan(row) }, now });
  return row;
}
