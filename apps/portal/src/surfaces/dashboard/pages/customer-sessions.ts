import { html } from 'hono/html';
import { revokeSession } from '../../../api/operations/revoke-session.ts';
import type { CustomerRow } from '../../../domain/customers/customer.ts';
import type { Action, Markup, Page, PageContext } from '../request/page-context.ts';
import { callOperation } from './call-operation.ts';
import { sessionTable } from './session-table.ts';

const SHOWN = 5;

/** The shopper's newest session tokens. */
export async function sessionsSection(context: PageContext, customer: CustomerRow): Promise<Markup> {
  const rows = await context.portal.db
    .selectFrom('sessions')
    .selectAll()
    .where('store_id', '=', context.storeId)
    .where('customer_id', '=', customer.id)
    .orderBy('jti', 'desc')
    .limit(SHOWN + 1)
    .execute();
  const all = html`<p><a href="/dashboard/sessions?customer=${customer.id}">All sessions of ${customer.external_id}</a></p>`;
  return html`<section><h2>Sessions</h2>${sessionTable(context, rows.slice(0, SHOWN), {
    caption: `The newest ${SHOWN} sessions`,
    empty: 'No sessions yet.',
    revoke: ({ jti }) => `/dashboard/customers/${customer.id}/sessions/${jti}/revoke`,
  })}${rows.length > SHOWN && all}</section>`;
}

export function sessionActions(page: Page): Action[] {
  return [
    {
      path: `${page.path}/sessions/:jti/revoke`,
      page,
      async perform(context) {
        const { id = '', jti = '' } = context.params;
        await callOperation(context, revokeSession, { params: { id, jti } });
        return { to: `/dashboard/customers/${encodeURIComponent(id)}`, notice: 'The session was revoked.' };
      },
    },
  ];
}
