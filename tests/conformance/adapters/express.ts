import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createExpressStorefront } from '@genvoris/storefront/express';
import express from 'express';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

/** A shop on Express 5. */
export function startExpress(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    const storefront = createExpressStorefront({
      ...settings(upstream, url),
      identify: ({ host }) => shopperOf(host.get('cookie')),
    });
    const app = express().use('/api/genvoris', storefront);
    return { listener: app, mount: '/api/genvoris', close: () => storefront.close() };
  });
}
