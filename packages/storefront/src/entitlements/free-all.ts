import type { EntitlementOptions, Entitlements } from './entitlements.ts';

/** Shoppers try on freely, guests in guest mode; the merchant carries the cost. */
export function createFreeAll({ guests }: EntitlementOptions): Entitlements {
  return {
    check: (shopper) =>
      shopper === null && !guests
        ? { permitted: false, ctaType: 'sign_in', remaining: null }
        : { permitted: true, ctaType: 'try_on', remaining: null },
    // What is not counted need not be held.
    reserve: () => ({ kind: 'reserved', id: null }),
    settle() {},
    release() {},
  };
}
