import type { Awaitable } from '../exchange/request.ts';

/** Whether a signature is used so for the first time. It is asked about for as long as the signature is good, and no longer. */
export type FirstUse = (use: string) => Awaitable<boolean>;

const MOST = 100_000;

/**
 * Remembers used signatures in this process for `lifetimeMs`, the whole time for which one may be good. Where there are
 * too many to remember, none counts as new: to forget one would let it be used again.
 */
export function createFirstUse(lifetimeMs: number, now: () => number, most = MOST): FirstUse {
  // In the order of their use, which is that of their end.
  const used = new Map<string, number>();
  return (use) => {
    const at = now();
    for (const [old, until] of used) {
      if (until > at) break;
      used.delete(old);
    }
    if (used.has(use) || used.size >= most) return false;
    used.set(use, at + lifetimeMs);
    return true;
  };
}
