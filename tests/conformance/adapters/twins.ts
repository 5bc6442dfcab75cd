import { createServer, type RequestListener } from 'node:http';
import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createMemoryLedger } from '@genvoris/ledger/memory';
import type { StorefrontOptions } from '@genvoris/storefront';
import { listenOnLoopback } from '@genvoris/testing/loopback';

export interface Shop {
  listener: RequestListener;
  /** Where the adapter is mounted. */
  mount: string;
  close: () => Promise<unknown>;
}

/** What every adapter is configured with in these tests. */
export function settings(upstream: UpstreamForAdapter, url: string) {
  const { apiKey, origin, orderSecret, webhookSecret } = upstream;
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
    model: modelOf(upstream),
    orderSecret,
    webhookSecret,
    // Nobody's time is worth 600 calls to find that they are counted like the others.
    rateLimits: { receiveShopEvent: SERVERS, receiveWebhook: SERVERS },
    ...(upstream.model !== 'FREE_ALL' && { ledger: createMemoryLedger() }),
  };
}

const SERVERS = { limit: 30, windowSeconds: 60 };

function modelOf({ model, allowances }: UpstreamForAdapter): StorefrontOptions['model'] {
  const { ctaUrl, creditsPerOrder, freePerMonth, tryOnsPerSession, sessionMinutes } = allowances;
  switch (model) {
    case 'FREE_ALL':
      return { model };
    case 'SUBSCRIPTION':
      return { model, ctaUrl };
    case 'CREDITS_WITH_PURCHASE':
      return { model, ctaUrl, creditsPerOrder, expiresInDays: allowances.creditsExpireDays };
    case 'PAY_PER_USE':
      return {
        ...{ model, checkoutUrl: ctaUrl, tryOnsPerSession, sessionMinutes },
        productIds: allowances.sessionProducts,
      };
    case 'FREEMIUM':
      return { model, ctaUrl, freePerMonth };
  }
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
