import { whole } from '../exchange/option-rules.ts';
import { parseOptionalLink } from './cta-link.ts';
import { type ModelFactory, SELLS_NOTHING } from './model.ts';
import { hasOneOf, parseOptionalProducts } from './products.ts';

/** The first try-ons of each calendar month are free, then a subscription. */
export const createFreemium: ModelFactory<'FREEMIUM'> = ({ freePerMonth = 3, ctaUrl, productIds }, shop) => {
  const products = parseOptionalProducts('model.productIds', productIds);
  return {
    ...SELLS_NOTHING,
    name: 'FREEMIUM',
    freePerMonth: whole('model.freePerMonth', freePerMonth, 0, 1_000_000),
    offer: { ctaType: 'upgrade', link: parseOptionalLink('model.ctaUrl', ctaUrl, shop.origin) },
    sells: (subscribed) => hasOneOf(products, subscribed),
  };
};
