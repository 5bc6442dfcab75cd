import { toPlan } from '../../domain/customers/plan.ts';
import { readPage, readRows } from '../http/page.ts';
import { readBoolean } from '../http/read-boolean.ts';
import { defineOperation } from './define.ts';

export const listPlans = defineOperation(
  'listPlans',
  async ({ db, store, query }) => {
    const page = readPage(query, 'pln_');
    let rows = db.selectFrom('plans').selectAll().where('store_id', '=', store.storeId);
    const older = readBoolean(query, 'includeInactive', false);
    if (!readBoolean(query, 'include_inactive', older)) rows = rows.where('active', '=', true);
    const { data, next_cursor } = await readRows(rows, page, 'id');
    return { status: 200, body: { data: data.map(toPlan), next_cursor } };
  },
  { work: 'read' },
);
