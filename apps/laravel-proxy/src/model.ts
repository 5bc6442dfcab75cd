import type { StorefrontOptions } from '@genvoris/storefront';
import { type Configuration, ConfigurationError } from './variables.ts';

/** The model that the variables say, with those of its settings that are set. */
export function toModel(configuration: Configuration): StorefrontOptions['model'] {
  const {
    GENVORIS_MODEL: model,
    GENVORIS_CTA_URL: ctaUrl,
    GENVORIS_PRODUCTS: productIds,
    GENVORIS_SESSION_PRODUCTS: sessionProducts = [],
    GENVORIS_CREDITS_EXPIRE_DAYS: days,
  } = configuration;
  switch (model) {
    case 'SUBSCRIPTION':
      return { model, ctaUrl, productIds };
    case 'CREDITS_WITH_PURCHASE':
    case 'PURCHASE_UNLOCK':
      return {
        model: 'CREDITS_WITH_PURCHASE',
        creditsPerOrder: configuration.GENVORIS_CREDITS_PER_ORDER,
        ...(days !== undefined && { expiresInDays: days === 'never' ? null : days }),
        productIds,
        ctaUrl,
      };
    case 'PAY_PER_USE':
      if (ctaUrl === undefined)
        throw new ConfigurationError([
          'GENVORIS_CTA_URL is needed for PAY_PER_USE: the shop’s checkout page.',
        ]);
      return {
        model,
        checkoutUrl: ctaUrl,
        productIds: sessionProducts,
        sessionMinutes: configuration.GENVORIS_SESSION_MINUTES,
        tryOnsPerSession: configuration.GENVORIS_TRYONS_PER_SESSION,
      };
    case 'FREEMIUM':
      return { model, freePerMonth: configuration.GENVORIS_FREE_PER_MONTH, ctaUrl, productIds };
    default:
      // What is no model the storefront refuses, and says which there are.
      return model as StorefrontOptions['model'];
  }
}
