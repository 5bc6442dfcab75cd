import type { StorefrontModel } from '@genvoris/contract';
import type { Awaitable } from '../exchange/request.ts';
import type { CtaLink } from './cta-link.ts';

/** The model in force and what the merchant set about it. Changing it takes nothing away that a shopper has. */
export type ModelSettings =
  | { model: 'FREE_ALL'; guests?: boolean | undefined }
  | {
      model: 'SUBSCRIPTION';
      /** Where a shopper subscribes. */
      ctaUrl?: CtaLink | undefined;
      /** The shop's own ids of the products that are such a subscription. Default: every subscription is. */
      productIds?: readonly (string | number)[] | undefined;
    }
  | {
      model: 'CREDITS_WITH_PURCHASE';
      /** Granted once for an order, however many products qualify. Default 5. */
      creditsPerOrder?: number | undefined;
      /** Days that they may be used; `null` is for ever. Default 30. */
      expiresInDays?: number | null | undefined;
      /** The products of which an order has to have one. Default: any order qualifies. */
      productIds?: readonly (string | number)[] | undefined;
      /** Where a shopper orders. */
      ctaUrl?: CtaLink | undefined;
    }
  | {
      model: 'PAY_PER_USE';
      /** The checkout page. */
      checkoutUrl: CtaLink;
      /** The products that open a session once they are paid. */
      productIds: readonly (string | number)[];
      /** How long a session is open (minutes). Default 60. */
      sessionMinutes?: number | undefined;
      /** Try-ons that one session is good for; two pieces of a product are two sessions. Default 1. */
      tryOnsPerSession?: number | undefined;
    }
  | {
      model: 'FREEMIUM';
      /** Free try-ons in a calendar month (UTC). Default 3. */
      freePerMonth?: number | undefined;
      ctaUrl?: CtaLink | undefined;
      productIds?: readonly (string | number)[] | undefined;
    };

/** What the `model` option takes: a name, settings, or how they are read now, for shops whose merchant changes them. */
export type ModelOption =
  | StorefrontModel
  | ModelSettings
  | (() => Awaitable<StorefrontModel | ModelSettings>);
