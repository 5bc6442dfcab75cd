import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { woocommerce } from '@genvoris/storefront/woocommerce';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

/** A WooCommerce shop on plain Node, at the plugin's mount, where `identify` says who is signed in: managers of the shop. */
export function startWooCommerce(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    const storefront = createNodeStorefront({
      ...settings(upstream, url),
      platform: woocommerce(),
      identify({ host }) {
        const shopper = shopperOf(host.headers.cookie);
        return shopper && { ...shopper, managesStore: true };
      },
    });
    return { listener: storefront, mount: '/wp-json/genvoris/v1', close: () => storefront.close() };
  });
}
