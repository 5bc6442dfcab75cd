import type { PortalErrorCode } from '@genvoris/contract';
import type { RefusalDetail } from '../http/refusal.ts';
import { newId } from '../ids.ts';
import type { Portal } from '../portal.ts';
import { isAllowedOrigin } from '../stores/allowed-domain.ts';
import { hashKey, type StoreIdentity } from '../stores/api-key.ts';
import type { DebitResult } from './debit.ts';
import { recallDebit } from './recall.ts';
import { refusalOf } from './refusal-of.ts';

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
  readonly sessionToken: string | undefined;
  readonly idempotency: { readonly key: string; readonly hash: string } | undefined;
  readonly now: Date;
}

export type Tracked =
  | { readonly ok: true; readonly remainingCredits: number; readonly quota: DebitResult['quota'] }
  | { readonly ok: false; readonly error: PortalErrorCode; readonly more: RefusalDetail };

/**
 * Records a try-on and debits it, in the documented order of checks: key, account, origin, session token,
 * the token's store, the customer's allowance, the store's pool. (The secret was checked before.)
 *
 * What is checked here from memory, the debit's transaction checks again as of its own moment: the key and
 * the account, the session's revocation, the customer's status.
 */
export async function trackTryon(portal: Portal, call: TrackCall): Promise<Tracked> {
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

async function check(portal: Portal, call: TrackCall, store: StoreIdentity): Promise<Checked | Tracked> {
  if (store.storeStatus === 'SUSPENDED') return refuse('account_inactive');
  if (!isAllowedOrigin(call.origin, store.allowedDomains)) return refuse('domain_not_allowed');
  if (call.sessionToken === undefined) return { session: undefined };
  const verified = await portal.tokens.verify(call.sessionToken, call.now);
  if (!verified.ok) return refuse('invalid_session_token', { detail: verified.detail });
  const { sid, sub, jti } = verified.claims;
  if (sid !== store.storeId) return refuse('token_store_mismatch');
  return { session: { customerId: sub, jti } };
}

export function toTracked(result: DebitResult): Tracked {
  const refusal = refusalOf(result.outcome);
  if (refusal) return refuse(refusal.error, refusal.more);
  return { ok: true, remainingCredits: result.remainingCredits, quota: result.quota };
}

function refuse(error: PortalErrorCode, more: RefusalDetail = {}): Tracked {
  return { ok: false, error, more };
}
