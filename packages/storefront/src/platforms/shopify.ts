import type { Platform } from '../core/platform.ts';
import { refuse } from '../exchange/option-rules.ts';
import type { Awaitable, StorefrontRequest } from '../exchange/request.ts';
import type { Route } from '../exchange/routes.ts';
import { createProxyCheck, type ForwardedRequest, TOLERANCE_MS } from './shopify-proxy.ts';
import { createFirstUse, type FirstUse } from './shopify-signatures.ts';
import { createShopifyEvents } from './shopify-webhook.ts';

/** Options of `shopify`. */
export interface ShopifyOptions {
  /** The shop's own domain at Shopify, such as `my-shop.myshopify.com`, whatever domain its pages have. */
  shop: string;
  /** The app's client secret, with which Shopify signs; while it is rotated, the new one and the old one. */
  clientSecret: string | readonly string[];
  /**
   * Whether a mutation with this signature comes for the first time, where several processes serve the shop: by a record
   * that they share. `use` is a text of at most 200 characters. Default: this process's memory.
   *
   * @example (use) => ledger.recordEvent({ sender: 'shopify-app-proxy', id: use, at: Date.now() })
   */
  isFirstUse?: FirstUse | undefined;
  /**
   * Told once Shopify asks to forget the whole shop (`shop/redact`, two days after the app was removed): drop the ledger's
   * tables here. What it throws is answered 500, so that Shopify asks again. Default: nothing, and the tables stay yours.
   */
  onShopRedact?: (() => Awaitable<void>) | undefined;
  /** The time (milliseconds since 1970). Default `Date.now`. */
  now?: (() => number) | undefined;
}

/**
 * Returns the platform of a Shopify shop: mounted at `/api/proxy`, reached through Shopify's app proxy, whose signature
 * says who the customer is (`shopify_<id>`), and told of orders by Shopify's webhooks at `/webhooks/shopify`.
 *
 * @throws TypeError that names the option that is wrong
 * @example app.use('/api/proxy', createExpressStorefront({ apiKey, shopOrigin, platform: shopify({ shop, clientSecret }) }));
 */
export function shopify<Host = unknown>(options: ShopifyOptions): Platform<Host> {
  const { shop, secrets, now, isFirstUse, onShopRedact } = checked(options);
  const check = createProxyCheck({ shop, secrets }, now);
  const customers = new WeakMap<StorefrontRequest, { id: string } | null>();
  return {
    name: 'shopify',
    basePath: '/api/proxy',
    trustedProxies: 1,
    async guard(request, route) {
      const read = await check(request, route);
      if (read.kind !== 'forwarded') return read;
      // Made for a second, not for a request: the same one in the same second may have had it before.
      if (route.csrf && !(await isFirstUse(useOf(read, route, request))))
        return { kind: 'rate_limited', retryAfterSeconds: 1 };
      customers.set(request, read.customerId === undefined ? null : { id: read.customerId });
      return undefined;
    },
    // Only of what the guard let in; of anything else nobody is known.
    identify: (request) => customers.get(request) ?? null,
    shopEvents: createShopifyEvents({ shop, secrets, onShopRedact }, now),
  };
}

/**
 * What a signature is good for once: a customer's mutation of one kind, since a page analyzes and tries on within a
 * second. All guests have the same signature, so one's token tells them apart.
 */
function useOf(
  { signature, customerId }: ForwardedRequest,
  { operationId }: Route,
  request: StorefrontRequest,
): string {
  const token = customerId === undefined ? (request.header('x-wp-nonce') ?? '').slice(0, 64) : '';
  return `${signature}:${operationId}:${token}`;
}

function checked(options: ShopifyOptions) {
  const { shop, clientSecret, now = Date.now, isFirstUse, onShopRedact } = options ?? {};
  if (typeof shop !== 'string' || !/^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/.test(shop))
    return refuse('shop', 'must be the shop’s domain at Shopify, such as my-shop.myshopify.com');
  const secrets: readonly string[] =
    typeof clientSecret === 'string' ? [clientSecret] : Array.isArray(clientSecret) ? clientSecret : [];
  if (
    secrets.length === 0 ||
    !secrets.every((one) => typeof one === 'string' && /^[\x21-\x7e]{16,255}$/.test(one))
  )
    return refuse(
      'clientSecret',
      'must be the app’s own, as Shopify shows it, at least 16 characters without blanks, or a list of such',
    );
  for (const [name, value] of Object.entries({ now, isFirstUse, onShopRedact }))
    if (value !== undefined && typeof value !== 'function') refuse(name, 'must be a function');
  const firstUse = isFirstUse ?? createFirstUse(2 * TOLERANCE_MS, now);
  return { shop, secrets, now, isFirstUse: firstUse, onShopRedact };
}
