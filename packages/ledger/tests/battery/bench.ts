import type { ExternalId } from '@genvoris/contract';
import type { Held, OrderChange, ReserveRequest, SubscriptionChange } from '@genvoris/storefront';
import type { Ledger } from '../../src/index.ts';
import type { Place } from '../place.ts';

export const NOW = Date.UTC(2026, 10, 20, 10);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const MONTH = { since: Date.UTC(2026, 10, 1), limit: 3 };

/** A way to a database that is empty at first. */
export interface Subject {
  create(): Ledger | Promise<Ledger>;
  /** Where other processes find a database with tables of that prefix; undefined where they cannot. */
  place: ((prefix: string) => Place) | undefined;
  /** How often the model is followed; each run is some 20 operations. */
  runs: number;
}

let turn = 0;
/** A name that nothing else in the run has. */
export function fresh(name: string): string {
  turn += 1;
  return `${name}-${turn}`;
}

/** A shopper whom nothing else in the run is about. */
export function newShopper(): ExternalId {
  return `wp_${fresh('shopper')}`;
}

type Paid = OrderChange & { kind: 'paid' };

export function paid(shopper: ExternalId | null, more: Partial<Paid> = {}): Paid {
  return {
    kind: 'paid',
    eventId: fresh('event'),
    orderId: fresh('order'),
    at: NOW,
    holder: shopper === null ? null : { shopper },
    totalCents: 10_000,
    grant: { source: 'credits', amount: 5, expiresAt: NOW + 30 * DAY },
    ...more,
  };
}

export function request(more: Partial<ReserveRequest> = {}): ReserveRequest {
  return { at: NOW, until: NOW + 5 * MINUTE, free: null, requestId: fresh('req'), ...more };
}

export function refund(orderId: string, amountCents: number | null, at = NOW): OrderChange {
  return { kind: 'refunded', eventId: fresh('event'), orderId, refundId: fresh('refund'), amountCents, at };
}

export function subscription(
  shopper: ExternalId,
  more: Partial<SubscriptionChange> = {},
): SubscriptionChange {
  return {
    eventId: fresh('event'),
    subscriptionId: fresh('sub'),
    holder: { shopper },
    state: 'active',
    endsAt: null,
    begins: true,
    occurredAt: NOW,
    at: NOW,
    ...more,
  };
}
/** The ledger under test, with what its tests do again and again. */
export interface Bench {
  readonly subject: Subject;
  /** Open from before the first test until after the last. */
  readonly ledger: Ledger;
  have(shopper: ExternalId, at?: number): ReturnType<Ledger['allowance']>;
  credits(shopper: ExternalId, at?: number): Promise<number>;
  /** Holds a try-on, which has to be there. */
  held(shopper: ExternalId, more?: Partial<ReserveRequest>): Promise<Held>;
  /** Holds a try-on and settles it. */
  use(shopper: ExternalId, more?: Partial<ReserveRequest>): Promise<void>;
}
