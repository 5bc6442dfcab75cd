import { toPlan } from '../../domain/customers/plan.ts';
import { readPage, toPage } from '../http/page.ts';
import { readBoolean } from '../http/read-boolean.ts';
import { defineOperation } from './define.ts';

export const listPlans = defineOperation(
  'listPlans',
  async ({ db, store, query }) => {
    const page = readPage(query, 'pln_');
    let rows = db
      .selectFrom('plans')
      .selectAll()
      .where('store_id', '=', store.storeId)
      .orderBy('id', 'desc')
      .limit(page.limit + 1);
    if (!readBoolean(query, 'include_inactive', false)) rows = rows.where('active', '=', true);
    if (page.after !== undefined) rows = rows.where('id', '<', page.after);
    return { status: 200, body: toPage(await rows.execute(), page, (row) => row.id, toPlan) };
  },
  { work: 'read' },
);
