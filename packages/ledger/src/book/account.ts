import type { AllowanceSource } from '@genvoris/contract/types/storefront';
import type { Entry, FreePeriod, SubscriptionState } from './entry.ts';

/** What a shopper's entries come to: what is still open, and nothing that is over. */
export interface Account {
  readonly subscriptions: Map<string, Subscription>;
  /** In the order they were granted; one of which nothing is left or held is not kept. */
  grants: Grant[];
  /** In the order they were made. */
  readonly holds: Map<string, Hold>;
  /** When free try-ons were used or held, oldest first. */
  free: number[];
}

export interface Subscription {
  readonly state: SubscriptionState;
  readonly endsAt: number | null;
  readonly occurredAt: number;
}

export interface Grant {
  readonly ref: string;
  readonly source: 'session' | 'credits';
  readonly granted: number;
  /** What was paid for the order, and what of it went back (hundredths). */
  readonly cents: number;
  refunded: number;
  whole: boolean;
  used: number;
  held: number;
  revoked: number;
  expired: number;
  readonly expiresAt: number | null;
}

export interface Hold {
  readonly source: AllowanceSource;
  readonly ref: string | null;
  readonly at: number;
  until: number;
  /** Whether a try-on may take it over. */
  open: boolean;
  readonly free: FreePeriod | null;
}

export function emptyAccount(): Account {
  return { subscriptions: new Map(), grants: [], holds: new Map(), free: [] };
}

/** What can still be held of a grant, while it has not expired. */
export function left({ granted, used, held, revoked, expired }: Grant): number {
  return granted - used - held - revoked - expired;
}

// A free try-on is asked for again only within its period, which is a month.
const FREE_KEPT_MS = 100 * 24 * 3_600_000;

/** Adds what an entry says. An account is this over all its entries, in the order they were written. */
export function apply(account: Account, entry: Entry): void {
  const { kind, amount, ref, at, until, detail } = entry;
  const grant = ref === null ? undefined : account.grants.find((each) => each.ref === ref);
  switch (kind) {
    case 'grant':
      if (ref !== null && amount > 0)
        account.grants.push({
          ref,
          source: entry.source === 'session' ? 'session' : 'credits',
          granted: amount,
          cents: detail?.cents ?? 0,
          refunded: 0,
          whole: false,
          used: 0,
          held: 0,
          revoked: 0,
          expired: 0,
          expiresAt: until,
        });
      return;
    case 'refund':
    case 'cancel':
      if (!grant) return;
      grant.refunded += detail?.cents ?? 0;
      grant.whole ||= kind === 'cancel' || detail?.whole === true;
      return;
    case 'revoke':
      if (grant) grant.revoked += amount;
      break;
    case 'expire':
      if (grant) grant.expired += amount;
      break;
    case 'hold':
      hold(account, entry);
      if (grant) grant.held += 1;
      return;
    case 'adopt': {
      const taken = account.holds.get(entry.holdId ?? '');
      if (!taken) return;
      taken.open = false;
      taken.until = Math.max(taken.until, until ?? 0);
      return;
    }
    case 'capture': {
      const held = takeHold(account, entry.holdId);
      if (grant && held) grant.held -= 1;
      if (grant) grant.used += 1;
      if (!held && entry.source === 'free') account.free.push(at);
      break;
    }
    case 'release':
    case 'lapse': {
      const held = takeHold(account, entry.holdId);
      if (!held) return;
      if (grant) grant.held -= 1;
      if (held.source === 'free') account.free.splice(account.free.indexOf(held.at), 1);
      return;
    }
    case 'subscription':
      if (ref !== null && detail?.state !== undefined) {
        const { state, occurredAt = at } = detail;
        account.subscriptions.set(ref, { state, endsAt: until, occurredAt });
      }
      return;
    case 'move':
      account.grants = account.grants.filter((each) => each !== grant);
      account.subscriptions.delete(ref ?? '');
      return;
    case 'order':
      return;
  }
  if (grant && left(grant) === 0 && grant.held === 0)
    account.grants = account.grants.filter((each) => each !== grant);
}

function hold(account: Account, { holdId, source, ref, at, until, detail }: Entry): void {
  if (holdId === null || source === null) return;
  const free = detail?.free ?? null;
  account.holds.set(holdId, { source, ref, at, until: until ?? at, open: detail?.open === true, free });
  if (source !== 'free') return;
  account.free.push(at);
  if (free) account.free = account.free.filter((time) => time >= free.since - FREE_KEPT_MS);
}

function takeHold(account: Account, holdId: string | null): Hold | undefined {
  const found = account.holds.get(holdId ?? '');
  account.holds.delete(holdId ?? '');
  return found;
}
