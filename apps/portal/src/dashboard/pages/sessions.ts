import { html } from 'hono/html';
import type { Selectable } from 'kysely';
import type { CustomerRow } from '../../customers/customer.ts';
import { revokeSession } from '../../operations/revokeSession.ts';
import type { SessionsTable } from '../../storage/schema.ts';
import { confirm } from '../elements/confirm.ts';
import { table } from '../elements/table.ts';
import { badge, code, time } from '../elements/words.ts';
import { operate } from '../operate.ts';
import type { Action, Markup, Page, Visit } from '../visit.ts';

type Row = Selectable<SessionsTable>;

const SHOWN = 20;

/** The shopper's newest session tokens: never the tokens, only that there are some. */
export async function sessionsSection(visit: Visit, customer: CustomerRow): Promise<Markup> {
  const rows = await visit.portal.db
    .selectFrom('sessions')
    .selectAll()
    .where('store_id', '=', visit.storeId)
    .where('customer_id', '=', customer.id)
    .orderBy('jti', 'desc')
    .limit(SHOWN)
    .execute();
  const live = (row: Row) => row.revoked_at === null && row.expires_at > visit.now;
  return html`<section><h2>Sessions</h2>${table<Row>(
    `The newest ${SHOWN} sessions`,
    [
      { title: 'Session', cell: ({ jti }) => code(jti) },
      { title: 'Issued', cell: (row) => time(row.issued_at) },
      { title: 'Expires', cell: (row) => time(row.expires_at) },
      {
        title: 'State',
        leads: true,
        cell: (row) => (live(row) ? badge('Valid', 'good') : badge(row.revoked_at ? 'Revoked' : 'Expired')),
      },
      { title: 'Change', wide: true, cell: (row) => (live(row) ? revoke(visit, customer, row) : '') },
    ],
    rows,
    { empty: 'No sessions yet.' },
  )}</section>`;
}

function revoke(visit: Visit, { id }: CustomerRow, { jti }: Row): Markup {
  return confirm(visit, {
    action: `/dashboard/customers/${id}/sessions/${jti}/revoke`,
    label: 'Revoke',
    about: `session ${jti}`,
    question: 'Try-ons with this token are refused from now on.',
  });
}

export function sessionActions(page: Page): Action[] {
  return [
    {
      path: `${page.path}/sessions/:jti/revoke`,
      page,
      async perform(visit) {
        const { id = '', jti = '' } = visit.params;
        await operate(visit, revokeSession, { params: { id, jti } });
        return { to: `/dashboard/customers/${encodeURIComponent(id)}`, notice: 'The session was revoked.' };
      },
    },
  ];
}
