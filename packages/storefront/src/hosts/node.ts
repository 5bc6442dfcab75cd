import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Core, createCore } from '../core/core.ts';
import type { StorefrontOptions } from '../core/options.ts';
import { NodeRequest, nodeRuntime, originForm } from './node-bridge.ts';
import { serve } from './node-response.ts';

export { createVaultFolder } from './vault-folder.ts';

/** Options of `createNodeStorefront`. */
export type NodeStorefrontOptions<Host extends IncomingMessage = IncomingMessage> = StorefrontOptions<Host>;

/** A listener of `node:http` that can be closed. */
export interface NodeStorefront<Host extends IncomingMessage = IncomingMessage>
  extends Pick<Core<Host>, 'close'> {
  /** For `http.createServer`; a path outside of `basePath` is answered with 404. */
  (message: Host, response: ServerResponse): void;
}

/**
 * Creates a listener for `http.createServer`.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * const storefront = createNodeStorefront({ apiKey, shopOrigin: 'https://shop.example', basePath: '/api/genvoris' });
 * http.createServer(storefront).listen(3000);
 */
export function createNodeStorefront<Host extends IncomingMessage = IncomingMessage>(
  options: NodeStorefrontOptions<Host>,
): NodeStorefront<Host> {
  const core = createCore(options, nodeRuntime);
  const { basePath, close } = core;
  const listener = (message: Host, response: ServerResponse): void => {
    const url = originForm(message.url ?? '');
    // Outside of its mount a request has no path, and its query, where a platform may find one.
    const target = url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url.replace(/^[^?]*/, '');
    serve(core, new NodeRequest(message, message, response, target), response);
  };
  return Object.assign(listener, { close });
}
