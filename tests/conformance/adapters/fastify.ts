import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createFastifyStorefront } from '@genvoris/storefront/fastify';
import Fastify from 'fastify';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

const MOUNT = '/api/proxy';

/** A shop on Fastify 5, at the mount the Shopify seed names. */
export function startFastify(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, async (url) => {
    const storefront = createFastifyStorefront({
      ...settings(upstream, url),
      identify: ({ host }) => shopperOf(host.headers.cookie),
    });
    const app = Fastify();
    app.register(storefront, { prefix: MOUNT });
    await app.ready();
    return { listener: app.routing, mount: MOUNT, close: () => storefront.close() };
  });
}
