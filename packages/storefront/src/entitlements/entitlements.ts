import type { CtaType } from '@genvoris/contract';
import type { Shopper } from '../shoppers/shopper.ts';

/** What a shopper's own allowance says, before the account's access is looked at. */
export interface ShopperAllowance {
  permitted: boolean;
  /** The call to action that goes with it. */
  ctaType: CtaType;
  /** Try-ons left; null where the model sets no limit. */
  remaining: number | null;
}

/** How a merchant lets shoppers pay for try-ons. */
export interface Model {
  /** `null` is a guest. */
  allowance(shopper: Shopper | null): ShopperAllowance;
}

export interface ModelOptions {
  /** Guest mode: whether guests may try on, where the model allows it at all. */
  guests: boolean;
}
