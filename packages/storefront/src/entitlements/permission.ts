import type { Shopper } from '../shoppers/shopper.ts';
import type { EntitlementRefusal, Entitlements } from './entitlements.ts';

/** Whether this shopper may use the proxied calls. */
export async function checkPermission(
  entitlements: Entitlements,
  shopper: Shopper | null,
): Promise<EntitlementRefusal | undefined> {
  const { permitted, reason } = await entitlements.check(shopper);
  if (permitted) return undefined;
  return shopper === null
    ? { kind: 'sign_in_required' }
    : { kind: 'allowance_spent', reason: reason ?? 'quota_exhausted' };
}
