import type { Request, RequestHandler } from 'express';
import type { StorefrontOptions } from '../options.ts';
import { createStorefront, type Storefront } from '../storefront.ts';
import { NodeRequest, nodePlatform, sendResponse } from './node-bridge.ts';

export type ExpressStorefrontOptions = Omit<StorefrontOptions<Request>, 'basePath'>;

export interface ExpressStorefront extends RequestHandler, Pick<Storefront<Request>, 'close'> {}

/**
 * Creates an Express 5 handler. Mount it anywhere; it answers everything below its mount path.
 *
 * @throws TypeError that names the option that is wrong.
 * @example
 * app.use('/api/genvoris', createExpressStorefront({
 *   apiKey: process.env.GENVORIS_API_KEY,
 *   shopOrigin: 'https://shop.example',
 *   identify: ({ host }) => (host.session.userId ? { id: host.session.userId } : null),
 * }));
 */
export function createExpressStorefront(options: ExpressStorefrontOptions): ExpressStorefront {
  const storefront = createStorefront<Request>(options, nodePlatform);
  const handler: RequestHandler = (request, response) => {
    const bridged = new NodeRequest(request, response, request.url);
    return storefront.handle(bridged).then((answer) => sendResponse(response, answer));
  };
  return Object.assign(handler, { close: () => storefront.close() });
}
