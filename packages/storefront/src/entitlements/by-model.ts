import type { StorefrontModel } from '@genvoris/contract';
import type { EntitlementOptions, Entitlements } from './entitlements.ts';
import { createFreeAll } from './free-all.ts';

/** Every model of the contract; `undefined` is one that this version does not have yet. */
export const BY_MODEL: Record<StorefrontModel, ((options: EntitlementOptions) => Entitlements) | undefined> =
  {
    FREE_ALL: createFreeAll,
    SUBSCRIPTION: undefined,
    CREDITS_WITH_PURCHASE: undefined,
    PAY_PER_USE: undefined,
    FREEMIUM: undefined,
  };
