import type { Awaitable } from '../exchange/request.ts';
import type { Entitlements } from './entitlements.ts';
import type { Model } from './model.ts';
import type { ModelInForce } from './model-in-force.ts';
import { createUncounted } from './uncounted.ts';

/** What shoppers may do under the model in force now. */
export type EntitlementsInForce = () => Awaitable<Entitlements>;

/** `counted` is for the models that count, and there where there is a ledger. */
export function createEntitlements(
  inForce: ModelInForce,
  counted: ((model: Model) => Entitlements) | undefined,
): EntitlementsInForce {
  const made = new WeakMap<Model, Entitlements>();
  const under = (model: Model): Entitlements => {
    let entitlements = made.get(model);
    if (entitlements === undefined) {
      entitlements = model.counts && counted ? counted(model) : createUncounted(model);
      made.set(model, entitlements);
    }
    return entitlements;
  };
  return () => {
    const model = inForce();
    return model instanceof Promise ? model.then(under) : under(model);
  };
}
