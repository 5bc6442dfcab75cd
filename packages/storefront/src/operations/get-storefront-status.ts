import type { StorefrontStatus } from '@genvoris/contract';
import type { EntitlementsInForce } from '../entitlements/in-force.ts';
import { toShopperView } from '../entitlements/shopper-view.ts';
import { toAnswer } from '../exchange/failure.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import { ctaUrl } from './cta-url.ts';
import type { OperationHandler } from './operation.ts';

/** `GET /status`: the account's status and the shopper's view; for a signed-in shopper with a token. */
export const getStorefrontStatus: OperationHandler = async (exchange, { accountStatus, sessions }) => {
  const { request, shopper, entitlements } = exchange;
  // Started together, for none needs another, and awaited together: if one throws, the others have a listener too.
  const [{ model, entitlement }, read, session] = await Promise.all([
    check(entitlements, shopper),
    accountStatus(request.signal),
    shopper === null ? undefined : sessions.get(shopper, request),
  ]);
  if (read.kind !== 'status') return read;
  if (session !== undefined && session.kind !== 'session') return session;
  const view = toShopperView(read.status, entitlement);
  const answer: StorefrontStatus = {
    ...read.status,
    ...view,
    ...(await ctaUrl(model, view.ctaType, exchange, productIn(request.query))),
    ...(session !== undefined && { sessionToken: session.token }),
  };
  return toAnswer(answer);
};

async function check(inForce: EntitlementsInForce, shopper: Shopper | null) {
  const entitlements = await inForce();
  return { model: entitlements.model, entitlement: await entitlements.check(shopper) };
}

const MOST_CHARACTERS = 255;

/** The product of the page, where the query names one as documented. */
function productIn(query: string): string | undefined {
  const productId = query === '' ? '' : (new URLSearchParams(query).get('product_id') ?? '');
  return productId === '' || productId.length > MOST_CHARACTERS ? undefined : productId;
}
