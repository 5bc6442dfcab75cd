import { html } from 'hono/html';
import { createGrant } from '../../../api/operations/create-grant.ts';
import { revokeGrant } from '../../../api/operations/revoke-grant.ts';
import type { CustomerRow } from '../../../domain/customers/customer.ts';
import { toGrant } from '../../../domain/customers/grant.ts';
import { confirm } from '../elements/confirm.ts';
import { field, formStart } from '../elements/field.ts';
import { badge, number, plural, time } from '../elements/format.ts';
import { pager } from '../elements/pager.ts';
import { table } from '../elements/table.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { readGrants } from './read-grants.ts';

type Grant = ReturnType<typeof toGrant>;

export async function grantsSection(context: PageContext, customer: CustomerRow): Promise<Markup> {
  const { portal, query, now } = context;
  const page = `/dashboard/customers/${customer.id}`;
  const path = `${page}/grants`;
  const { rows, next } = await readGrants(portal.db, customer, query.get('cursor'));
  return html`<section><h2>Grants</h2>
${table<Grant>(
  'Try-ons granted by orders',
  [
    { title: 'Order', cell: ({ orderId }) => orderId },
    {
      title: 'Left',
      figure: true,
      cell: ({ remaining, amount }) => `${number(remaining)} of ${number(amount)}`,
    },
    { title: 'Expires (UTC)', cell: ({ expiresAt }) => time(expiresAt, 'Never') },
    { title: 'State', leads: true, cell: (grant) => state(grant, now) },
    {
      title: 'Change',
      wide: true,
      cell: (grant) => (grant.remaining > 0 ? revoke(context, path, grant) : ''),
    },
  ],
  rows.map((row) => toGrant(row, now)),
  { empty: 'No order has granted anything.' },
)}
${pager(page, query, next, 'text')}
<details class="more"${context.failed?.form.name === 'grant' && html` open`}><summary>Grant try-ons</summary>
<form class="fields" method="post" action="${path}">${formStart(context, 'grant')}
${field(context, 'grant', { name: 'orderId', label: 'Order', required: true, maxlength: 255, hint: 'An order grants once, however often it is sent.' })}
${field(context, 'grant', { name: 'amount', label: 'Try-ons', type: 'number', required: true, min: 1, max: 1_000_000 })}
${field(context, 'grant', { name: 'expiresAt', label: 'Valid through (optional)', type: 'date' })}
<button class="main">Grant</button></form></details></section>`;
}

function state({ revokedAt, expiresAt, remaining }: Grant, now: Date): Markup {
  if (revokedAt != null) return badge('Revoked');
  if (expiresAt != null && new Date(expiresAt) <= now) return badge('Expired');
  return remaining > 0 ? badge('Open', 'good') : badge('Spent');
}

function revoke(context: PageContext, path: string, { orderId, remaining }: Grant): Markup {
  return confirm(context, {
    action: `${path}/revoke`,
    label: 'Revoke',
    about: `the grant of ${orderId}`,
    question: `The shopper loses ${plural(remaining, 'unspent try-on')}.`,
    fields: html`<input type="hidden" name="orderId" value="${orderId}">`,
  });
}

export function grantActions(page: Page): Action[] {
  const back = (context: PageContext) =>
    `/dashboard/customers/${encodeURIComponent(context.params.id ?? '')}`;
  return [
    {
      path: `${page.path}/grants`,
      page,
      async perform(context, form) {
        const through = form.optional('expiresAt');
        const body = {
          orderId: form.text('orderId'),
          amount: form.number('amount'),
          ...(through !== undefined && { expiresAt: `${through}T23:59:59Z` }),
        };
        const { status } = await callOperation(context, createGrant, {
          params: { id: context.params.id ?? '' },
          body,
        });
        const notice = status === 201 ? 'Granted.' : 'This order had granted already; nothing was added.';
        return { to: back(context), notice };
      },
    },
    {
      path: `${page.path}/grants/revoke`,
      page,
      async perform(context, form) {
        const params = { id: context.params.id ?? '', orderId: form.text('orderId') };
        await callOperation(context, revokeGrant, { params });
        return { to: back(context), notice: 'The grant was revoked.' };
      },
    },
  ];
}
