import type { Held, ReserveRequest } from '@genvoris/storefront';
import type { Account } from './account.ts';
import { remaining, take } from './allowance.ts';
import type { Entry, FreePeriod, Write } from './entry.ts';
import { passTime } from './pass-time.ts';

export interface Naming {
  /** The entry of the hold that was made or taken over by this key; undefined if none was. */
  readonly known: Entry | undefined;
  /** What the key is written down under. */
  readonly once: string | null;
  readonly newId: () => string;
}

/** Holds one try-on, or answers that nothing is left. */
export function reserve(
  account: Account,
  { at, until, free, key, adopt = false, requestId }: ReserveRequest,
  { known, once, newId }: Naming,
  write: Write,
): Held | { kind: 'spent' } {
  passTime(account, at, write);
  const answer = (id: string, source: Held['source']): Held => ({
    kind: 'held',
    id,
    source,
    remaining: remaining(account, at, free),
  });
  if (known?.holdId && known.source) return answer(known.holdId, known.source);
  const [waiting] = adopt ? [...account.holds].filter(([, hold]) => hold.open) : [];
  if (waiting) {
    const [holdId, { source, ref }] = waiting;
    write({ kind: 'adopt', at, holdId, source, ref, until, requestId, once });
    return answer(holdId, source);
  }
  const taken = take(account, at, free);
  if (!taken) return { kind: 'spent' };
  const holdId = newId();
  const open = key !== undefined && !adopt;
  const detail = free || open ? { ...(open && { open }), ...(free && { free }) } : null;
  write({ kind: 'hold', at, amount: 1, holdId, ...taken, until, requestId, once, detail });
  return answer(holdId, taken.source);
}

/** What was known of a hold before others moved its account. */
export interface KnownHold {
  /** Whether it was used already. */
  readonly used: boolean;
  /** The free try-ons of the period that it was made in. */
  readonly free: FreePeriod | null;
}

/**
 * Uses what is held. Where the hold is over, one of the same kind or of any other is used in its place; where nothing
 * is left, none.
 */
export function settle(
  account: Account,
  holdId: string,
  { at, requestId }: { at: number; requestId: string },
  { used, free }: KnownHold,
  write: Write,
): void {
  passTime(account, at, write);
  const capture = { kind: 'capture', at, holdId, requestId, amount: 1 } as const;
  const held = account.holds.get(holdId);
  if (held) write({ ...capture, source: held.source, ref: held.ref });
  else if (!used) {
    const taken = take(account, at, free);
    write(taken ? { ...capture, ...taken } : { ...capture, amount: 0 });
  }
  passTime(account, at, write);
}

/** Frees what is held, unless that is over already. */
export function release(account: Account, holdId: string, { at }: { at: number }, write: Write): void {
  passTime(account, at, write);
  const held = account.holds.get(holdId);
  if (!held) return;
  write({ kind: 'release', at, amount: 1, holdId, source: held.source, ref: held.ref });
  passTime(account, at, write);
}
