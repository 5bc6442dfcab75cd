import {
  type CtaType,
  type EndCustomerQuotaReason,
  STOREFRONT_MODEL,
  type StorefrontModel,
} from '@genvoris/contract';
import type { OrderChange, ShopperAllowance } from '../ledger/shopper-ledger.ts';
import type { Link } from './cta-link.ts';
import type { ModelSettings } from './model-settings.ts';

export type SpentReason = EndCustomerQuotaReason;

/** A paid order, as far as a model looks at it. */
export interface PaidOrder {
  items: readonly { productId: string | number; quantity: number }[];
  /** When it was paid in the shop, and when it was told here. */
  paidAt: number;
  at: number;
}

export type Grant = NonNullable<Extract<OrderChange, { kind: 'paid' }>['grant']>;

/**
 * How a merchant lets shoppers pay for try-ons: one of the contract's models, with the merchant's settings. It says what
 * is free, what an order or a subscription brings, and what is offered when nothing is left. What a shopper has is the
 * ledger's, and stays good under any model.
 */
export interface Model {
  readonly name: StorefrontModel;
  /** Whether a shopper's try-ons are counted. Where they are not, the ledger is asked nothing. */
  readonly counts: boolean;
  /** Whether guests may try on. */
  readonly guests: boolean;
  /** Free try-ons of a calendar month (UTC); null: none are given. */
  readonly freePerMonth: number | null;
  /** What is offered to a shopper who has nothing left, and where it leads. */
  readonly offer: { readonly ctaType: CtaType; readonly link: Link | undefined };
  /** What a paid order brings; null: nothing. */
  grant(order: PaidOrder): Grant | null;
  /** Whether a subscription with these products, if the shop says which, lets its shopper try on. */
  sells(productIds: readonly (string | number)[] | undefined): boolean;
  /** Why a shopper with this allowance, which is spent, is refused. */
  whySpent(allowance: ShopperAllowance): SpentReason;
}

/** What a model needs to know of the shop beside the merchant's settings. */
export interface ModelShop {
  /** What a path in an address stands behind. */
  origin: string;
  /** Guest mode, unless the settings say. */
  guests: boolean;
}

/** @throws TypeError that names the setting that is wrong */
export type ModelFactory<Name extends StorefrontModel> = (
  settings: Extract<ModelSettings, { model: Name }>,
  shop: ModelShop,
) => Model;

/** What the contract says of a model, as one that sells nothing. */
export function modelNamed(name: StorefrontModel, link?: Link): Model {
  const { ctaType, gives, spentReason } = STOREFRONT_MODEL[name];
  return {
    name,
    counts: gives.length > 0,
    guests: false,
    freePerMonth: null,
    offer: { ctaType, link },
    grant: () => null,
    sells: () => false,
    whySpent: () => spentReason,
  };
}
