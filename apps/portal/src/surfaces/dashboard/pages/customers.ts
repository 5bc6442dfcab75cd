import { html } from 'hono/html';
import type { CustomerRow } from '../../../domain/customers/customer.ts';
import { currentPeriodStart, periodEnd } from '../../../domain/period.ts';
import { badge, day, number } from '../elements/format.ts';
import { pager } from '../elements/pager.ts';
import { table } from '../elements/table.ts';
import type { Markup, Page, PageContext } from '../request/page-context.ts';
import { findCustomers, STATUSES } from './find-customers.ts';

const PATH = '/dashboard/customers';

export const customers: Page = {
  path: PATH,
  section: 'customers',
  async render(context) {
    const { query, now } = context;
    const { rows, next } = await findCustomers(context.portal.db, context.storeId, query);
    const plans = await plansOf(context, rows);
    const search = query.get('q')?.trim() ?? '';
    const status = query.get('status') ?? '';
    return {
      title: search === '' ? 'Customers' : `Customers: ${search}`,
      content: html`<h1>Customers</h1>
<form class="search" method="get" action="${PATH}" role="search">
<div class="field"><label for="q">Find by id or email</label><input type="search" id="q" name="q" value="${search}" maxlength="255" aria-describedby="q-hint"><p class="hint" id="q-hint">How one begins: wp_42 or 42, ana.lima, lima or mail.example</p></div>
<div class="field"><label for="status">Status</label><select id="status" name="status"><option value="">All</option>${STATUSES.map((each) => html`<option value="${each}"${each === status && html` selected`}>${toLabel(each)}</option>`)}</select></div>
<button class="main">Search</button></form>
${table<CustomerRow>(
  'Customers',
  [
    { title: 'Customer', cell: (row) => html`<a href="${PATH}/${row.id}">${row.external_id}</a>` },
    { title: 'Email', bare: true, cell: ({ email }) => email ?? '–' },
    {
      title: 'Plan',
      cell: ({ plan_id }) => (plan_id === null ? '–' : (plans.get(plan_id)?.name ?? plan_id)),
    },
    { title: 'Used', figure: true, cell: (row) => usage(row, plans, now) },
    { title: 'Status', leads: true, cell: ({ status }) => statusBadge(status) },
    { title: 'Period ends', cell: (row) => day(periodEnd(currentPeriodStart(row.period_start, now))) },
  ],
  rows,
  {
    empty:
      search === '' && status === ''
        ? 'No customers yet. Your shop makes them when a shopper first tries something on.'
        : html`Nobody found${search === '' ? '' : html` whose id or email begins with ${search}`}. <a href="${PATH}">Show all</a>`,
  },
)}
${pager(PATH, query, next, search === '' ? 'time' : 'text')}`,
    };
  },
};

export function statusBadge(status: CustomerRow['status']): Markup {
  return badge(toLabel(status), status === 'ACTIVE' ? 'good' : status === 'PAUSED' ? 'warn' : 'plain');
}

export function toLabel(status: string): string {
  return status.charAt(0) + status.slice(1).toLowerCase();
}

/** Of this period, and how much of what; grants that are left are on the customer's own page. */
function usage(row: CustomerRow, plans: Plans, now: Date): string {
  const lapsed = currentPeriodStart(row.period_start, now) > row.period_start;
  const granted = lapsed ? 0 : row.period_grants_used;
  const limit = (plans.get(row.plan_id ?? '')?.monthly_try_ons ?? 0) + granted;
  return `${number(lapsed ? 0 : row.period_plan_used + granted)} of ${number(limit)}`;
}

type Plans = ReadonlyMap<string, { readonly name: string; readonly monthly_try_ons: number }>;

async function plansOf({ portal, storeId }: PageContext, rows: readonly CustomerRow[]): Promise<Plans> {
  const ids = [...new Set(rows.flatMap(({ plan_id }) => plan_id ?? []))];
  if (ids.length === 0) return new Map();
  const plans = await portal.db
    .selectFrom('plans')
    .select(['id', 'name', 'monthly_try_ons'])
    .where('store_id', '=', storeId)
    .where('id', 'in', ids)
    .execute();
  return new Map(plans.map((plan) => [plan.id, plan]));
}
