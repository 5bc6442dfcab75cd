import type { ShopperAllowance } from '@genvoris/storefront';
import { type Account, type Grant, left } from './account.ts';
import type { FreePeriod } from './entry.ts';
import { owed } from './revocation.ts';

/** What may be held next, and of which order it is. */
export type Taken =
  | { readonly source: 'subscription' | 'free'; readonly ref: null }
  | { readonly source: 'session' | 'credits'; readonly ref: string };

/** The first that can be had of: a subscription, a free one, an open session, credits; the soonest to expire first. */
export function take(account: Account, at: number, free: FreePeriod | null): Taken | undefined {
  if (subscriptionAt(account, at)?.state === 'active') return { source: 'subscription', ref: null };
  if (free && freeUsed(account, free.since) < free.limit) return { source: 'free', ref: null };
  for (const source of ['session', 'credits'] as const) {
    const [soonest] = usable(account, source, at).sort(bySoonest);
    if (soonest) return { source, ref: soonest.ref };
  }
  return undefined;
}

/** Try-ons that can be held; null where a subscription sets no limit. */
export function remaining(account: Account, at: number, free: FreePeriod | null): number | null {
  if (subscriptionAt(account, at)?.state === 'active') return null;
  const ofFree = free ? Math.max(0, free.limit - freeUsed(account, free.since)) : 0;
  return ofFree + total(account, 'session', at) + total(account, 'credits', at);
}

/** What a shopper may use at that moment. What time has done by then counts, whether or not it is written down. */
export function toAllowance(
  account: Account,
  { at, freeSince }: { at: number; freeSince: number },
): ShopperAllowance {
  const now = withoutGone(account, at);
  const open = now.grants.filter(
    (grant) =>
      grant.source === 'session' && isAhead(grant.expiresAt, at) && left(grant) + grant.held > owed(grant),
  );
  return {
    subscription: subscriptionAt(account, at),
    freeUsed: freeUsed(now, freeSince),
    session: {
      remaining: total(now, 'session', at),
      expiresAt: latest(open.map(({ expiresAt }) => expiresAt)) ?? null,
    },
    credits: total(now, 'credits', at),
    held: [...account.holds.values()].filter(({ open, until }) => open && until > at).length,
  };
}

/** What can be held of an order's grant at that moment. */
export function usableAt(account: Account, ref: string, at: number): number {
  const grant = withoutGone(account, at).grants.find((each) => each.ref === ref);
  return grant && isAhead(grant.expiresAt, at) ? left(grant) - owed(grant) : 0;
}

/** The account as if the holds that ran out by then were not there. */
function withoutGone(account: Account, at: number): Account {
  const gone = [...account.holds.values()].filter(({ until }) => until <= at);
  if (gone.length === 0) return account;
  const grants = account.grants.map((grant) => ({
    ...grant,
    held: grant.held - gone.filter(({ ref }) => ref === grant.ref).length,
  }));
  const free = [...account.free];
  for (const hold of gone) if (hold.source === 'free') free.splice(free.indexOf(hold.at), 1);
  return { ...account, grants, free };
}

/** The one that counts of a shopper's subscriptions: active before paused before ended, the longest first. */
export function subscriptionAt(account: Account, at: number): ShopperAllowance['subscription'] {
  const all = [...account.subscriptions.values()].map(({ state, endsAt }) => ({
    state: state === 'active' && !isAhead(endsAt, at) ? ('ended' as const) : state,
    endsAt,
  }));
  for (const state of ['active', 'paused', 'ended'] as const) {
    const endsAt = latest(all.filter((each) => each.state === state).map((each) => each.endsAt));
    if (endsAt !== undefined) return { state, endsAt };
  }
  return null;
}

function freeUsed({ free }: Account, since: number): number {
  return free.filter((time) => time >= since).length;
}

function total(account: Account, source: Grant['source'], at: number): number {
  return usable(account, source, at).reduce((sum, grant) => sum + left(grant) - owed(grant), 0);
}

function usable({ grants }: Account, source: Grant['source'], at: number): Grant[] {
  return grants.filter(
    (grant) => grant.source === source && isAhead(grant.expiresAt, at) && left(grant) > owed(grant),
  );
}

function bySoonest(a: Grant, b: Grant): number {
  return (a.expiresAt ?? Number.POSITIVE_INFINITY) - (b.expiresAt ?? Number.POSITIVE_INFINITY) || 0;
}

export function isAhead(moment: number | null, at: number): boolean {
  return moment === null || moment > at;
}

/** Null is for ever; undefined is none at all. */
function latest(moments: readonly (number | null)[]): number | null | undefined {
  if (moments.length === 0) return undefined;
  return moments.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
}
