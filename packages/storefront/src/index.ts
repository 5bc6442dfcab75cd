export type { ErrorReport } from './error-report.ts';
export type { StorefrontOptions } from './options.ts';
export type { Csrf, CsrfHeader } from './policies/csrf.ts';
export type { IssuedNonce } from './policies/nonces.ts';
export type { RateLimit, RateLimiter, RateLimiterFactory, RateLimiterState } from './policies/rate-limit.ts';
export type { Awaitable, RequestBody, StorefrontRequest, StorefrontResponse } from './request.ts';
export type { StorefrontOperationId } from './routes.ts';
export type { ShopperIdentity } from './shopper/shopper.ts';
export { createStorefront, type Storefront } from './storefront.ts';
