import { STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';
import type { ModelSettings } from '@genvoris/storefront';
import { TRYON_SESSION, TRYON_SUBSCRIPTION } from '../shop/products.ts';
import type { Settings } from '../shop/settings.ts';

/** What the merchant has chosen: a model, and the settings of all five, so that none is lost by trying another. */
export interface MerchantChoice extends Record<NumberSetting, number> {
  model: StorefrontModel;
  guests: boolean;
}

export type NumberSetting =
  | 'creditsPerOrder'
  | 'expiresInDays'
  | 'sessionMinutes'
  | 'tryOnsPerSession'
  | 'freePerMonth';

/** How much each may be, and what it is called. */
export const NUMBER_SETTINGS: Record<NumberSetting, { label: string; of: StorefrontModel; most: number }> = {
  creditsPerOrder: { label: 'Try-ons that an order unlocks', of: 'CREDITS_WITH_PURCHASE', most: 1000 },
  expiresInDays: { label: 'Days that they last', of: 'CREDITS_WITH_PURCHASE', most: 3650 },
  sessionMinutes: { label: 'Minutes that a session is open', of: 'PAY_PER_USE', most: 10_080 },
  tryOnsPerSession: { label: 'Try-ons in a session', of: 'PAY_PER_USE', most: 1000 },
  freePerMonth: { label: 'Free try-ons a month', of: 'FREEMIUM', most: 1000 },
};
export const NUMBER_NAMES = Object.keys(NUMBER_SETTINGS) as NumberSetting[];

const FIRST: MerchantChoice = {
  model: 'CREDITS_WITH_PURCHASE',
  guests: false,
  creditsPerOrder: 5,
  expiresInDays: 30,
  sessionMinutes: 60,
  tryOnsPerSession: 3,
  freePerMonth: 3,
};

export interface Models {
  choice(): MerchantChoice;
  /** Takes what the merchant's form says; returns what is wrong with it, if anything is. */
  choose(fields: Readonly<Record<string, unknown>>): string | undefined;
}

/** Where the merchant's choice is kept. The storefront asks for it at each request, so that it is in force at once. */
export function createModels(settings: Settings): Models {
  const choice = () => ({ ...FIRST, ...(settings.get('model') as Partial<MerchantChoice> | undefined) });
  return {
    choice,
    choose(fields) {
      const chosen = { ...choice(), guests: fields.guests === 'on' };
      const model = STOREFRONT_MODELS.find((one) => one === fields.model);
      if (!model) return 'Choose one of the five models.';
      chosen.model = model;
      for (const name of NUMBER_NAMES) {
        const { label, most } = NUMBER_SETTINGS[name];
        const given = fields[name] ?? '';
        const value = Number(given);
        if (given === '' || !Number.isInteger(value) || value < 1 || value > most)
          return `${label} must be a whole number from 1 to ${most}.`;
        chosen[name] = value;
      }
      settings.set('model', chosen);
      return undefined;
    },
  };
}

/** The choice as the storefront takes it, with the pages of this shop that the calls to action lead to. */
export function toModelSettings(choice: MerchantChoice): ModelSettings {
  switch (choice.model) {
    case 'FREE_ALL':
      return { model: 'FREE_ALL', guests: choice.guests };
    case 'SUBSCRIPTION':
      return { model: 'SUBSCRIPTION', productIds: [TRYON_SUBSCRIPTION.id], ctaUrl: '/try-ons' };
    case 'CREDITS_WITH_PURCHASE': {
      const { creditsPerOrder, expiresInDays } = choice;
      return { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder, expiresInDays, ctaUrl: '/' };
    }
    case 'PAY_PER_USE': {
      const { sessionMinutes, tryOnsPerSession } = choice;
      return {
        model: 'PAY_PER_USE',
        productIds: [TRYON_SESSION.id],
        sessionMinutes,
        tryOnsPerSession,
        // The shopper pays for a session and goes on with the product that they came from.
        checkoutUrl: (_shopper, productId) =>
          `/checkout?${new URLSearchParams({ pass: TRYON_SESSION.id, ...(productId && { for: productId }) })}`,
      };
    }
    case 'FREEMIUM': {
      const { freePerMonth } = choice;
      return { model: 'FREEMIUM', freePerMonth, productIds: [TRYON_SUBSCRIPTION.id], ctaUrl: '/try-ons' };
    }
  }
}
