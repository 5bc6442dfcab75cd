import type { StorefrontStatus } from '@genvoris/contract';
import { toShopperView } from '../entitlements/shopper-view.ts';
import { toAnswer } from '../exchange/failure.ts';
import type { OperationHandler } from './operation.ts';

/** `GET /status`: the account's status and the shopper's view; for a signed-in shopper with a token. */
export const getStorefrontStatus: OperationHandler = async ({ request, shopper }, services) => {
  const { accountStatus, sessions, model } = services;
  // Started together, for neither needs the other, and awaited together: if one throws, the other has a listener too.
  const [read, session] = await Promise.all([
    accountStatus(request.signal),
    shopper === null ? undefined : sessions.get(shopper, request),
  ]);
  if (read.kind !== 'status') return read;
  if (session !== undefined && session.kind !== 'session') return session;
  const answer: StorefrontStatus = {
    ...read.status,
    ...toShopperView(read.status, model, shopper),
    ...(session !== undefined && { sessionToken: session.token }),
  };
  return toAnswer(answer);
};
