import type { Kysely } from 'kysely';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import type { TokenVerifier } from '../sessions/token.ts';
import { isAllowedOrigin } from '../stores/allowed-domain.ts';
import { hashKey, type StoreIdentity } from '../stores/api-key.ts';
import type { KeyCache } from '../stores/key-cache.ts';
import type { Debits } from './group-commit.ts';
import { recallDebit } from './recall.ts';
import { refuse, type TrackCall, type Tracked, toTracked } from './tracked.ts';

/** What a debit is checked with, and done. */
export interface TrackServices {
  readonly db: Kysely<Schema>;
  readonly keys: KeyCache;
  readonly tokens: TokenVerifier;
  readonly debits: Debits;
}

/**
 * Records a try-on and debits it, in the documented order of checks: key, account, origin, session token,
 * the token's store, the customer's allowance, the store's pool. (The secret was checked before.)
 *
 * What is checked here from memory, the debit's transaction checks again as of its own moment: the key and
 * the account, the session's revocation, the customer's status.
 */
export async function trackTryon(portal: TrackServices, call: TrackCall): Promise<Tracked> {
  const keyHash = hashKey(call.apiKey);
  // Before a refusal the key is looked up anew: it may have changed since it was kept in memory.
  for (const attempt of ['kept', 'fresh'] as const) {
    const store = await portal.keys.find(keyHash, { fresh: attempt === 'fresh' });
    if (!store) return refuse('invalid_key');
    const checked = await check(portal, call, store);
    if ('ok' in checked) {
      if (attempt === 'kept') continue;
      return (await recallDebit(portal, store.storeId, call)) ?? checked;
    }
    const result = await portal.debits.debit({
      tryonId: newId('try_', call.now),
      storeId: store.storeId,
      keyId: store.keyId,
      keyRevision: store.keyRevision,
      session: checked.session,
      idempotency: call.idempotency,
      success: call.success,
      report: {
        product_type: call.report.product_type,
        product_title: call.report.product_title ?? null,
        page_url: call.report.page_url ?? null,
        origin: call.report.origin ?? null,
        variation_count: call.report.variation_count,
        generation_time_ms: call.report.generation_time_ms,
      },
    });
    if (result.outcome === 'stale_key') continue;
    return toTracked(result);
  }
  return refuse('invalid_key');
}

type Checked = { readonly session: { customerId: string; jti: string } | undefined };

async function check(
  portal: TrackServices,
  call: TrackCall,
  store: StoreIdentity,
): Promise<Checked | Tracked> {
  if (store.storeStatus === 'SUSPENDED') return refuse('account_inactive');
  if (!isAllowedOrigin(call.origin, store.allowedDomains)) return refuse('domain_not_allowed');
  if (call.sessionToken === undefined) return { session: undefined };
  const verified = await portal.tokens.verify(call.sessionToken, call.now);
  if (!verified.ok) return refuse('invalid_session_token', { detail: verified.detail });
  const { sid, sub, jti } = verified.claims;
  if (sid !== store.storeId) return refuse('token_store_mismatch');
  return { session: { customerId: sub, jti } };
}
