import { FAILURE_LIMIT } from '@genvoris/contract';
import { BoundedMap, secondsToWait } from '@genvoris/http';
import type { Counters } from '../../domain/limits/counters.ts';
import { ApiError } from '../../foundation/api-error.ts';
import type { Clock } from '../../foundation/clock.ts';

/** Bounds how fast keys and the internal secret can be guessed from one address, at all processes together. */
export interface FailedAuthentications {
  /**
   * Does what may find that the caller's key or secret is not good. What succeeds asks nothing of the database; what
   * fails is counted there. An address that has failed too often is refused, whatever it presents.
   *
   * @throws ApiError `rate_limited`
   */
  guard<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
}

const { windowSeconds } = FAILURE_LIMIT;
const FAILURES: ReadonlySet<string> = new Set(['unauthorized', 'invalid_key', 'invalid_api_key']);

/** `limit` failures in five minutes; 0 counts nothing. */
export function createFailedAuthentications(
  counters: Counters,
  limit: number,
  clock: Clock,
): FailedAuthentications {
  /** Until when addresses are refused, by this process's stopwatch; another process learns it by its next failure. */
  const locked = new BoundedMap<string, number>(10_000);
  return {
    async guard(address, work) {
      if (limit === 0) return work();
      // What was known before a test clock was moved is not so any more.
      const name = `${clock.offsetMs} ${address}`;
      const began = performance.now();
      const until = locked.use(name);
      if (until !== undefined && until > began) throw refuse(until - began);
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ApiError && FAILURES.has(error.code))) throw error;
        const asked = performance.now();
        const { used, milliseconds } = await counters.take({
          scope: 'authentication',
          address,
          windowSeconds,
        });
        if (used >= limit) locked.set(name, asked + milliseconds);
        throw used > limit ? refuse(milliseconds) : error;
      }
    },
  };
}

function refuse(milliseconds: number): ApiError {
  return new ApiError('rate_limited', { retryAfter: secondsToWait(milliseconds) });
}
