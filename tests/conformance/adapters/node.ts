import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

const MOUNT = '/genvoris-proxy';

/** A shop on `node:http` alone, at the mount the WordPress seed names. */
export function startNode(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    const storefront = createNodeStorefront({
      ...settings(upstream, url),
      basePath: MOUNT,
      identify: ({ host }) => shopperOf(host.headers.cookie),
    });
    return { listener: storefront, mount: MOUNT, close: () => storefront.close() };
  });
}
