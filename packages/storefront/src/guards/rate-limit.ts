import type { Operation } from '@genvoris/contract';
import { OPERATIONS } from '@genvoris/contract/operations/storefront';
import { rateLimitHeaders, secondsToWait } from '@genvoris/http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Failure } from '../exchange/failure.ts';
import type { StorefrontOperationId } from '../exchange/routes.ts';

/** How many requests one client has in a window. */
export interface RateLimit {
  limit: number;
  windowSeconds: number;
}

/** What is used of a limiter of rate-limiter-flexible: each of its stores fits. */
export interface RateLimiter {
  /** Rejects with the same shape when the limit is passed, with an `Error` when the store failed. */
  consume(key: string): Promise<RateLimiterState>;
}

/** What a limiter has left after a request. */
export interface RateLimiterState {
  readonly remainingPoints: number;
  readonly msBeforeNext: number;
}

/** Makes the limiter of one operation: `points` requests in `duration` seconds. */
export type RateLimiterFactory = (limit: {
  operationId: StorefrontOperationId;
  keyPrefix: string;
  points: number;
  duration: number;
}) => RateLimiter;

/** What a request has left; `headers` go on its answer whatever that is. */
export interface Allowance {
  headers: readonly string[];
  /** Absent while there is something left. */
  failure?: Failure;
}

/** Counts one request. A store that fails rejects: unlimited calls would be on the merchant's bill. */
export type Counter = (key: string) => Promise<Allowance>;

/** What counts an operation; absent where there is no limit. */
export type RateLimits = ReadonlyMap<StorefrontOperationId, Counter>;

/** Counters per operation, with the contract's limits unless told otherwise. */
export function createRateLimits(
  limits: { readonly [operationId in StorefrontOperationId]?: RateLimit | false | undefined },
  factory: RateLimiterFactory = memory,
): RateLimits {
  const counters = new Map<StorefrontOperationId, Counter>();
  for (const { operationId, rateLimit } of Object.values<Operation>(OPERATIONS)) {
    const id = operationId as StorefrontOperationId;
    const limit = limits[id] ?? rateLimit;
    if (limit !== undefined && limit !== false) counters.set(id, createCounter(id, limit, factory));
  }
  return counters;
}

function createCounter(
  operationId: StorefrontOperationId,
  { limit, windowSeconds }: RateLimit,
  factory: RateLimiterFactory,
): Counter {
  const keyPrefix = `genvoris:${operationId}`;
  const limiter = factory({ operationId, keyPrefix, points: limit, duration: windowSeconds });
  const window = { limit, windowSeconds };
  const headers = ({ remainingPoints, msBeforeNext }: RateLimiterState) => {
    const { RateLimit, 'RateLimit-Policy': policy } = rateLimitHeaders(window, remainingPoints, msBeforeNext);
    return ['RateLimit', RateLimit, 'RateLimit-Policy', policy];
  };
  const passed = (state: RateLimiterState): Allowance => ({ headers: headers(state) });
  const refused = (state: unknown): Allowance => {
    if (!isState(state)) throw state;
    const retryAfterSeconds = secondsToWait(state.msBeforeNext);
    return { headers: headers(state), failure: { kind: 'rate_limited', retryAfterSeconds } };
  };
  return (key) => limiter.consume(key).then(passed, refused);
}

function memory(limit: Parameters<RateLimiterFactory>[0]): RateLimiter {
  return new RateLimiterMemory(limit);
}

function isState(value: unknown): value is RateLimiterState {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Error) &&
    typeof (value as Partial<RateLimiterState>).msBeforeNext === 'number'
  );
}
