/** Seconds to wait after each failed attempt; after the last one the delivery is dead (openapi/v1.yaml). */
export const RETRY_DELAYS_S = [10, 30, 120, 300, 900, 1800, 2700, 3600] as const;

/** An attempt has this long (ms), from the first look at DNS to the last byte of the answer. */
export const ATTEMPT_TIMEOUT_MS = 10_000;

/** An endpoint that fails for this long (ms) without a success is switched off. */
export const DISABLE_AFTER_MS = 5 * 86_400_000;

/** What is settled is kept this long (ms). */
export const KEPT_MS = 30 * 86_400_000;

/** When to try again after so many failed attempts, or undefined if that was the last. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const delay = RETRY_DELAYS_S[attempts - 1];
  return delay === undefined ? undefined : new Date(now.getTime() + delay * 1000);
}
