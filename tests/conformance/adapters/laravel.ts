import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createLaravelStorefront } from '@genvoris/storefront/laravel';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

/** The Laravel-style adapter at its own mount, `/api/genvoris`. */
export function startLaravel(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    const storefront = createLaravelStorefront({
      ...settings(upstream, url),
      identify: ({ host }) => shopperOf(host.headers.cookie),
    });
    return { listener: storefront, mount: '/api/genvoris', close: () => storefront.close() };
  });
}
