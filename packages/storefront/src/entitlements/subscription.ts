import { parseOptionalLink } from './cta-link.ts';
import { type ModelFactory, SELLS_NOTHING } from './model.ts';
import { hasOneOf, parseOptionalProducts } from './products.ts';

/** A subscription that is active lets its shopper try on without a limit. */
export const createSubscription: ModelFactory<'SUBSCRIPTION'> = ({ ctaUrl, productIds }, shop) => {
  const products = parseOptionalProducts('model.productIds', productIds);
  return {
    ...SELLS_NOTHING,
    name: 'SUBSCRIPTION',
    offer: { ctaType: 'subscribe', link: parseOptionalLink('model.ctaUrl', ctaUrl, shop.origin) },
    sells: (subscribed) => hasOneOf(products, subscribed),
    whySpent: ({ subscription }) => {
      if (subscription === null) return 'no_plan';
      return subscription.state === 'paused' ? 'paused' : 'cancelled';
    },
  };
};
