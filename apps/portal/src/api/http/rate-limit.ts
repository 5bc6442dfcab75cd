import type { Operation } from '@genvoris/contract';
import { BoundedMap, type RateLimitWindow, rateLimitHeaders, secondsToWait } from '@genvoris/http';
import type { Counters } from '../../domain/limits/counters.ts';
import { ApiError } from '../../foundation/api-error.ts';
import type { Clock } from '../../foundation/clock.ts';

/** Who calls. */
export interface Caller {
  /** Of the key that was presented; undefined where none was. */
  readonly keyHash: string | undefined;
  readonly address: string;
}

/** Counts requests per operation and caller, for all processes together. */
export interface RateLimits {
  /**
   * Takes one request from the caller's limit and returns the headers that say what is left. A caller that is
   * known to have nothing left is refused at once, before anything is asked of the database.
   *
   * @throws ApiError `rate_limited`
   */
  take(
    operation: Pick<Operation, 'operationId' | 'rateLimit'>,
    caller: Caller,
  ): Promise<Readonly<Record<string, string>>>;
}

/** The documented limits, multiplied by `scale`; 0 counts nothing. */
export function createRateLimits(counters: Counters, scale: number, clock: Clock): RateLimits {
  /** When callers who have nothing left have some again, by this process's stopwatch. */
  const spent = new BoundedMap<string, number>(10_000);
  return {
    take({ operationId, rateLimit }, { keyHash, address }) {
      if (!rateLimit || scale === 0) return Promise.resolve({});
      const { windowSeconds } = rateLimit;
      const limit = Math.max(1, Math.floor(rateLimit.limit * scale));
      const counted = {
        scope: operationId,
        keyHash: rateLimit.by.includes('key') ? keyHash : undefined,
        address,
        windowSeconds,
      };
      // What was known before a test clock was moved is not so any more.
      const name = `${clock.offsetMs} ${operationId} ${counted.keyHash ?? address}`;
      const began = performance.now();
      const until = spent.use(name);
      if (until !== undefined && until > began) throw refuse({ limit, windowSeconds }, until - began);
      return counters.take(counted).then(({ used, milliseconds, owned }) => {
        // With a key of no store it is the address that has nothing left, and another key may still be good.
        if (used >= limit && (owned || counted.keyHash === undefined)) spent.set(name, began + milliseconds);
        if (used > limit) throw refuse({ limit, windowSeconds }, milliseconds);
        return rateLimitHeaders({ limit, windowSeconds }, limit - used, milliseconds);
      });
    },
  };
}

function refuse(window: RateLimitWindow, milliseconds: number): ApiError {
  const headers = rateLimitHeaders(window, 0, milliseconds);
  return new ApiError('rate_limited', { retryAfter: secondsToWait(milliseconds), headers });
}
