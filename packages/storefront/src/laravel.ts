import type { IncomingMessage } from 'node:http';
import { createNodeStorefront, type NodeStorefront, type NodeStorefrontOptions } from './hosts/node.ts';
import { type LaravelOptions, laravel } from './platforms/laravel.ts';

export { type LaravelOptions, laravel } from './platforms/laravel.ts';
export type { XsrfIssuer } from './platforms/laravel-csrf.ts';

/** Options of `createLaravelStorefront`. */
export type LaravelStorefrontOptions<Host extends IncomingMessage = IncomingMessage> = Omit<
  NodeStorefrontOptions<Host>,
  'platform' | 'csrf'
> &
  LaravelOptions<Host>;

/**
 * Creates a listener for `http.createServer` that keeps Laravel's conventions: `createNodeStorefront` with
 * `platform: laravel()`.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * http.createServer(createLaravelStorefront({ apiKey, shopOrigin: 'https://shop.example', identify })).listen(3000);
 */
export function createLaravelStorefront<Host extends IncomingMessage = IncomingMessage>({
  xsrf,
  ...options
}: LaravelStorefrontOptions<Host>): NodeStorefront<Host> {
  return createNodeStorefront({ ...options, platform: laravel(xsrf && { xsrf }) });
}
