import { createHmac } from 'node:crypto';
import type { RequestListener } from 'node:http';

export const SHOP_DOMAIN = 'genvoris-demo.myshopify.com';
export const SECRET = 'shpss_canary_of_the_shopify_app';

/** The query that Shopify's app proxy sends on: the visitor's own parameters, its own, and the signature over all of them. */
export function forwarded({
  customer = '',
  own = '',
  secret = SECRET,
  changed = {},
}: {
  customer?: string;
  /** The visitor's own query. */
  own?: string;
  secret?: string;
  /** What is signed in place of what Shopify would say. */
  changed?: Record<string, string>;
} = {}): URLSearchParams {
  const query = new URLSearchParams(own);
  const added = {
    shop: SHOP_DOMAIN,
    logged_in_customer_id: customer,
    path_prefix: '/apps/genvoris',
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...changed,
  };
  for (const [name, value] of Object.entries(added)) query.set(name, value);
  query.set('signature', createHmac('sha256', secret).update(signedText(query)).digest('hex'));
  return query;
}

/** As Shopify documents it: repeated names joined by commas, sorted, nothing between them. */
export function signedText(query: URLSearchParams): string {
  const names = new Set(query.keys());
  return Array.from(names, (name) => `${name}=${query.getAll(name).join(',')}`)
    .sort()
    .join('');
}

/** The headers of a webhook as Shopify sends it. */
export function webhook(topic: string, body: string, headers: Record<string, string> = {}, secret = SECRET) {
  return {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-shop-domain': SHOP_DOMAIN,
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    'x-shopify-triggered-at': '2026-11-20T10:00:00.123456789Z',
    ...headers,
  };
}

/** Stands before a listener as Shopify's app proxy does: signs who `customerOf` says is signed in, and takes cookies away. */
export function behindShopify(
  listener: RequestListener,
  customerOf: (cookie: string | undefined) => string | undefined,
): RequestListener {
  return (request, response) => {
    const customer = customerOf(request.headers.cookie) ?? '';
    const [path = '', own = ''] = (request.url ?? '').split(/\?(.*)/s);
    // What a server tells by itself does not come through the proxy.
    if (!/\/webhooks?(?:\/|$)/.test(path)) request.url = `${path}?${forwarded({ customer, own })}`;
    request.headers.cookie = undefined;
    listener(request, response);
  };
}
