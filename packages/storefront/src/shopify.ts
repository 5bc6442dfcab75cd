import type { IncomingMessage } from 'node:http';
import { createNodeStorefront, type NodeStorefront, type NodeStorefrontOptions } from './hosts/node.ts';
import { type ShopifyOptions, shopify } from './platforms/shopify.ts';

export { type ShopifyOptions, shopify } from './platforms/shopify.ts';

/** Options of `createShopifyStorefront`. */
export type ShopifyStorefrontOptions<Host extends IncomingMessage = IncomingMessage> = Omit<
  NodeStorefrontOptions<Host>,
  'platform' | 'shopOrigin'
> &
  ShopifyOptions & {
    /** Where browsers see the shop's pages, such as `https://www.shop.example`. Default: `https://` and `shop`. */
    shopOrigin?: NodeStorefrontOptions['shopOrigin'] | undefined;
  };

/**
 * Creates a listener for `http.createServer` behind Shopify's app proxy: `createNodeStorefront` with `platform: shopify()`.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * http.createServer(createShopifyStorefront({ apiKey, shop: 'my-shop.myshopify.com', clientSecret })).listen(3000);
 */
export function createShopifyStorefront<Host extends IncomingMessage = IncomingMessage>({
  shop,
  clientSecret,
  isFirstUse,
  onShopRedact,
  now,
  ...options
}: ShopifyStorefrontOptions<Host>): NodeStorefront<Host> {
  return createNodeStorefront({
    ...options,
    platform: shopify({ shop, clientSecret, isFirstUse, onShopRedact, now }),
    shopOrigin: options.shopOrigin ?? `https://${shop}`,
  });
}
