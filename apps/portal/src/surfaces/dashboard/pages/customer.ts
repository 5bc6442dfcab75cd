import { html } from 'hono/html';
import { type CustomerRow, findCustomer } from '../../../domain/customers/customer.ts';
import { readUsage } from '../../../domain/customers/usage.ts';
import { code, day, moment, number } from '../elements/format.ts';
import { facts, table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { changeActions, changeForm } from './customer-form.ts';
import { sessionActions, sessionsSection } from './customer-sessions.ts';
import { statusBadge } from './customers.ts';
import { grantActions, grantsSection } from './grants.ts';

export const customer: Page = {
  path: '/dashboard/customers/:id',
  section: 'customers',
  async render(context) {
    const { portal, storeId, params, query, now } = context;
    const row = await findCustomer(portal.db, storeId, params.id ?? '');
    if (query.has('cursor')) return furtherGrants(context, row);
    const usage = await readUsage(portal.db, row, now);
    const { used, limit, remaining } = usage.current;
    return {
      title: row.external_id,
      content: html`<p class="crumbs"><a href="/dashboard/customers">Customers</a></p>
<h1 class="id">${row.external_id}</h1>
${facts([
  ['Status', statusBadge(row.status)],
  ['Id', code(row.id)],
  ['Email', row.email ?? '–'],
  ['Plan', usage.plan?.name ?? '–'],
  ['Period', html`${day(usage.period_start)} to ${day(usage.period_end)} (UTC)`],
  ['Since', moment(row.created_at)],
])}
<section><h2>Usage</h2>
<p class="usage">${number(used)} of ${number(limit)} used, ${number(remaining)} left</p>
<progress value="${Math.min(used, limit)}" max="${Math.max(limit, 1)}" aria-label="Used of this period's try-ons">${used}/${limit}</progress>
${table<(typeof usage.history)[number]>(
  'Periods before',
  [
    { title: 'Period', cell: (each) => html`${day(each.period_start)} to ${day(each.period_end)}` },
    { title: 'Used', figure: true, cell: (each) => number(each.used) },
    { title: 'Of', figure: true, cell: (each) => number(each.limit) },
  ],
  usage.history,
  { empty: 'No earlier period.' },
)}</section>
${await grantsSection(context, row)}
${await sessionsSection(context, row)}
${metadata(row)}
${await changeForm(context, row)}`,
    };
  },
};

/** A page of grants after the first, by itself: the grants are the only list of a customer that has pages. */
async function furtherGrants(context: PageContext, row: CustomerRow) {
  return {
    title: `Grants of ${row.external_id}`,
    content: html`<p class="crumbs"><a href="/dashboard/customers">Customers</a> <a href="/dashboard/customers/${row.id}">${row.external_id}</a></p>
<h1 class="id">${row.external_id}</h1>
${await grantsSection(context, row)}`,
  };
}

function metadata(row: CustomerRow): Markup {
  const entries = Object.entries(row.metadata);
  if (entries.length === 0) return '';
  return html`<section><h2>Metadata</h2>${facts(entries.map(([name, value]) => [name, String(value)] as const))}</section>`;
}

export const customerActions: readonly Action[] = [
  ...changeActions(customer),
  ...grantActions(customer),
  ...sessionActions(customer),
];
