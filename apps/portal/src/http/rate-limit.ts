import type { Operation } from '@genvoris/contract';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal.ts';

/** Counts requests per operation and caller. */
export interface RateLimits {
  /**
   * Takes one request from the caller's limit and answers the headers that say what is left.
   *
   * @throws Refusal `rate_limited`
   */
  take(operation: Operation, caller: string): Promise<Readonly<Record<string, string>>>;
}

/** The documented limits, multiplied by `scale`; 0 counts nothing. Each process counts for itself. */
export function createRateLimits(scale: number): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    async take({ operationId, rateLimit }, caller) {
      if (!rateLimit || scale === 0) return {};
      const { windowSeconds } = rateLimit;
      const limit = Math.max(1, Math.floor(rateLimit.limit * scale));
      let limiter = limiters.get(operationId);
      if (!limiter) {
        limiter = new RateLimiterMemory({ keyPrefix: operationId, points: limit, duration: windowSeconds });
        limiters.set(operationId, limiter);
      }
      const result = await limiter.consume(caller).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
      const headers = {
        RateLimit: `"default";r=${Math.max(0, result.remainingPoints)};t=${seconds}`,
        'RateLimit-Policy': `"default";q=${limit};w=${windowSeconds}`,
      };
      if (result.consumedPoints > limit) throw new Refusal('rate_limited', { retryAfter: seconds, headers });
      return headers;
    },
  };
}
