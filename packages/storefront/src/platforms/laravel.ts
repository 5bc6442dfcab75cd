import type { Platform } from '../core/platform.ts';
import type { Failure } from '../exchange/failure.ts';
import { createDoubleSubmitCsrf, type XsrfIssuer } from './laravel-csrf.ts';

/** Options of `laravel`. */
export interface LaravelOptions<Host = unknown> {
  /** What makes the `XSRF-TOKEN` cookie. Default: the storefront, with a signed one. */
  xsrf?: XsrfIssuer<Host> | undefined;
}

/**
 * Returns the platform that keeps Laravel's conventions: mounted at `/api/genvoris`, the `XSRF-TOKEN` cookie sent
 * back as `X-XSRF-TOKEN`, 419 and 422 in Laravel's own form, and `laravel_<id>` for shoppers.
 *
 * @example app.use('/api/genvoris', createExpressStorefront({ apiKey, shopOrigin, identify, platform: laravel() }));
 */
export function laravel<Host = unknown>({ xsrf }: LaravelOptions<Host> = {}): Platform<Host> {
  return {
    name: 'laravel',
    basePath: '/api/genvoris',
    csrf: ({ nonces, secure }) => createDoubleSubmitCsrf(nonces, { secure, ...(xsrf && { issuer: xsrf }) }),
    nativeError: toLaravelError,
  };
}

/** Laravel refuses a stale CSRF token and a body that breaks its rules in a form of its own. */
function toLaravelError(failure: Failure): { status: number; body: unknown } | undefined {
  if (failure.kind === 'csrf_mismatch') return { status: 419, body: { message: 'CSRF token mismatch.' } };
  if (failure.kind !== 'invalid_request' || failure.fields === undefined) return undefined;
  return { status: 422, body: { message: failure.detail, errors: failure.fields } };
}
