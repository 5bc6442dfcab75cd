import { changePlan } from '../../domain/customers/plan.ts';
import { defineOperation } from './define.ts';

export const disablePlan = defineOperation('disablePlan', async ({ db, store, params, now }) => {
  await changePlan(db, { storeId: store.storeId, id: params.id ?? '', change: { active: false }, now });
  return { status: 204 };
});
