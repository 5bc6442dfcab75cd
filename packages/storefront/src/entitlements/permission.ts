import type { Shopper } from '../shoppers/shopper.ts';
import type { EntitlementRefusal, Entitlements } from './entitlements.ts';

/** Whether this shopper may use the proxied calls. */
export async function checkPermission(
  entitlements: Entitlements,
  shopper: Shopper | null,
): Promise<EntitlementRefusal | undefined> {
  const { permitted } = await entitlements.check(shopper);
  if (permitted) return undefined;
  return { kind: shopper === null ? 'sign_in_required' : 'allowance_spent' };
}
