// Generated from openapi by `pnpm generate`. Do not edit.

export const SPECS = {
  connect: { title: 'Genvoris one-click connect', version: '1.0.0', servers: ['https://genvoris.org'] },
  status: { title: 'Genvoris status', version: '1.0.0', servers: ['https://api.genvoris.org'] },
  storefront: { title: 'Genvoris storefront', version: '1.0.0', servers: ['{mount}'] },
  'tryon-track': { title: 'Genvoris try-on tracking', version: '1.0.0', servers: ['https://genvoris.org'] },
  tryon: { title: 'Genvoris try-on', version: '1.0.0', servers: ['https://api.genvoris.org'] },
  v1: { title: 'Genvoris portal API', version: '1.0.0', servers: ['https://genvoris.org'] },
} as const satisfies Record<string, SpecInfo>;
export type SpecName = keyof typeof SPECS;

export interface SpecInfo {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly string[];
}

export const SECURITY_SCHEMES = {
  PortalSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'genvoris_session',
    description: "The merchant's sign-in at the portal.",
  },
  ApiKeyQuery: {
    type: 'apiKey',
    in: 'query',
    name: 'api_key',
    'x-failure-limit': { limit: 20, windowSeconds: 300 },
    description: "The store's key in the query, as documented. It works; `ApiKeyBearer` keeps the key out of URLs and is what our clients use.",
  },
  ApiKeyHeader: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    'x-failure-limit': { limit: 20, windowSeconds: 300 },
    description: "The store's key in a header of its own, for clients that cannot set `Authorization`. Where a bearer token is sent too, that one counts. Server to server only.",
  },
  ApiKeyBearer: {
    type: 'http',
    scheme: 'bearer',
    'x-failure-limit': { limit: 20, windowSeconds: 300 },
    description: "The store's key, `gvk_live_…` or `gvk_test_…`, as a bearer token. Server to server only.",
  },
  ShopperSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: "The shop's own sign-in cookie, whatever its name; the adapter resolves the shopper from it.",
  },
  Nonce: {
    type: 'apiKey',
    in: 'header',
    name: 'X-WP-Nonce',
    description: 'The CSRF token that `GET /nonce` hands out, in the header it names.',
  },
  Xsrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-XSRF-TOKEN',
    description: "The same in Laravel's form, the value of the `XSRF-TOKEN` cookie sent back in a header.",
  },
  GenvorisSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Genvoris-Signature',
    description: '`t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.rawBody">`, at most five minutes off.',
  },
  StandardWebhookSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'The same event signed in the Standard Webhooks form.',
  },
  ShopSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Shop-Signature',
    description: "`t=<unix seconds>,v1=<hex HMAC-SHA256 of \"t.rawBody\">` with the shop's own order secret, at most five minutes off.",
  },
  ShopStandardSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: "The same in the Standard Webhooks form, with `webhook-id` and `webhook-timestamp`, by the shop's own order secret.",
  },
  WooCommerceSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-WC-Webhook-Signature',
    description: "Base64 HMAC-SHA256 of the raw bytes with the webhook's secret, as WooCommerce signs.",
  },
  ShopifySignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Shopify-Hmac-Sha256',
    description: "Base64 HMAC-SHA256 of the raw bytes with the app's secret, as Shopify signs.",
  },
  InternalSecret: {
    type: 'apiKey',
    in: 'header',
    name: 'x-internal-secret',
    'x-failure-limit': { limit: 20, windowSeconds: 300 },
    description: 'The secret shared by the try-on backend and the portal. Server to server only.',
  },
} as const;
export type SecuritySchemeName = keyof typeof SECURITY_SCHEMES;
