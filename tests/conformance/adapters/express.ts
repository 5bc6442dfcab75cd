import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createExpressStorefront } from '@genvoris/storefront/express';
import express from 'express';
import { shopperOf } from './shopper.ts';

/** A shop on Express 5, at `/api/genvoris`. */
export async function startExpress(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  const main = await listen(upstream, upstream.url);
  const twin = await listen(upstream, upstream.unresolvableUrl);
  return {
    target: main.url,
    unresolvable: twin.url,
    close: async () => {
      await Promise.all([main.close(), twin.close()]);
    },
  };
}

async function listen({ apiKey, origin }: UpstreamForAdapter, url: string) {
  const storefront = createExpressStorefront({
    apiKey,
    shopOrigin: origin,
    portalUrl: url,
    backendUrl: url,
    timeoutMs: 400,
    guests: true,
    trustedProxies: 1,
    identify: ({ host }) => shopperOf(host.get('cookie')),
    graceMs: 0,
  });
  const app = express();
  app.use('/api/genvoris', storefront);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/genvoris`, close: () => end(server, storefront) };
}

export async function end(server: Server, storefront: { close: () => Promise<void> }): Promise<void> {
  server.closeAllConnections();
  await Promise.all([storefront.close(), new Promise((resolve) => server.close(resolve))]);
}
