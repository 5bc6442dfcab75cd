import type { StorefrontModel } from '@genvoris/contract';
import { createCreditsWithPurchase } from './credits-with-purchase.ts';
import { createFreeAll } from './free-all.ts';
import { createFreemium } from './freemium.ts';
import type { ModelFactory } from './model.ts';
import { createPayPerUse } from './pay-per-use.ts';
import { createSubscription } from './subscription.ts';

/** Every model of the contract. */
export const BY_MODEL: { readonly [Name in StorefrontModel]: ModelFactory<Name> } = {
  FREE_ALL: createFreeAll,
  SUBSCRIPTION: createSubscription,
  CREDITS_WITH_PURCHASE: createCreditsWithPurchase,
  PAY_PER_USE: createPayPerUse,
  FREEMIUM: createFreemium,
};
