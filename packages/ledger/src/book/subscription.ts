import type { Entry, SubscriptionState } from './entry.ts';

/** How a subscription stands by the entries written so far. */
export interface StoredSubscription {
  readonly customerId: string | null;
  readonly state: SubscriptionState;
  readonly endsAt: number | null;
  readonly occurredAt: number;
}

/** @param entries of one subscription, in the order they were written */
export function readSubscription(entries: readonly Entry[]): StoredSubscription | undefined {
  const last = entries.findLast(({ kind }) => kind === 'subscription');
  if (!last?.detail?.state) return undefined;
  const { state, occurredAt = last.at } = last.detail;
  return { customerId: last.customerId, state, endsAt: last.until, occurredAt };
}

// A renewal pauses and resumes within one second, which is all that some shops say of the time.
const RANK: Record<SubscriptionState, number> = { paused: 0, active: 1, ended: 2 };

/** Whether a change counts over what is known: the end always, else what happened later. */
export function countsOver(
  change: Omit<StoredSubscription, 'customerId'>,
  known: StoredSubscription | undefined,
): boolean {
  if (!known) return true;
  if (known.state === 'ended') return false;
  if (change.state === 'ended') return true;
  if (change.occurredAt !== known.occurredAt) return change.occurredAt > known.occurredAt;
  if (change.state !== known.state) return RANK[change.state] > RANK[known.state];
  return (change.endsAt ?? Number.POSITIVE_INFINITY) > (known.endsAt ?? Number.POSITIVE_INFINITY);
}
