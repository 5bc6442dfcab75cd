import type { RequestListener } from 'node:http';
import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { shopify } from '@genvoris/storefront/shopify';
import { behindShopify, SECRET, SHOP_DOMAIN } from '@genvoris/testing/fake-shopify';
import { shopperOf } from './shopper.ts';
import { settings, startTwins } from './twins.ts';

/** The Shopify-style adapter behind an app proxy that signs who is signed in. */
export function startShopify(upstream: UpstreamForAdapter): Promise<StartedAdapter> {
  return startTwins(upstream, (url) => {
    // The run asks for the same many times in a second, in which Shopify signs the same.
    const platform = shopify({ shop: SHOP_DOMAIN, clientSecret: SECRET, isFirstUse: () => true });
    const storefront = createNodeStorefront({
      ...settings(upstream, url),
      // Shopify's webhooks are held in tests/shopper: the run cannot sign them.
      platform: { ...platform, shopEvents: undefined },
    });
    const listener = behindShopify(storefront, (cookie) => shopperOf(cookie)?.id);
    return { listener: withoutOthers(listener), mount: '/api/proxy', close: () => storefront.close() };
  });
}

/** Drops what a visitor adds to the query, which the run wants ignored and Shopify's signature has refused. */
function withoutOthers(listener: RequestListener): RequestListener {
  return (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const product = path.endsWith('/status') ? new URLSearchParams(query).get('product_id') : null;
    request.url = product === null ? path : `${path}?${new URLSearchParams({ product_id: product })}`;
    listener(request, response);
  };
}
