import { SECURITY_SCHEMES } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { MerchantSession } from './merchant-session.ts';

/** Takes a sign-in back, and clears away the store's expired ones. */
export async function endSession(db: Kysely<Schema>, session: MerchantSession, now: Date): Promise<void> {
  await db
    .deleteFrom('merchant_sessions')
    .where('store_id', '=', session.storeId)
    .where((row) => row.or([row('token_hash', '=', session.id), row('expires_at', '<=', now)]))
    .execute();
}

/** Signs a merchant out everywhere, but for the session that asks. */
export async function endOtherSessions(db: Kysely<Schema>, session: MerchantSession): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('merchant_sessions')
    .where('merchant', '=', session.merchant)
    .where('token_hash', '<>', session.id)
    .where('store_id', 'in', (query) =>
      query.selectFrom('store_merchants').select('store_id').where('email', '=', session.merchant),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** `Set-Cookie` that takes the session cookie out of the browser. */
export const NO_SESSION_COOKIE = `${SECURITY_SCHEMES.PortalSession.name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
