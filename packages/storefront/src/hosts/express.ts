import type { Request, RequestHandler } from 'express';
import { type Core, createCore } from '../core/core.ts';
import type { StorefrontOptions } from '../core/options.ts';
import { NodeRequest, nodeRuntime, originForm } from './node-bridge.ts';
import { serve } from './node-response.ts';

/** Options of `createExpressStorefront`; the mount path is the router's. */
export type ExpressStorefrontOptions = Omit<StorefrontOptions<Request>, 'basePath'>;

/** An Express handler that can be closed. */
export interface ExpressStorefront extends RequestHandler, Pick<Core<Request>, 'close'> {}

/**
 * Creates an Express handler, for version 5 and 4. Mount it anywhere; it answers everything below its mount path.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * app.use('/api/genvoris', createExpressStorefront({
 *   apiKey,
 *   shopOrigin: 'https://shop.example',
 *   identify: ({ host }) => findShopper(host),
 * }));
 */
export function createExpressStorefront(options: ExpressStorefrontOptions): ExpressStorefront {
  const core = createCore<Request>(options, nodeRuntime);
  const handler: RequestHandler = (request, response) => {
    serve(core, new NodeRequest(request, request, response, originForm(request.url)), response);
  };
  return Object.assign(handler, { close: core.close });
}
