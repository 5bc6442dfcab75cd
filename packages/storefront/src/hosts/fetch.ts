import { type Core, createCore } from '../core/core.ts';
import type { StorefrontOptions } from '../core/options.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import { toStorefrontRequest, toWebResponse, webRuntime } from './fetch-bridge.ts';

/** A storefront on Web requests. */
export interface Storefront<Host = Request> extends Pick<Core<Host>, 'handle' | 'close'> {
  /**
   * Answers a Web `Request`. Never rejects. A `Request` does not say who sent it: give the peer's address, or
   * set `trustedProxies`, or all clients share one rate limit.
   */
  fetch(request: Request, peerAddress?: string): Promise<Response>;
}

/**
 * Creates the shop's side of Genvoris, on Web requests.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * const storefront = createStorefront({ apiKey, shopOrigin: 'https://shop.example', basePath: '/api/genvoris' });
 * const response = await storefront.fetch(new Request('https://shop.example/api/genvoris/status'));
 */
export function createStorefront<Host = Request>(options: StorefrontOptions<Host>): Storefront<Host> {
  const { basePath, handle, unwritten, close } = createCore(options, webRuntime);
  return {
    handle,
    close,
    async fetch(request, peerAddress) {
      const bridged = toStorefrontRequest(request, basePath, peerAddress);
      const answer = await handle(bridged as StorefrontRequest<unknown> as StorefrontRequest<Host>);
      try {
        return toWebResponse(answer);
      } catch (cause) {
        return toWebResponse(unwritten(bridged, answer, cause));
      }
    },
  };
}
