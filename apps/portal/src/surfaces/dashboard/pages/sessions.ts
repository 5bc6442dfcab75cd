import { html } from 'hono/html';
import { sql } from 'kysely';
import { readPage, readRows } from '../../../api/http/page.ts';
import { revokeSession } from '../../../api/operations/revoke-session.ts';
import { findCustomer } from '../../../domain/customers/customer.ts';
import { LONGEST_TOKEN_MS } from '../../../domain/sessions/signing-keys.ts';
import { ApiError } from '../../../foundation/api-error.ts';
import { leastIdOf } from '../../../foundation/ids.ts';
import { pager } from '../elements/pager.ts';
import { spans } from '../elements/spans.ts';
import type { Action, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { type SessionRow, sessionTable } from './session-table.ts';

const PATH = '/dashboard/sessions';
const SHOWN = 25;

type Row = SessionRow & { readonly external_id: string | null };

/** The session tokens of the store, or of one shopper: the newest first. */
export const sessions: Page = {
  path: PATH,
  section: 'sessions',
  async render(context) {
    const { portal, storeId, query } = context;
    const asked = query.get('customer');
    const customer = asked === null ? undefined : await findCustomer(portal.db, storeId, asked);
    const valid = query.get('state') === 'valid';
    const { data, next_cursor } = await readSessions(context, { customerId: customer?.id, valid });
    const own = (fields: Record<string, string>) => {
      const text = new URLSearchParams({ ...(customer && { customer: customer.id }), ...fields }).toString();
      return `${PATH}${text && `?${text}`}`;
    };
    const title = customer ? `Sessions of ${customer.external_id}` : 'Sessions';
    return {
      title,
      content: html`${customer && html`<p class="crumbs"><a href="/dashboard/customers">Customers</a> <a href="/dashboard/customers/${customer.id}">${customer.external_id}</a></p>`}
<div class="head"><h1>${title}</h1>
${spans('Sessions shown', [
  ['All', own({}), !valid],
  ['Valid now', own({ state: 'valid' }), valid],
])}</div>
<p class="lead">A session token lets a signed-in shopper try on for minutes, on the shopper's own allowance. Who leaves is cancelled or paused under Customers.</p>
${sessionTable<Row>(context, data, {
  caption: 'Sessions, the newest first',
  empty: valid
    ? 'No session is valid now.'
    : 'No sessions yet. Your shop opens one when a shopper tries something on.',
  revoke: ({ jti }) => `${PATH}/${jti}/revoke`,
  ...(customer && { fields: html`<input type="hidden" name="customer" value="${customer.id}">` }),
  name: {
    title: 'Customer',
    cell: (row) =>
      html`<a href="/dashboard/customers/${row.customer_id}">${row.external_id ?? row.customer_id}</a>`,
  },
})}
${pager(PATH, query, next_cursor)}`,
    };
  },
};

async function readSessions(
  { portal, storeId, query, now }: PageContext,
  { customerId, valid }: { customerId: string | undefined; valid: boolean },
) {
  let rows = portal.db
    .selectFrom('sessions as session')
    .leftJoin('customers as customer', (join) =>
      join
        .onRef('customer.store_id', '=', 'session.store_id')
        .onRef('customer.id', '=', 'session.customer_id'),
    )
    .selectAll('session')
    .select('customer.external_id')
    .where('session.store_id', '=', storeId);
  if (customerId !== undefined) rows = rows.where('session.customer_id', '=', customerId);
  if (valid) {
    rows = rows
      .where('session.jti', '>=', leastIdOf('ses_', now.getTime() - LONGEST_TOKEN_MS))
      // Not by the index of when they end, which would fetch and sort all that are valid to show the newest.
      .where(sql<boolean>`session.expires_at + interval '0' > ${now.toISOString()}::timestamptz`)
      .where('session.revoked_at', 'is', null);
  }
  return readRows(rows, readPage(query, 'ses_', SHOWN), 'jti');
}

export const sessionListActions: readonly Action[] = [
  {
    path: `${PATH}/:jti/revoke`,
    page: sessions,
    async perform(context, form) {
      const { jti = '' } = context.params;
      const row = await context.portal.db
        .selectFrom('sessions')
        .select('customer_id')
        .where('store_id', '=', context.storeId)
        .where('jti', '=', jti)
        .executeTakeFirst();
      if (!row) throw new ApiError('not_found');
      await callOperation(context, revokeSession, { params: { id: row.customer_id, jti } });
      const customer = form.optional('customer');
      const to = customer === undefined ? PATH : `${PATH}?${new URLSearchParams({ customer })}`;
      return { to, notice: 'The session was revoked.' };
    },
  },
];
