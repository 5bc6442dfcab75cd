import type { ExternalId } from '@genvoris/contract';
import type {
  AllowanceSource,
  ShopEventOutcome,
  ShopperCredit,
  ShopperEntry,
  ShopperExport,
} from '@genvoris/contract/types/storefront';

/**
 * The shop's own book of what its shoppers may still try on: append-only entries, from which every balance follows.
 * `@genvoris/ledger` keeps it in the shop's database; any other implementation has to pass that package's battery.
 *
 * Ids of events, orders, refunds, subscriptions and senders are texts of at most 280 characters, and so are keys; a claim is 64
 * of hexadecimal digits.
 *
 * A moment is milliseconds since 1970. The ledger has no clock of its own: `at` is now, said by the caller.
 * Every method may be called by any number of processes at once. What it throws fails the request that asked.
 */
export interface ShopperLedger {
  /** Makes or migrates its tables; any number of processes may do so at once. The storefront awaits it before its first use. */
  open(): Promise<void>;
  close(): Promise<void>;

  /** What the shopper may use at `at`. One read. Somebody the ledger does not know has nothing. */
  allowance(shopper: ExternalId, when: { at: number; freeSince: number }): Promise<ShopperAllowance>;

  /**
   * Holds one try-on, taken from what is first of: an active subscription (which holds nothing), the free ones of the
   * period, an open session, credits by soonest expiry. A held one is nobody else's until it is settled, released, or
   * `until` has passed.
   */
  reserve(shopper: ExternalId, request: ReserveRequest): Promise<Held | { kind: 'spent' }>;
  /**
   * The try-on was made: what is held is used. After `until` it is used all the same where it can still be had, from
   * any source, and never twice; where nothing is left it is written down without a charge. Settling again does nothing.
   * @throws Error for an id that `reserve` did not give
   */
  settle(id: string, when: { at: number; requestId: string }): Promise<void>;
  /** The try-on was not made: what is held is free again. Releasing what is settled or released does nothing. */
  release(id: string, when: { at: number }): Promise<void>;

  /** Writes down what an order came to. The same `eventId` again changes nothing and answers as it did the first time. */
  applyOrder(change: OrderChange): Promise<EventResult>;
  /** Writes down how a subscription stands. The latest `occurredAt` counts, and `ended` is final. */
  applySubscription(change: SubscriptionChange): Promise<EventResult>;
  /**
   * What was granted to guests under this claim is the shopper's from now on, and so is what will be: an order of before
   * may come after. The same claim of the same shopper again changes nothing. Without `eventId` it is no event, and looked at
   * each time: a shopper who was deleted may come back.
   */
  claim(change: {
    eventId?: string | undefined;
    shopper: ExternalId;
    claim: string;
    at: number;
  }): Promise<EventResult>;
  /** Forgets who the shopper was; the entries stay, under nobody. Somebody unknown: does nothing. Always `deleted`. */
  detach(change: {
    eventId: string;
    shopper: ExternalId;
    claim?: string | undefined;
    at: number;
  }): Promise<EventResult>;

  /** Records an event of another sender. False: it was recorded before. */
  recordEvent(event: { sender: string; id: string; at: number }): Promise<boolean>;
  /** Takes a record back, where what the event asked for could not be done and it is to be sent again. */
  forgetEvent(event: { sender: string; id: string }): Promise<void>;

  /** What orders granted and what became of it, each list newest first, at most `limit` of each. */
  account(shopper: ExternalId, when: { at: number; limit: number }): Promise<LedgerAccount>;
  /** Everything that is kept of the shopper. */
  export(shopper: ExternalId, when: { at: number }): Promise<ShopperExport>;

  /** Writes down what time has done by `at`: holds that ran out, credits that expired. Safe at any time, in any number. */
  sweep(when: { at: number }): Promise<{ released: number; expired: number }>;
}

/** What a shopper may use. */
export interface ShopperAllowance {
  /** `null`: there never was one. `active` only while `endsAt`, if any, is ahead. */
  subscription: { state: 'active' | 'paused' | 'ended'; endsAt: number | null } | null;
  /** Free try-ons used or held since `freeSince`. */
  freeUsed: number;
  /** Try-ons of open sessions, without what is held, and when the last of them closes. */
  session: { remaining: number; expiresAt: number | null };
  /** Credits that are neither used, held, revoked nor expired. */
  credits: number;
  /** Open holds that were made by key, which the shopper's next try-ons take over. */
  held: number;
}

/** What a try-on is to be held for, and how long (milliseconds since 1970). */
export interface ReserveRequest {
  at: number;
  /** When the hold ends by itself. */
  until: number;
  /** The free try-ons of the period, where the model in force gives any. */
  free: { since: number; limit: number } | null;
  /** The same key of the same shopper is the same hold, whatever has become of it. */
  key?: string | undefined;
  /**
   * Takes over the shopper's oldest open hold that was made by key and has not been taken over, which then lasts until
   * `until`; else makes one.
   */
  adopt?: boolean | undefined;
  requestId: string;
}

/** One try-on that is held. */
export interface Held {
  kind: 'held';
  id: string;
  source: AllowanceSource;
  /** What is left to hold after it; `null` where there is no limit. */
  remaining: number | null;
}

/** Whose an order or a subscription is: a shopper's, or a guest's who can be found by the claim later. */
export type Holder = { shopper: ExternalId } | { claim: string };

/** What happened to an order. */
export type OrderChange = {
  eventId: string;
  /** The order's id with what tells its system apart, such as `woocommerce:1042`. */
  orderId: string;
  at: number;
} & (
  | {
      kind: 'paid';
      /** `null`: a guest who left no email. */
      holder: Holder | null;
      totalCents: number;
      /** What the model in force grants for it; `null` is nothing. Decided once: the first `paid` counts. */
      grant: { source: 'credits' | 'session'; amount: number; expiresAt: number | null } | null;
    }
  /** `amountCents` null: the whole. Each refund counts once; credits go back in proportion, rounded for the shopper. */
  | { kind: 'refunded'; refundId: string; amountCents: number | null }
  | { kind: 'cancelled' }
);

/** How a subscription stands by an event. */
export interface SubscriptionChange {
  eventId: string;
  subscriptionId: string;
  holder: Holder | null;
  state: 'active' | 'paused' | 'ended';
  endsAt: number | null;
  /**
   * Whether a subscription that the ledger does not know begins with it, because the model in force sells such. If not, one
   * that is known goes on as the event says, for it is paid, and another is left alone: `ignored`.
   */
  begins: boolean;
  occurredAt: number;
  at: number;
}

/** What an event came to. */
export interface EventResult {
  duplicate: boolean;
  outcome: ShopEventOutcome;
  granted: number;
  revoked: number;
  /** Of a refund: what went back by it, in hundredths; `null` where the order, and with it the whole, is not known yet. */
  refundedCents?: number | null | undefined;
}

/** What an account page shows of the ledger. */
export interface LedgerAccount {
  credits: ShopperCredit[];
  history: ShopperEntry[];
}
