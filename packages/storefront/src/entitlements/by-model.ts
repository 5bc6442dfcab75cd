import type { StorefrontModel } from '@genvoris/contract';
import type { Model, ModelOptions } from './entitlements.ts';
import { createFreeAll } from './free-all.ts';

/** Every model of the contract; `undefined` is one that this version does not have yet. */
export const BY_MODEL: Record<StorefrontModel, ((options: ModelOptions) => Model) | undefined> = {
  FREE_ALL: createFreeAll,
  SUBSCRIPTION: undefined,
  CREDITS_WITH_PURCHASE: undefined,
  PAY_PER_USE: undefined,
  FREEMIUM: undefined,
};
