import type { Entitlements } from './entitlements.ts';
import type { Model } from './model.ts';

/** What shoppers may do under a model that counts nothing: what is not counted need not be held. */
export function createUncounted(model: Model): Entitlements {
  return {
    model,
    check: (shopper) =>
      shopper === null && !model.guests
        ? { permitted: false, ctaType: 'sign_in', remaining: null }
        : { permitted: true, ctaType: 'try_on', remaining: null },
    reserve: (shopper) =>
      shopper === null && !model.guests
        ? { kind: 'sign_in_required' }
        : { kind: 'reserved', id: null, remaining: null },
    settle() {},
    release() {},
  };
}
