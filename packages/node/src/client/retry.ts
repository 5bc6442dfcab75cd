import { setTimeout } from 'node:timers/promises';

/** What a test wants to own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

export interface RetryPolicy {
  /** Attempts after the first. */
  maxRetries: number;
  clock: Clock;
}

/** What an attempt came to, as far as trying again goes. */
export interface Verdict {
  /** Whether another attempt may end differently. */
  retryable: boolean;
  /** Seconds the server asked for. */
  retryAfter: number | null;
}

/** Milliseconds: the first step's ceiling, and the ceiling of all. */
const STEP = 250;
const CEILING = 8000;
/** Seconds. A server that asks for more gets no second attempt: the caller has better things to do. */
const MAX_RETRY_AFTER = 30;

/**
 * Runs attempts until one is final. Between them: what the server asked for, and on top or otherwise a
 * full-jitter exponential backoff, so that clients which failed together do not come back together.
 */
export async function withRetries<T>(
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
  judge: (outcome: T) => Verdict,
): Promise<T> {
  for (let retries = 0; ; retries++) {
    const outcome = await attempt();
    if (retries >= policy.maxRetries || signal?.aborted) return outcome;
    const { retryable, retryAfter } = judge(outcome);
    if (!retryable || (retryAfter !== null && retryAfter > MAX_RETRY_AFTER)) return outcome;
    await policy.clock.sleep(delay(retries, retryAfter, policy.clock.random()), signal);
    if (signal?.aborted) return outcome;
  }
}

/** Milliseconds before the retry number `retries` (from 0). */
export function delay(retries: number, retryAfter: number | null, random: number): number {
  if (retryAfter !== null && retryAfter > 0) return retryAfter * 1000 + random * STEP;
  return random * Math.min(CEILING, STEP * 2 ** retries);
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
};
