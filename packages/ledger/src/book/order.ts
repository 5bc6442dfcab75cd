import { type Account, left } from './account.ts';
import type { Entry, Write } from './entry.ts';
import { passTime } from './pass-time.ts';

/** What the entries of one order come to, whoever's it is. */
export interface Order {
  /** Undefined until it was paid. */
  readonly paid: Entry | undefined;
  /** Whose account it stands in; null while nobody's. */
  readonly customerId: string | null;
  readonly refundedCents: number;
  readonly refundedWhole: boolean;
  readonly cancelled: boolean;
}

/** @param entries of one order, in the order they were written; each refund stands in one of them under its own name */
export function readOrder(entries: readonly Entry[]): Order {
  const grants = entries.filter(({ kind }) => kind === 'grant');
  const refunds = entries.filter(({ kind, once }) => kind === 'refund' && once !== null);
  return {
    paid: grants[0],
    customerId: grants.at(-1)?.customerId ?? null,
    refundedCents: refunds.reduce((sum, { detail }) => sum + (detail?.cents ?? 0), 0),
    refundedWhole: refunds.some(({ detail }) => detail?.whole),
    cancelled: entries.some(({ kind }) => kind === 'cancel'),
  };
}

/** What a refund gives back (hundredths): as it says, or what is left of the payment; null where that is not known. */
export function refundedNow(
  { paid, refundedCents, refundedWhole }: Order,
  cents: number | null,
): number | null {
  if (cents !== null || !paid) return cents;
  return refundedWhole ? 0 : Math.max(0, (paid.detail?.cents ?? 0) - refundedCents);
}

/** What can be used of what an order granted. */
export function usableOf(account: Account, ref: string): number {
  const grant = account.grants.find((each) => each.ref === ref);
  return grant ? left(grant) : 0;
}

/** Adds the refunds that came before the payment to the account, and writes down what is gone by now. */
export function catchUp(
  account: Account,
  { ref, orderId, at }: { ref: string; orderId: string; at: number },
  { refundedCents, refundedWhole, cancelled }: Order,
  write: Write,
): void {
  const entry = { at, ref, orderId };
  if (refundedCents > 0 || refundedWhole)
    write({
      ...entry,
      kind: 'refund',
      detail: { cents: refundedCents, ...(refundedWhole && { whole: true }) },
    });
  if (cancelled) write({ ...entry, kind: 'cancel' });
  passTime(account, at, write);
}

const MOVES: readonly Entry['kind'][] = ['grant', 'refund', 'cancel', 'revoke', 'expire', 'subscription'];

/**
 * Takes all orders and subscriptions out of a guest's account, of which nothing can have been used, and returns
 * what is to be written into another one.
 */
export function moveOut(entries: readonly Entry[], at: number, write: Write): Entry[] {
  const gone = new Set(entries.flatMap(({ kind, ref }) => (kind === 'move' && ref !== null ? [ref] : [])));
  const theirs = entries.filter(({ kind, ref }) => MOVES.includes(kind) && ref !== null && !gone.has(ref));
  for (const ref of new Set(theirs.map((entry) => entry.ref))) write({ kind: 'move', at, ref });
  return theirs.map((entry) => ({ ...entry, once: null }));
}
