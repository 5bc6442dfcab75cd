import type { CtaType } from '@genvoris/contract';
import type { Failure } from '../exchange/failure.ts';
import type { Awaitable } from '../exchange/request.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { Model, SpentReason } from './model.ts';

/** What a shopper may do, before the account's access is looked at. */
export interface Entitlement {
  permitted: boolean;
  /** The call to action that goes with it. */
  ctaType: CtaType;
  /** Try-ons left; null where the model sets no limit. */
  remaining: number | null;
  /** Why it is not permitted, where a shopper's own allowance is spent. */
  reason?: SpentReason | undefined;
}

/** One try-on that is held for a shopper while it is made. */
export interface Reservation {
  kind: 'reserved';
  /** What the ledger finds it by; null where it holds nothing. */
  id: string | null;
  /** What is left beside it; null where there is no limit. */
  remaining: number | null;
}

/** For what a try-on is held. */
export interface ReservationRequest {
  requestId: string;
  /**
   * Held for the shopper's next try-on; the same key again is the same hold. Absent: a try-on under way, which takes over
   * what is held by key.
   */
  key?: string | undefined;
}

export type EntitlementRefusal = Extract<Failure, { kind: 'sign_in_required' | 'allowance_spent' }>;

/**
 * What shoppers may do under the model in force. In each method, a shopper that is `null` is a guest. What it throws fails
 * the request, and is told to `onError`.
 */
export interface Entitlements {
  readonly model: Model;
  /** What the shopper may do now. Changes nothing: the status asks it, and an analysis before its photo is read. */
  check(shopper: Shopper | null): Awaitable<Entitlement>;
  /** Holds one try-on before it is made, or refuses. */
  reserve(shopper: Shopper | null, request: ReservationRequest): Awaitable<Reservation | EntitlementRefusal>;
  /** The try-on was made and is paid with what is held. */
  settle(reservation: Reservation, requestId: string): Awaitable<void>;
  /** The try-on was not made, or nobody waited for it: what is held is free again. */
  release(reservation: Reservation): Awaitable<void>;
}
