import type { AllowanceSource } from '@genvoris/contract/types/storefront';

/**
 * What an entry says. `order` is the first word of an order or a subscription, for others to wait at. `move` takes an
 * order or a subscription out of an account, for it is somebody else's from then on.
 */
export type EntryKind =
  | 'order'
  | 'grant'
  | 'refund'
  | 'cancel'
  | 'revoke'
  | 'expire'
  | 'hold'
  | 'adopt'
  | 'capture'
  | 'release'
  | 'lapse'
  | 'subscription'
  | 'move';

/** One line of the book: written once, never changed. */
export interface Entry {
  /** The account that it moves; null while nobody's. */
  readonly customerId: string | null;
  readonly kind: EntryKind;
  readonly at: number;
  /** Try-ons, never negative. */
  readonly amount: number;
  readonly source: AllowanceSource | null;
  /** The order or the subscription, as a digest. */
  readonly ref: string | null;
  readonly orderId: string | null;
  readonly holdId: string | null;
  /** When a grant expires, a hold ends by itself, a subscription is paid until. */
  readonly until: number | null;
  readonly requestId: string | null;
  /** A digest of what may be written down but once. */
  readonly once: string | null;
  readonly detail: EntryDetail | null;
}

export interface EntryDetail {
  /** Of a grant, what was paid; of a refund, what went back (hundredths). */
  readonly cents?: number;
  /** A refund of all that was paid. */
  readonly whole?: boolean;
  /** A hold that a try-on may take over. */
  readonly open?: boolean;
  /** The free try-ons of the period that a hold was made in. */
  readonly free?: FreePeriod;
  /** How a subscription stands, and since when. */
  readonly state?: SubscriptionState;
  readonly occurredAt?: number;
}

export interface FreePeriod {
  readonly since: number;
  readonly limit: number;
}

export type SubscriptionState = 'active' | 'paused' | 'ended';

/** Writes an entry down, and into the account that it moves. */
export type Write = (entry: Partial<Entry> & Pick<Entry, 'kind' | 'at'>) => void;
