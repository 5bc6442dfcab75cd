/** Seconds to wait after each failed attempt; after the last one the delivery is dead (openapi/v1.yaml). */
export const RETRY_DELAYS_S = [10, 30, 120, 300, 900, 1800, 2700] as const;

/** An attempt has this long (ms), from the first look at DNS to the status and headers of the answer. */
export const ATTEMPT_TIMEOUT_MS = 10_000;

/** An endpoint that fails for this long (ms) without a success is switched off. */
export const DISABLE_AFTER_MS = 5 * 86_400_000;

/** What is settled is kept this long (ms). */
export const KEPT_MS = 30 * 86_400_000;

/** A receiver that asks for more time gets no more than this (s). */
const LONGEST_S = 3600;

/**
 * When to try again after so many failed attempts, or undefined if that was the last. A receiver's `retryAfter` (s)
 * puts an attempt off, up to an hour, and never brings it forward.
 */
export function nextAttempt(attempts: number, now: Date, retryAfter = 0): Date | undefined {
  const delay = RETRY_DELAYS_S[attempts - 1];
  if (delay === undefined) return undefined;
  return new Date(now.getTime() + Math.max(delay, Math.min(retryAfter, LONGEST_S)) * 1000);
}
