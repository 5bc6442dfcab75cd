import { changePlan, toPlan } from '../../domain/customers/plan.ts';
import { defineOperation } from './define.ts';

export const updatePlan = defineOperation('updatePlan', async ({ db, store, params, body, now }) => {
  const row = await changePlan(db, { storeId: store.storeId, id: params.id ?? '', change: body, now });
  return { status: 200, body: toPlan(row) };
});
