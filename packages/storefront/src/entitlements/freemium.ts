import { whole } from '../exchange/option-rules.ts';
import { parseOptionalLink } from './cta-link.ts';
import { type ModelFactory, modelNamed } from './model.ts';
import { hasOneOf, parseOptionalProducts } from './products.ts';

/** The first try-ons of each calendar month are free, then a subscription. */
export const createFreemium: ModelFactory<'FREEMIUM'> = ({ freePerMonth = 3, ctaUrl, productIds }, shop) => {
  const products = parseOptionalProducts('model.productIds', productIds);
  return {
    ...modelNamed('FREEMIUM', parseOptionalLink('model.ctaUrl', ctaUrl, shop.origin)),
    freePerMonth: whole('model.freePerMonth', freePerMonth, 0, 1_000_000),
    sells: (subscribed) => hasOneOf(products, subscribed),
  };
};
