import type { Failure } from '../failure.ts';
import type { Shopper } from '../shopper/shopper.ts';
import type { Model } from './model.ts';

/** Whether the model lets this shopper use the proxied calls. */
export function checkPermission(model: Model, shopper: Shopper | null): Failure | undefined {
  if (model.allowance(shopper).permitted) return undefined;
  return { kind: shopper === null ? 'sign_in_required' : 'allowance_spent' };
}
