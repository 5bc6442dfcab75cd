import { findCustomer } from '../../domain/customers/customer.ts';
import { readPage, readRows } from '../http/page.ts';
import { defineOperation } from './define.ts';

const LISTED_MS = 30 * 86_400_000;

export const listSessions = defineOperation(
  'listSessions',
  async ({ db, store: { storeId }, params, query, now }) => {
    const page = readPage(query, 'ses_');
    const customer = await findCustomer(db, storeId, params.id ?? '');
    const rows = db
      .selectFrom('sessions')
      .select(['jti', 'issued_at', 'expires_at', 'revoked_at'])
      .where('store_id', '=', storeId)
      .where('customer_id', '=', customer.id)
      .where('issued_at', '>', new Date(now.getTime() - LISTED_MS));
    const { data, next_cursor } = await readRows(rows, page, 'jti');
    const sessions = data.map(({ jti, issued_at, expires_at, revoked_at }) => ({
      jti,
      issued_at: issued_at.toISOString(),
      expires_at: expires_at.toISOString(),
      revoked_at: revoked_at?.toISOString() ?? null,
    }));
    return { status: 200, body: { data: sessions, next_cursor } };
  },
  { work: 'read' },
);
