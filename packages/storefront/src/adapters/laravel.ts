import type { IncomingMessage } from 'node:http';
import type { Failure } from '../failure.ts';
import type { HostConventions } from '../storefront.ts';
import { createDoubleSubmitCsrf, type XsrfIssuer } from './laravel-csrf.ts';
import { createNodeStorefront, type NodeStorefront, type NodeStorefrontOptions } from './node.ts';

export type LaravelStorefrontOptions<Host extends IncomingMessage = IncomingMessage> = Omit<
  NodeStorefrontOptions<Host>,
  'platform' | 'csrf'
> & {
  /** Who makes the `XSRF-TOKEN` cookie. Default: this adapter, with a signed one. */
  xsrf?: XsrfIssuer<Host>;
};

/**
 * Creates a listener for `http.createServer` that keeps Laravel's conventions: mounted at `/api/genvoris`,
 * the `XSRF-TOKEN` cookie sent back as `X-XSRF-TOKEN`, 419 and 422 in Laravel's own form, and
 * `laravel_<id>` for shoppers.
 *
 * @throws TypeError that names the option that is wrong.
 * @example
 * http.createServer(createLaravelStorefront({ apiKey, shopOrigin: 'https://shop.example', identify })).listen(3000);
 */
export function createLaravelStorefront<Host extends IncomingMessage = IncomingMessage>(
  options: LaravelStorefrontOptions<Host>,
): NodeStorefront<Host> {
  const { xsrf, basePath = '/api/genvoris', ...rest } = options;
  const secure = [options.shopOrigin].flat().every((origin) => String(origin).startsWith('https:'));
  const conventions: HostConventions<Host> = {
    csrf: (nonces) => createDoubleSubmitCsrf(nonces, { secure, ...(xsrf && { issuer: xsrf }) }),
    nativeError: toLaravelError,
  };
  return createNodeStorefront({ ...rest, basePath, platform: 'laravel' }, conventions);
}

/** Laravel refuses a stale CSRF token and a body that breaks its rules in a form of its own. */
function toLaravelError(failure: Failure): { status: number; body: unknown } | undefined {
  if (failure.kind === 'csrf_mismatch') return { status: 419, body: { message: 'CSRF token mismatch.' } };
  if (failure.kind !== 'invalid_request' || failure.fields === undefined) return undefined;
  return { status: 422, body: { message: failure.detail, errors: failure.fields } };
}
