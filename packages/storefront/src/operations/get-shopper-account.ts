import { ACCOUNT_BOUNDS } from '@genvoris/contract';
import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import { toEntitlement } from '../entitlements/counted.ts';
import { monthOf } from '../entitlements/free-month.ts';
import type { Model } from '../entitlements/model.ts';
import { toAnswer } from '../exchange/failure.ts';
import type { ShopperAllowance } from '../ledger/shopper-ledger.ts';
import { asShopKnows } from '../shop-events/order-ids.ts';
import { ctaUrl } from './cta-url.ts';
import type { OperationHandler } from './operation.ts';

/** `GET /account`: what the shopper has, what orders granted, and what became of it. */
export const getShopperAccount: OperationHandler = async (exchange, { book }) => {
  const { shopper, entitlements } = exchange;
  if (shopper === null) return { kind: 'sign_in_required' };
  const { model } = await entitlements();
  if (book === undefined) return { kind: 'path_not_allowed' };
  const ledger = await book.ledger();
  const at = book.now();
  const [allowance, { credits, history }] = await Promise.all([
    ledger.allowance(shopper.externalId, { at, freeSince: monthOf(at).since }),
    ledger.account(shopper.externalId, {
      at,
      limit: Math.min(ACCOUNT_BOUNDS.credits, ACCOUNT_BOUNDS.history),
    }),
  ]);
  const { permitted, ctaType, remaining } = toEntitlement(model, allowance);
  const answer: ShopperAccount = {
    model: model.name,
    canTryOn: permitted,
    ctaType,
    ...(await ctaUrl(model, ctaType, exchange, undefined)),
    remaining,
    subscription: toSubscription(allowance),
    free: toFree(model, allowance, at),
    credits: credits.map(asShopKnows),
    history: history.map(asShopKnows),
  };
  return toAnswer(answer);
};

function toSubscription({ subscription }: ShopperAllowance): ShopperAccount['subscription'] {
  if (subscription === null) return null;
  const { state, endsAt } = subscription;
  return { state, endsAt: endsAt === null ? null : new Date(endsAt).toISOString() };
}

function toFree({ freePerMonth }: Model, { freeUsed }: ShopperAllowance, at: number): ShopperAccount['free'] {
  if (freePerMonth === null) return null;
  // A limit that was lowered since may have been passed before.
  const used = Math.min(freeUsed, freePerMonth);
  return { limit: freePerMonth, used, resetsAt: new Date(monthOf(at).until).toISOString() };
}
