import { createHash, randomBytes } from 'node:crypto';
import { SECURITY_SCHEMES } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

/** Who is signed in to the portal in this browser, and for which store. */
export interface MerchantSession {
  readonly storeId: string;
  readonly storeName: string;
  readonly merchant: string;
  /** Names the sign-in, and is no credential. */
  readonly id: string;
}

const COOKIE = SECURITY_SCHEMES.PortalSession.name;
const LIFETIME_MS = 12 * 3_600_000;

/**
 * Signs a merchant in: returns the value of the session cookie. It begins with the store, so that it is found
 * where the store's rows are. (The caller has made sure of who it is.)
 */
export async function startMerchantSession(
  db: Kysely<Schema>,
  { storeId, merchant }: { storeId: string; merchant: string },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = `${storeId}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await db
    .insertInto('merchant_sessions')
    .values({
      store_id: storeId,
      token_hash: hashToken(token),
      merchant,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

/** `Set-Cookie` for a session; `secure` unless the portal is on plain http. */
export function sessionCookie(token: string, { secure }: { secure: boolean }): string {
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LIFETIME_MS / 1000}${secure ? '; Secure' : ''}`;
}

/** The sign-in that a request's cookie stands for, or undefined. */
export async function findMerchantSession(
  db: Kysely<Schema>,
  headers: Headers,
  now: Date,
): Promise<MerchantSession | undefined> {
  const token = readCookie(headers.get('cookie') ?? '', COOKIE);
  const storeId = token?.split('.', 1)[0];
  if (token === undefined || storeId === undefined) return undefined;
  const id = hashToken(token);
  const row = await db
    .selectFrom('merchant_sessions as session')
    .innerJoin('stores as store', 'store.store_id', 'session.store_id')
    .select(['session.merchant', 'store.name'])
    .where('session.store_id', '=', storeId)
    .where('session.token_hash', '=', id)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  return row && { storeId, storeName: row.name, merchant: row.merchant, id };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The first cookie of the name; a second one is somebody's attempt to plant their own. */
export function readCookie(header: string, name: string): string | undefined {
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return values.length === 1 ? values[0]?.slice(name.length + 1) : undefined;
}
