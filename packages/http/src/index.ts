export { limitBody, readBody } from './body.ts';
export { BoundedMap } from './bounded-map.ts';
export { clientAddress } from './client-address.ts';
export { parseHttpDate } from './http-date.ts';
export { isNestedWithin, JSON_NESTING } from './json-nesting.ts';
export { type RateLimitWindow, rateLimitHeaders, secondsToWait } from './rate-limit-headers.ts';
export { createRedact, type Redact } from './redact.ts';
export { createRequestId, isRequestId } from './request-id.ts';
export { isRetryAfter, parseRetryAfter } from './retry-after.ts';
