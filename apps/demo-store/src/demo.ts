import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleWidget } from '@genvoris/widget/build';
import { type BuiltDocs, buildDocs } from './backstage/docs.ts';
import { listen, openPort, type PortChoice } from './backstage/listen.ts';
import { type PortalOptions, type RunningPortal, startPortal } from './backstage/portal.ts';
import { startUpstream } from './backstage/upstream.ts';
import { type OpenedShop, openShop } from './open-shop.ts';

export interface DemoOptions {
  shop: PortChoice;
  mock: PortChoice;
  /** Of the shop's database and the ledger's. */
  folder: string;
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

/** Starts the shop, what stands behind it and the docs beside it. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { portal: wanted, folder } = options;
  // Made from its source, so that `npm start` waits for no build; a shop of your own serves @genvoris/widget/widget.js.
  const [widget, upstream] = await Promise.all([
    bundleWidget(),
    openPort('mock servers', options.mock, startUpstream, options.notice),
  ]);
  const server = createServer();
  let portal: RunningPortal | undefined;
  let shop: OpenedShop;
  let built: BuiltDocs | undefined;
  try {
    await openPort('shop', options.shop, (port) => listen(server, port), options.notice);
    if (wanted) portal = await startPortal(wanted, options.notice);
    const { port } = server.address() as AddressInfo;
    shop = openShop({ folder, port, mockUrl: upstream.url, portal, widget, docs: () => built?.folder });
  } catch (error) {
    server.close();
    await Promise.all([upstream.close(), portal?.close()]);
    throw error;
  }
  const abort = new AbortController();
  const docs = options.docs === false ? Promise.resolve({ problem: 'left out' }) : build();
  async function build(): Promise<{ url: string } | { problem: string }> {
    try {
      built = await buildDocs(upstream.url, abort.signal);
      return { url: `${shop.url}/docs/` };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  async function close(): Promise<void> {
    abort.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await shop.close();
    server.closeAllConnections();
    await closed;
    await Promise.all([upstream.close(), portal?.close()]);
    await docs;
    await built?.remove();
  }

  server.on('request', shop.app);
  try {
    await shop.begin();
  } catch (error) {
    await close();
    throw error;
  }
  return { shopUrl: shop.url, mockUrl: upstream.url, portal, docs, close };
}
