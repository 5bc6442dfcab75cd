import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleWidget } from '@genvoris/widget/build';
import { type BuiltDocs, buildDocs } from './docs.ts';
import { listen, openPort, type PortChoice } from './listen.ts';
import { createOrders } from './orders.ts';
import { type PortalOptions, type RunningPortal, startPortal } from './portal.ts';
import { createShop } from './shop.ts';
import { createStorefronts } from './storefronts.ts';
import { startUpstream } from './upstream.ts';
import { createVisitors } from './visitors.ts';

export interface DemoOptions {
  shop: PortChoice;
  mock: PortChoice;
  /** Left out: the mock servers alone. */
  portal?: PortalOptions | undefined;
  /** Whether to build the API docs too; default true. */
  docs?: boolean;
  /** Told what turned out otherwise than asked. */
  notice?: (text: string) => void;
}

export interface Demo {
  shopUrl: string;
  mockUrl: string;
  portal: RunningPortal | undefined;
  /** Resolves to the address of the docs, or to why there are none. */
  docs: Promise<{ url: string } | { problem: string }>;
  close(): Promise<void>;
}

/** Starts the shop, the mock servers behind it and the docs beside it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { portal: wanted } = options;
  const [widget, upstream] = await Promise.all([
    bundleWidget(),
    openPort('mock servers', options.mock, startUpstream, options.notice),
  ]);
  const server = createServer();
  let portal: RunningPortal | undefined;
  try {
    await openPort('shop', options.shop, (port) => listen(server, port), options.notice);
    if (wanted) portal = await startPortal(wanted, options.notice);
  } catch (error) {
    server.close();
    await upstream.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const shopUrl = `http://localhost:${port}`;

  const abort = new AbortController();
  let built: BuiltDocs | undefined;
  const docs = options.docs === false ? Promise.resolve({ problem: 'left out' }) : build();
  async function build(): Promise<{ url: string } | { problem: string }> {
    try {
      built = await buildDocs(upstream.url, abort.signal);
      return { url: `${shopUrl}/docs/` };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  const visitors = createVisitors(portal !== undefined);
  const storefronts = createStorefronts({
    shopOrigins: [shopUrl, `http://127.0.0.1:${port}`],
    upstreamUrl: upstream.url,
    portal,
    visitors,
  });
  const orders = createOrders(portal);
  server.on(
    'request',
    createShop({
      storefront: storefronts.handler,
      visitors,
      orders,
      widget,
      upstreamUrl: upstream.url,
      docs: () => built?.folder,
    }),
  );

  return {
    shopUrl,
    mockUrl: upstream.url,
    portal,
    docs,
    async close() {
      abort.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.all([storefronts.close(), orders.close()]);
      server.closeAllConnections();
      await closed;
      await Promise.all([upstream.close(), portal?.close()]);
      await docs;
      await built?.remove();
    },
  };
}
