import { parseOptionalLink } from './cta-link.ts';
import { type ModelFactory, modelNamed } from './model.ts';
import { hasOneOf, parseOptionalProducts } from './products.ts';

/** A subscription that is active lets its shopper try on without a limit. */
export const createSubscription: ModelFactory<'SUBSCRIPTION'> = ({ ctaUrl, productIds }, shop) => {
  const products = parseOptionalProducts('model.productIds', productIds);
  const model = modelNamed('SUBSCRIPTION', parseOptionalLink('model.ctaUrl', ctaUrl, shop.origin));
  return {
    ...model,
    sells: (subscribed) => hasOneOf(products, subscribed),
    whySpent: (allowance) => {
      const { subscription } = allowance;
      if (subscription === null) return model.whySpent(allowance);
      return subscription.state === 'paused' ? 'paused' : 'cancelled';
    },
  };
};
