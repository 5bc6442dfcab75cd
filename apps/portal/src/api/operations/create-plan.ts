import { changePlan, toPlan } from '../../domain/customers/plan.ts';
import { emit } from '../../domain/outbox.ts';
import { newId } from '../../foundation/ids.ts';
import { defineOperation } from './define.ts';

export const createPlan = defineOperation('createPlan', async ({ db, store: { storeId }, body, now }) => {
  const row = await db
    .insertInto('plans')
    .values({
      store_id: storeId,
      id: newId('pln_', now),
      external_id: body.externalId ?? null,
      external_price_id: body.externalPriceId ?? null,
      name: body.name,
      monthly_try_ons: body.monthlyTryOns,
      active: body.active ?? true,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['store_id', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) {
    await emit(db, { storeId, type: 'plan.created', data: { plan: toPlan(row) }, now });
    return { status: 201, body: toPlan(row) };
  }
  const { id } = await db
    .selectFrom('plans')
    .select('id')
    .where('store_id', '=', storeId)
    .where('external_id', '=', body.externalId ?? null)
    .executeTakeFirstOrThrow();
  return { status: 200, body: toPlan(await changePlan(db, { storeId, id, change: body, now })) };
});
