import { type Account, left } from './account.ts';
import { isAhead } from './allowance.ts';
import type { Write } from './entry.ts';
import { owed } from './revocation.ts';

/**
 * Writes down what has become of an account by then: holds that ran out, what refunds take back of what is free
 * again, and what has expired.
 */
export function passTime(account: Account, at: number, write: Write): void {
  for (const [holdId, { until, source, ref }] of [...account.holds])
    if (until <= at) write({ kind: 'lapse', at, amount: 1, holdId, source, ref });
  for (const grant of [...account.grants]) {
    const { ref, source, expiresAt } = grant;
    const back = owed(grant);
    if (back > 0) write({ kind: 'revoke', at, amount: back, ref, source });
    const rest = left(grant);
    if (rest > 0 && !isAhead(expiresAt, at))
      write({ kind: 'expire', at: expiresAt ?? at, amount: rest, ref, source });
  }
}

/** When time will next do something to the account; null if never. */
export function nextDue({ holds, grants }: Account): number | null {
  const moments = [...holds.values()].map(({ until }) => until);
  for (const grant of grants) if (left(grant) > 0 && grant.expiresAt !== null) moments.push(grant.expiresAt);
  return moments.length > 0 ? Math.min(...moments) : null;
}
