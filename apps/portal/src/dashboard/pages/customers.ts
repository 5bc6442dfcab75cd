import { html } from 'hono/html';
import type { CustomerRow } from '../../customers/customer.ts';
import { currentPeriodStart, periodEnd } from '../../customers/period.ts';
import { pager } from '../elements/pager.ts';
import { table } from '../elements/table.ts';
import { badge, day, number } from '../elements/words.ts';
import type { Markup, Page, Visit } from '../visit.ts';
import { findCustomers, STATUSES } from './find-customers.ts';

const PATH = '/dashboard/customers';

export const customers: Page = {
  path: PATH,
  section: 'customers',
  async render(visit) {
    const { query, now } = visit;
    const { rows, next } = await findCustomers(visit.portal.db, visit.storeId, query);
    const plans = await planNames(visit, rows);
    const search = query.get('q')?.trim() ?? '';
    const status = query.get('status') ?? '';
    return {
      title: search === '' ? 'Customers' : `Customers: ${search}`,
      content: html`<h1>Customers</h1>
<form class="search" method="get" action="${PATH}" role="search">
<div class="field"><label for="q">Id or email begins with</label><input type="search" id="q" name="q" value="${search}" maxlength="255" placeholder="wp_42, ana@…"></div>
<div class="field"><label for="status">Status</label><select id="status" name="status"><option value="">All</option>${STATUSES.map((each) => html`<option value="${each}"${each === status && html` selected`}>${toLabel(each)}</option>`)}</select></div>
<button class="main">Search</button></form>
${table<CustomerRow>(
  'Customers',
  [
    { title: 'Customer', cell: (row) => html`<a href="${PATH}/${row.id}">${row.external_id}</a>` },
    { title: 'Email', bare: true, cell: ({ email }) => email ?? '–' },
    { title: 'Plan', cell: ({ plan_id }) => (plan_id === null ? '–' : (plans.get(plan_id) ?? plan_id)) },
    { title: 'Used', figure: true, cell: (row) => number(usedNow(row, now)) },
    { title: 'Status', leads: true, cell: ({ status }) => statusBadge(status) },
    { title: 'Period ends', cell: (row) => day(periodEnd(currentPeriodStart(row.period_start, now))) },
  ],
  rows,
  {
    empty:
      search === '' && status === ''
        ? 'No customers yet. Your shop makes them when a shopper first tries something on.'
        : html`Nobody found. <a href="${PATH}">Show all</a>`,
  },
)}
${pager(PATH, query, next)}`,
    };
  },
};

export function statusBadge(status: CustomerRow['status']): Markup {
  return badge(toLabel(status), status === 'ACTIVE' ? 'good' : status === 'PAUSED' ? 'warn' : 'plain');
}

export function toLabel(status: string): string {
  return status.charAt(0) + status.slice(1).toLowerCase();
}

function usedNow(row: CustomerRow, now: Date): number {
  const lapsed = currentPeriodStart(row.period_start, now) > row.period_start;
  return lapsed ? 0 : row.period_plan_used + row.period_grants_used;
}

async function planNames(
  { portal, storeId }: Visit,
  rows: readonly CustomerRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ plan_id }) => plan_id ?? []))];
  if (ids.length === 0) return new Map();
  const plans = await portal.db
    .selectFrom('plans')
    .select(['id', 'name'])
    .where('store_id', '=', storeId)
    .where('id', 'in', ids)
    .execute();
  return new Map(plans.map(({ id, name }) => [id, name]));
}
