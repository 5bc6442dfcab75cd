import { whole } from '../exchange/option-rules.ts';
import { parseOptionalLink } from './cta-link.ts';
import { type ModelFactory, modelNamed } from './model.ts';
import { hasOneOf, parseOptionalProducts } from './products.ts';

const DAY_MS = 86_400_000;

/** Each paid order brings try-ons once, however many of its products qualify; they expire. */
export const createCreditsWithPurchase: ModelFactory<'CREDITS_WITH_PURCHASE'> = (settings, shop) => {
  const { creditsPerOrder = 5, expiresInDays = 30, productIds, ctaUrl } = settings;
  const amount = whole('model.creditsPerOrder', creditsPerOrder, 1, 1_000_000);
  const days = expiresInDays === null ? null : whole('model.expiresInDays', expiresInDays, 1, 36_500);
  const products = parseOptionalProducts('model.productIds', productIds);
  return {
    ...modelNamed('CREDITS_WITH_PURCHASE', parseOptionalLink('model.ctaUrl', ctaUrl, shop.origin)),
    grant({ items, paidAt }) {
      const ordered = items.map(({ productId }) => productId);
      if (!hasOneOf(products, ordered)) return null;
      // Of when it was paid: a delivery that comes late or again moves nothing.
      return { source: 'credits', amount, expiresAt: days === null ? null : paidAt + days * DAY_MS };
    },
  };
};
