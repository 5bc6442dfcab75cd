import { createServer, type RequestListener } from 'node:http';
import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { listenOnLoopback } from '@genvoris/testing/loopback';

export interface Shop {
  listener: RequestListener;
  /** Where the adapter is mounted. */
  mount: string;
  close: () => Promise<unknown>;
}

/** What every adapter is configured with in these tests. */
export function settings({ apiKey, origin }: UpstreamForAdapter, url: string) {
  return {
    apiKey,
    shopOrigin: origin,
    portalUrl: url,
    backendUrl: url,
    timeoutMs: 1000,
    // Ten megabytes through one process take their time where the machine has other things to do.
    proxyTimeoutMs: 2500,
    graceMs: 0,
    guests: true,
    trustedProxies: 1,
  };
}

/** Listens with one shop for the run and, where that is needed, one whose upstream has no address. */
export async function startTwins(
  upstream: UpstreamForAdapter,
  open: (url: string) => Shop | Promise<Shop>,
): Promise<StartedAdapter> {
  const [main, twin] = await Promise.all(
    [upstream.url, ...(upstream.needsTwin ? [upstream.unresolvableUrl] : [])].map(async (url) =>
      listen(await open(url)),
    ),
  );
  if (!main) throw new Error('unreachable');
  return {
    target: main.url,
    unresolvable: twin?.url,
    close: async () => {
      await Promise.all([main.close(), twin?.close()]);
    },
  };
}

async function listen({ listener, mount, close }: Shop) {
  const server = await listenOnLoopback(createServer(listener));
  return {
    url: `${server.url}${mount}`,
    close: async () => {
      await Promise.all([server.close(), close()]);
    },
  };
}
