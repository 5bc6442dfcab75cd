import { findCustomer } from '../../domain/customers/customer.ts';
import { readPage, toPage } from '../http/page.ts';
import { defineOperation } from './define.ts';

const LISTED_MS = 30 * 86_400_000;

export const listSessions = defineOperation(
  'listSessions',
  async ({ db, store: { storeId }, params, query, now }) => {
    const page = readPage(query, 'ses_');
    const customer = await findCustomer(db, storeId, params.id ?? '');
    let rows = db
      .selectFrom('sessions')
      .select(['jti', 'issued_at', 'expires_at', 'revoked_at'])
      .where('store_id', '=', storeId)
      .where('customer_id', '=', customer.id)
      .where('issued_at', '>', new Date(now.getTime() - LISTED_MS))
      .orderBy('jti', 'desc')
      .limit(page.limit + 1);
    if (page.after !== undefined) rows = rows.where('jti', '<', page.after);
    const body = toPage(
      await rows.execute(),
      page,
      (row) => row.jti,
      (row) => ({
        jti: row.jti,
        issued_at: row.issued_at.toISOString(),
        expires_at: row.expires_at.toISOString(),
        revoked_at: row.revoked_at?.toISOString() ?? null,
      }),
    );
    return { status: 200, body };
  },
  { work: 'read' },
);
