import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleWidget } from '@genvoris/widget/build';
import { type BuiltDocs, buildDocs } from './docs.ts';
import { listen, openPort, type PortChoice } from './listen.ts';
import { createShop } from './shop.ts';
import { createStorefronts } from './storefronts.ts';
import { startUpstream } from './upstream.ts';
import { createVisitors } from './visitors.ts';

export interface DemoOptions {
  shop: PortChoice;
  mock: PortChoice;
  /** Whether to build the API docs too; default true. */
  docs?: boolean;
  /** Told what turned out otherwise than asked. */
  notice?: (text: string) => void;
}

export interface Demo {
  shopUrl: string;
  mockUrl: string;
  /** Resolves to the address of the docs, or to why there are none. */
  docs: Promise<{ url: string } | { problem: string }>;
  close(): Promise<void>;
}

/** Starts the shop, the mock servers behind it and the docs beside it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const [widget, upstream] = await Promise.all([
    bundleWidget(),
    openPort('mock servers', options.mock, startUpstream, options.notice),
  ]);
  const server = createServer();
  try {
    await openPort('shop', options.shop, (port) => listen(server, port), options.notice);
  } catch (error) {
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

  const visitors = createVisitors();
  const storefronts = createStorefronts({
    shopOrigins: [shopUrl, `http://127.0.0.1:${port}`],
    upstreamUrl: upstream.url,
    visitors,
  });
  server.on(
    'request',
    createShop({
      storefront: storefronts.handler,
      visitors,
      widget,
      upstreamUrl: upstream.url,
      docs: () => built?.folder,
    }),
  );

  return {
    shopUrl,
    mockUrl: upstream.url,
    docs,
    async close() {
      abort.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await storefronts.close();
      server.closeAllConnections();
      await closed;
      await upstream.close();
      await docs;
      await built?.remove();
    },
  };
}
