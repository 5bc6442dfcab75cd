import type { Access, PortalErrorCode } from '@genvoris/contract';
import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import { findCustomer } from '../customers/customer.ts';
import { readUsage } from '../customers/usage.ts';
import { SESSION_ENDED } from '../debits/debit-error.ts';
import { findReplay } from '../debits/idempotent-replay.ts';
import type { SessionClaims, TokenVerifier } from '../sessions/token.ts';
import { isAllowedOrigin } from '../stores/allowed-domain.ts';
import type { StoreIdentity } from '../stores/api-key.ts';
import { readStatus } from '../stores/status.ts';
import { passOn } from './pass-on.ts';
import { tellRefused } from './tell-refused.ts';

/** What track says to a store with this access; it debits one that merely shows no button. */
const REFUSED_FOR: Record<Access, PortalErrorCode | undefined> = {
  ALLOWED: undefined,
  LOCKED: undefined,
  EXHAUSTED: 'credit_limit_reached',
  ERROR: undefined,
};

export interface PrecheckedCall {
  readonly store: StoreIdentity;
  readonly origin: string | undefined;
  readonly sessionToken: string | undefined;
  /** Under which the try-on is debited; undefined if the request brought none. */
  readonly debitKey: string | undefined;
  readonly now: Date;
}

export interface PrecheckServices {
  readonly db: Kysely<Schema>;
  readonly tokens: TokenVerifier;
}

/**
 * Refuses a try-on that track would refuse as things are, in its order, before an engine works for nothing.
 * The debit decides again, by its own moment.
 */
export async function precheck(
  portal: PrecheckServices,
  { store, origin, sessionToken, debitKey, now }: PrecheckedCall,
): Promise<void> {
  if (!isAllowedOrigin(origin, store.allowedDomains)) throw passOn('domain_not_allowed');
  const verified = sessionToken === undefined ? undefined : await portal.tokens.verify(sessionToken, now);
  if (verified?.ok === false) throw passOn('invalid_session_token', { detail: verified.detail });
  if (verified && verified.claims.sid !== store.storeId) throw passOn('token_store_mismatch');
  // It may have been the last there was: a repeat is debited nothing, and refused nothing.
  const before =
    debitKey === undefined ? undefined : await findReplay(portal.db, store.storeId, debitKey, now);
  if (before?.result?.outcome === 'debited') return;
  const told = before?.result?.outcome === 'quota_exhausted';
  if (verified)
    await precheckCustomer(portal, { storeId: store.storeId, claims: verified.claims, told, debitKey, now });
  const { access } = await readStatus(portal.db, store.storeId, now);
  const refused = REFUSED_FOR[access];
  if (refused !== undefined) throw passOn(refused);
}

interface CustomerToCheck {
  readonly storeId: string;
  readonly claims: SessionClaims;
  /** Whether this call was refused before, by the debit, which told of it. */
  readonly told: boolean;
  readonly debitKey: string | undefined;
  readonly now: Date;
}

async function precheckCustomer(
  portal: PrecheckServices,
  { storeId, claims: { sub, jti }, told, debitKey, now }: CustomerToCheck,
): Promise<void> {
  const customer = await findCustomer(portal.db, storeId, sub).catch((error: unknown) => {
    throw error instanceof ApiError ? passOn('invalid_session_token') : error;
  });
  // Cancelling revokes every session, and its own word says more.
  if (customer.status !== 'CANCELLED') await precheckSession(portal, storeId, sub, jti);
  const usage = await readUsage(portal.db, customer, now);
  if (usage.current.ok) return;
  const reason =
    customer.status === 'PAUSED'
      ? 'paused'
      : customer.status === 'CANCELLED'
        ? 'cancelled'
        : usage.plan === null && usage.current.limit === 0
          ? 'no_plan'
          : 'quota_exhausted';
  if (reason === 'quota_exhausted' && !told) await tellRefused(portal.db, storeId, usage, { debitKey, now });
  const { used, limit } = usage.current;
  throw passOn('end_customer_quota', { reason, used, limit });
}

async function precheckSession(
  portal: PrecheckServices,
  storeId: string,
  sub: string,
  jti: string,
): Promise<void> {
  const valid = await portal.db
    .selectFrom('sessions')
    .select('jti')
    .where('store_id', '=', storeId)
    .where('jti', '=', jti)
    .where('customer_id', '=', sub)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (valid === undefined) throw passOn('invalid_session_token', { detail: SESSION_ENDED });
}
