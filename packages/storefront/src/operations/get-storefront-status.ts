import type { StorefrontStatus } from '@genvoris/contract';
import { toShopperView } from '../entitlements/shopper-view.ts';
import { toAnswer } from '../exchange/failure.ts';
import type { OperationHandler } from './operation.ts';

/** `GET /status`: the account's status and the shopper's view; for a signed-in shopper with a token. */
export const getStorefrontStatus: OperationHandler = async ({ request, shopper }, services) => {
  const { accountStatus, sessions, entitlements } = services;
  // Started together, for none needs another, and awaited together: if one throws, the others have a listener too.
  const [entitlement, read, session] = await Promise.all([
    entitlements.check(shopper),
    accountStatus(request.signal),
    shopper === null ? undefined : sessions.get(shopper, request),
  ]);
  if (read.kind !== 'status') return read;
  if (session !== undefined && session.kind !== 'session') return session;
  const answer: StorefrontStatus = {
    ...read.status,
    ...toShopperView(read.status, entitlement),
    ...(session !== undefined && { sessionToken: session.token }),
  };
  return toAnswer(answer);
};
