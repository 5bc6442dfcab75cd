import type { Kysely } from 'kysely';
import { ApiError } from '../../foundation/api-error.ts';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import type { TokenVerifier } from '../sessions/token.ts';
import { isAllowedOrigin } from '../stores/allowed-domain.ts';
import { hashKey, type StoreIdentity } from '../stores/api-key.ts';
import type { KeyCache } from '../stores/key-cache.ts';
import type { DebitRequest, DebitResult } from './debit.ts';
import { toDebitError } from './debit-error.ts';
import type { Debits } from './group-commit.ts';
import { findReplay } from './idempotent-replay.ts';

/** What a debit is checked with, and done. */
export interface TrackServices {
  readonly db: Kysely<Schema>;
  readonly keys: KeyCache;
  readonly tokens: TokenVerifier;
  readonly debits: Debits;
}

export interface TrackCall {
  readonly apiKey: string;
  readonly report: {
    readonly product_type: string;
    readonly product_title?: string | undefined;
    readonly page_url?: string | undefined;
    readonly origin?: string | undefined;
    readonly variation_count: number;
    readonly generation_time_ms: number;
  };
  readonly origin: string | undefined;
  readonly success: boolean;
  readonly requestId: string;
  readonly sessionToken: string | undefined;
  readonly idempotency: { readonly key: string; readonly hash: string } | undefined;
  readonly now: Date;
}

/**
 * Records a try-on and debits it, in the documented order of checks: key, account, origin, session token,
 * the token's store, the customer's allowance, the store's pool. (The secret was checked before.)
 *
 * What is checked here from memory, the debit's transaction checks again as of its own moment: the key and
 * the account, the session's revocation, the customer's status.
 *
 * @throws ApiError
 */
export async function trackTryon(services: TrackServices, call: TrackCall): Promise<DebitResult> {
  const keyHash = hashKey(call.apiKey);
  // Before a refusal the key is looked up again: it may have changed since it was kept in memory.
  for (const fresh of [false, true]) {
    const store = await services.keys.find(keyHash, { fresh });
    if (!store) break;
    let session: DebitRequest['session'];
    try {
      session = await checkSession(services, call, store);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!fresh) continue;
      return await replay(services, call, store.storeId, error);
    }
    const result = await services.debits.debit(toRequest(call, store, session));
    if (result.outcome !== 'stale_key') return debited(result);
  }
  throw new ApiError('invalid_key');
}

/** The session that the try-on is debited to, if the call names one. @throws ApiError */
async function checkSession(
  { tokens }: TrackServices,
  { origin, sessionToken, now }: TrackCall,
  store: StoreIdentity,
): Promise<DebitRequest['session']> {
  if (store.storeStatus === 'SUSPENDED') throw new ApiError('account_inactive');
  if (!isAllowedOrigin(origin, store.allowedDomains)) throw new ApiError('domain_not_allowed');
  if (sessionToken === undefined) return undefined;
  const verified = await tokens.verify(sessionToken, now);
  if (!verified.ok) throw new ApiError('invalid_session_token', { detail: verified.detail });
  const { sid, sub, jti } = verified.claims;
  if (sid !== store.storeId) throw new ApiError('token_store_mismatch');
  return { customerId: sub, jti };
}

/**
 * The answer that this call got before, or the refusal if it is new. A repeat of a debited try-on gets its answer even
 * where the first check would refuse it by now, because its token has expired meanwhile.
 */
async function replay(
  { db }: TrackServices,
  { idempotency, now }: TrackCall,
  storeId: string,
  refusal: ApiError,
): Promise<DebitResult> {
  const before = idempotency && (await findReplay(db, storeId, idempotency.key, now));
  if (before && before.requestHash !== idempotency.hash) throw new ApiError('idempotency_conflict');
  if (!before?.result) throw refusal;
  return debited(before.result);
}

function debited(result: DebitResult): DebitResult {
  const error = toDebitError(result);
  if (error) throw error;
  return result;
}

function toRequest(
  { report, idempotency, success, requestId, now }: TrackCall,
  { storeId, keyId, keyRevision }: StoreIdentity,
  session: DebitRequest['session'],
): DebitRequest {
  return {
    tryonId: newId('try_', now),
    storeId,
    keyId,
    keyRevision,
    session,
    idempotency,
    success,
    report: {
      product_type: report.product_type,
      product_title: report.product_title ?? null,
      page_url: report.page_url ?? null,
      origin: report.origin ?? null,
      variation_count: report.variation_count,
      generation_time_ms: report.generation_time_ms,
      request_id: requestId,
    },
  };
}
