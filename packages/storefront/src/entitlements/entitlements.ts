import type { CtaType } from '@genvoris/contract';
import type { Failure } from '../exchange/failure.ts';
import type { Awaitable } from '../exchange/request.ts';
import type { Shopper } from '../shoppers/shopper.ts';

/** What a shopper may do, before the account's access is looked at. */
export interface Entitlement {
  permitted: boolean;
  /** The call to action that goes with it. */
  ctaType: CtaType;
  /** Try-ons left; null where the model sets no limit. */
  remaining: number | null;
}

/** One try-on that is held for a shopper while it is made. */
export interface Reservation {
  kind: 'reserved';
  /** What the model finds it by; null where it holds nothing. */
  id: string | null;
}

export type EntitlementRefusal = Extract<Failure, { kind: 'sign_in_required' | 'allowance_spent' }>;

/**
 * How a merchant lets shoppers pay for try-ons: one of the contract's models. In each method, a shopper that is
 * `null` is a guest. What it throws fails the request, and is told to `onError`.
 */
export interface Entitlements {
  /** What the shopper may do now. Changes nothing: the status asks it, and a try-on before its photo is read. */
  check(shopper: Shopper | null): Awaitable<Entitlement>;
  /** Holds one try-on just before it is made, or refuses: another one may have been the last. */
  reserve(shopper: Shopper | null): Awaitable<Reservation | EntitlementRefusal>;
  /** The try-on was made and is paid with what is held. */
  settle(reservation: Reservation): Awaitable<void>;
  /** The try-on was not made, or nobody waited for it: what is held is free again. */
  release(reservation: Reservation): Awaitable<void>;
}

export interface EntitlementOptions {
  guests: boolean;
}
