import type { StorefrontModel } from '@genvoris/contract';
import { createFreeAll } from './free-all.ts';
import type { Model, ModelOptions } from './model.ts';

/** Every model of the contract; `undefined` is one that this version does not have yet. */
export const MODELS: Record<StorefrontModel, ((options: ModelOptions) => Model) | undefined> = {
  FREE_ALL: createFreeAll,
  SUBSCRIPTION: undefined,
  CREDITS_WITH_PURCHASE: undefined,
  PAY_PER_USE: undefined,
  FREEMIUM: undefined,
};
