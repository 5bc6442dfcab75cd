import type { Failure } from '../exchange/failure.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { Model } from './entitlements.ts';

/** Whether the model lets this shopper use the proxied calls. */
export function checkPermission(model: Model, shopper: Shopper | null): Failure | undefined {
  if (model.allowance(shopper).permitted) return undefined;
  return { kind: shopper === null ? 'sign_in_required' : 'allowance_spent' };
}
