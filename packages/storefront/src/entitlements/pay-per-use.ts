import { refuse, whole } from '../exchange/option-rules.ts';
import { parseLink } from './cta-link.ts';
import { type ModelFactory, modelNamed } from './model.ts';
import { parseProducts } from './products.ts';

const MOST_TRYONS = 1_000_000;

/** A checkout opens a session: some try-ons for some minutes, for each piece that was paid. */
export const createPayPerUse: ModelFactory<'PAY_PER_USE'> = (settings, shop) => {
  const { checkoutUrl, productIds, sessionMinutes = 60, tryOnsPerSession = 1 } = settings;
  const products = parseProducts('model.productIds', productIds);
  if (products.size === 0) refuse('model.productIds', 'must name the products that open a session');
  const minutes = whole('model.sessionMinutes', sessionMinutes, 1, 527_040);
  const tryOns = whole('model.tryOnsPerSession', tryOnsPerSession, 1, MOST_TRYONS);
  return {
    ...modelNamed('PAY_PER_USE', parseLink('model.checkoutUrl', checkoutUrl, shop.origin)),
    grant({ items, at }) {
      const paid = items.filter(({ productId }) => products.has(String(productId)));
      const pieces = paid.reduce((sum, { quantity }) => sum + quantity, 0);
      if (pieces === 0) return null;
      // From when it is told: a session that had closed on the way here would be money for nothing.
      const expiresAt = at + minutes * 60_000;
      return { source: 'session', amount: Math.min(pieces * tryOns, MOST_TRYONS), expiresAt };
    },
  };
};
