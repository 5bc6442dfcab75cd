import type { Model, ModelOptions } from './entitlements.ts';

/** Shoppers try on freely, guests in guest mode; the merchant carries the cost. */
export function createFreeAll({ guests }: ModelOptions): Model {
  return {
    allowance: (shopper) =>
      shopper === null && !guests
        ? { permitted: false, ctaType: 'sign_in', remaining: null }
        : { permitted: true, ctaType: 'try_on', remaining: null },
  };
}
