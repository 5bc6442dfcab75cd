import { findPlan, toPlan } from '../../domain/customers/plan.ts';
import { defineOperation } from './define.ts';

export const getPlan = defineOperation(
  'getPlan',
  async ({ db, store, params }) => ({
    status: 200,
    body: toPlan(await findPlan(db, store.storeId, params.id ?? '')),
  }),
  { work: 'read' },
);
