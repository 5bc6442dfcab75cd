// Generated from openapi/storefront.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

const answer401 = {
  mediaType: 'application/json',
  examples: ['invalid_api_key', 'invalid_key', 'unauthorized', 'account_inactive', 'sign_in_required'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer402 = {
  mediaType: 'application/json',
  examples: [
    'quota_exhausted',
    'credit_limit_reached',
    'end_customer_quota.quota_exhausted',
    'end_customer_quota.no_plan',
    'end_customer_quota.paused',
    'end_customer_quota.cancelled',
  ],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer403 = {
  mediaType: 'application/json',
  examples: ['cross_origin', 'domain_not_allowed', 'native_invalid_nonce', 'native_forbidden'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer404 = {
  mediaType: 'application/json',
  examples: ['path_not_allowed', 'not_found'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer429 = {
  mediaType: 'application/json',
  examples: ['rate_limited'],
  headers: ['X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer500 = {
  mediaType: 'application/json',
  examples: [
    'internal_error',
    'invalid_session_token',
    'token_store_mismatch',
    'customer_inactive',
    'plan_not_found',
    'invalid_body',
    'metadata_too_large',
    'idempotency_conflict',
  ],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer502 = {
  mediaType: 'application/json',
  examples: ['upstream_unreachable'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer400 = {
  mediaType: 'application/json',
  examples: ['invalid_request'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer413 = {
  mediaType: 'application/json',
  examples: ['payload_too_large'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer419 = {
  mediaType: 'application/json',
  examples: ['native_csrf_mismatch'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer422 = {
  mediaType: 'application/json',
  examples: ['native_validation'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer422_2 = {
  mediaType: 'application/json',
  examples: [
    'photo_rejected.unsupported_format',
    'photo_rejected.unreadable',
    'photo_rejected.too_small',
    'photo_rejected.too_many_pixels',
    'photo_rejected.too_complex',
  ],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer401_2 = {
  mediaType: 'application/json',
  examples: ['invalid_signature'],
  headers: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
} as const;

const answer200 = {
  mediaType: 'application/json',
  examples: ['granted', 'repeated', 'revoked', 'guest_order', 'ignored'],
  headers: ['X-Request-Id'],
} as const;

const words401 = [
  { example: 'invalid_api_key', code: 'invalid_api_key' },
  { example: 'invalid_key', code: 'invalid_api_key', error: 'invalid_key' },
  { example: 'unauthorized', code: 'invalid_api_key', error: 'unauthorized' },
  { example: 'account_inactive', code: 'invalid_api_key', error: 'account_inactive' },
  { example: 'sign_in_required', code: 'sign_in_required' },
] as const;

const words402 = [
  { example: 'quota_exhausted', code: 'quota_exhausted' },
  { example: 'credit_limit_reached', code: 'quota_exhausted', error: 'credit_limit_reached' },
  {
    example: 'end_customer_quota.quota_exhausted',
    code: 'quota_exhausted',
    error: 'end_customer_quota',
    reason: 'quota_exhausted',
  },
  {
    example: 'end_customer_quota.no_plan',
    code: 'quota_exhausted',
    error: 'end_customer_quota',
    reason: 'no_plan',
  },
  {
    example: 'end_customer_quota.paused',
    code: 'quota_exhausted',
    error: 'end_customer_quota',
    reason: 'paused',
  },
  {
    example: 'end_customer_quota.cancelled',
    code: 'quota_exhausted',
    error: 'end_customer_quota',
    reason: 'cancelled',
  },
] as const;

const words403 = [
  { example: 'cross_origin', code: 'cross_origin' },
  { example: 'domain_not_allowed', code: 'cross_origin', error: 'domain_not_allowed' },
] as const;

const words404 = [
  { example: 'path_not_allowed', code: 'path_not_allowed' },
  { example: 'not_found', code: 'path_not_allowed', error: 'not_found' },
] as const;

const words429 = [{ example: 'rate_limited', code: 'rate_limited' }] as const;

const words500 = [
  { example: 'internal_error', code: 'internal_error' },
  { example: 'invalid_session_token', code: 'internal_error', error: 'invalid_session_token' },
  { example: 'token_store_mismatch', code: 'internal_error', error: 'token_store_mismatch' },
  { example: 'customer_inactive', code: 'internal_error', error: 'customer_inactive' },
  { example: 'plan_not_found', code: 'internal_error', error: 'plan_not_found' },
  { example: 'invalid_body', code: 'internal_error', error: 'invalid_body' },
  { example: 'metadata_too_large', code: 'internal_error', error: 'metadata_too_large' },
  { example: 'idempotency_conflict', code: 'internal_error', error: 'idempotency_conflict' },
] as const;

const words502 = [{ example: 'upstream_unreachable', code: 'upstream_unreachable' }] as const;

const words400 = [{ example: 'invalid_request', code: 'invalid_request' }] as const;

const words413 = [{ example: 'payload_too_large', code: 'payload_too_large', message: 'The request is too large.' }] as const;

const words413_2 = [{ example: 'payload_too_large', code: 'payload_too_large' }] as const;

const words422 = [
  { example: 'photo_rejected.unsupported_format', code: 'photo_rejected', reason: 'unsupported_format' },
  { example: 'photo_rejected.unreadable', code: 'photo_rejected', reason: 'unreadable' },
  { example: 'photo_rejected.too_small', code: 'photo_rejected', reason: 'too_small' },
  { example: 'photo_rejected.too_many_pixels', code: 'photo_rejected', reason: 'too_many_pixels' },
  { example: 'photo_rejected.too_complex', code: 'photo_rejected', reason: 'too_complex' },
] as const;

const words401_2 = [{ example: 'invalid_signature', code: 'invalid_signature' }] as const;

export const getStorefrontStatus = {
  spec: 'storefront',
  operationId: 'getStorefrontStatus',
  method: 'GET',
  path: '/status',
  summary: 'Read the status for this viewer',
  security: [[], ['ShopperSession']],
  parameters: [{ name: 'product_id', in: 'query', required: false }],
  rateLimit: { limit: 120, windowSeconds: 60, by: ['ip', 'shopper'] },
  upstream: [
    { spec: 'status', operationId: 'getStatus', when: 'always' },
    { spec: 'v1', operationId: 'upsertCustomer', when: 'shopper' },
    { spec: 'v1', operationId: 'createSession', when: 'shopper' },
  ],
  responses: {
    200: {
      mediaType: 'application/json',
      examples: [
        'ALLOWED',
        'LOCKED',
        'EXHAUSTED',
        'ERROR',
        'guest',
        'cta_sign_in',
        'cta_checkout',
        'cta_upgrade',
        'cta_subscribe',
        'cta_purchase',
      ],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const createStorefrontSession = {
  spec: 'storefront',
  operationId: 'createStorefrontSession',
  method: 'POST',
  path: '/session',
  summary: 'Mint a session token for the current shopper',
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 4096,
  upstream: [
    { spec: 'v1', operationId: 'upsertCustomer', when: 'shopper' },
    { spec: 'v1', operationId: 'createSession', when: 'shopper' },
  ],
  request: { required: false, mediaTypes: ['application/json'], examples: ['for_product'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['minted'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const getNonce = {
  spec: 'storefront',
  operationId: 'getNonce',
  method: 'GET',
  path: '/nonce',
  summary: 'Get a fresh CSRF token',
  security: [[], ['ShopperSession']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  upstream: [],
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['nonce', 'xsrf'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const proxyAnalyze = {
  spec: 'storefront',
  operationId: 'proxyAnalyze',
  method: 'POST',
  path: '/proxy/api/analyze',
  summary: 'Check a photo, through the shop',
  security: [['Nonce'], ['Xsrf'], ['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 10551296,
  upstream: [{ spec: 'tryon', operationId: 'analyzePhoto', when: 'always' }],
  request: { required: true, mediaTypes: ['multipart/form-data'], examples: [] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['usable_photo', 'usable_with_warning'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422_2,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const proxyTryon = {
  spec: 'storefront',
  operationId: 'proxyTryon',
  method: 'POST',
  path: '/proxy/api/tryon',
  summary: 'Generate a try-on, through the shop',
  security: [['Nonce'], ['Xsrf'], ['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 10551296,
  upstream: [
    { spec: 'v1', operationId: 'upsertCustomer', when: 'shopper' },
    { spec: 'v1', operationId: 'createSession', when: 'shopper' },
    { spec: 'tryon', operationId: 'generateTryon', when: 'always' },
  ],
  request: { required: true, mediaTypes: ['multipart/form-data'], examples: [] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['generated_with_shopper', 'generated'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422_2,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const proxyCreatePlan = {
  spec: 'storefront',
  operationId: 'proxyCreatePlan',
  method: 'POST',
  path: '/proxy/api/v1/plans',
  summary: 'Create or update a shopper plan, through the shop',
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 16384,
  upstream: [{ spec: 'v1', operationId: 'createPlan', when: 'always' }],
  capability: 'manage_store',
  request: { required: true, mediaTypes: ['application/json'], examples: ['plan'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['plan'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const sendStorefrontEvents = {
  spec: 'storefront',
  operationId: 'sendStorefrontEvents',
  method: 'POST',
  path: '/events',
  summary: 'Report what the shopper did with the widget',
  security: [[]],
  parameters: [],
  rateLimit: { limit: 60, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 65536,
  upstream: [{ spec: 'v1', operationId: 'trackEvents', when: 'always' }],
  request: { required: true, mediaTypes: ['application/json'], examples: ['batch'] },
  responses: {
    202: {
      mediaType: 'application/json',
      examples: ['accepted'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const useCredits = {
  spec: 'storefront',
  operationId: 'useCredits',
  method: 'POST',
  path: '/credits/use',
  summary: "Take a try-on from the shopper's own allowance",
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 4096,
  upstream: [],
  models: ['SUBSCRIPTION', 'CREDITS_WITH_PURCHASE', 'PAY_PER_USE', 'FREEMIUM'],
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['taken', 'unlimited'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    402: answer402,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getShopperAccount = {
  spec: 'storefront',
  operationId: 'getShopperAccount',
  method: 'GET',
  path: '/account',
  summary: "Read the shopper's own account",
  security: [['ShopperSession']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  upstream: [],
  models: ['SUBSCRIPTION', 'CREDITS_WITH_PURCHASE', 'PAY_PER_USE', 'FREEMIUM'],
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['with_credits', 'subscriber', 'freemium_spent'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createCheckout = {
  spec: 'storefront',
  operationId: 'createCheckout',
  method: 'POST',
  path: '/checkout',
  summary: 'Build the checkout that unlocks a try-on',
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 4096,
  upstream: [],
  models: ['PAY_PER_USE'],
  request: { required: false, mediaTypes: ['application/json'], examples: ['for_product'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['checkout'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const receiveWebhook = {
  spec: 'storefront',
  operationId: 'receiveWebhook',
  method: 'POST',
  path: '/webhook',
  summary: 'Take an event from Genvoris',
  security: [['GenvorisSignature'], ['StandardWebhookSignature']],
  parameters: [],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 262144,
  upstream: [],
  request: { required: true, mediaTypes: ['application/json'], examples: ['webhook_test'] },
  responses: {
    200: { mediaType: 'application/json', examples: ['received', 'replayed'], headers: ['X-Request-Id'] },
    400: answer400,
    401: answer401_2,
    404: answer404,
    413: answer413,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const receiveShopEvent = {
  spec: 'storefront',
  operationId: 'receiveShopEvent',
  method: 'POST',
  path: '/webhooks/orders',
  summary: 'Take what happened in the shop, from any order system',
  security: [['ShopSignature'], ['ShopStandardSignature']],
  parameters: [],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 262144,
  upstream: [],
  request: {
    required: true,
    mediaTypes: ['application/json'],
    examples: ['order_paid', 'order_refunded', 'order_cancelled', 'subscription_started', 'shopper_deleted'],
  },
  responses: {
    200: answer200,
    400: answer400,
    401: answer401_2,
    404: answer404,
    413: answer413,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const receiveWooCommerceWebhook = {
  spec: 'storefront',
  operationId: 'receiveWooCommerceWebhook',
  method: 'POST',
  path: '/webhooks/woocommerce',
  summary: 'Take a webhook of WooCommerce',
  security: [['WooCommerceSignature'], []],
  parameters: [{ name: 'X-WC-Webhook-Topic', in: 'header', required: false }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 1048576,
  upstream: [],
  request: {
    required: true,
    mediaTypes: ['application/json', 'application/x-www-form-urlencoded'],
    examples: ['order_updated', 'ping'],
  },
  responses: {
    200: answer200,
    400: answer400,
    401: answer401_2,
    404: answer404,
    413: answer413,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const receiveShopifyWebhook = {
  spec: 'storefront',
  operationId: 'receiveShopifyWebhook',
  method: 'POST',
  path: '/webhooks/shopify',
  summary: 'Take a webhook of Shopify',
  security: [['ShopifySignature']],
  parameters: [
    { name: 'X-Shopify-Topic', in: 'header', required: false },
    { name: 'X-Shopify-Webhook-Id', in: 'header', required: false },
    { name: 'X-Shopify-Triggered-At', in: 'header', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 1048576,
  upstream: [],
  request: { required: true, mediaTypes: ['application/json'], examples: ['orders_paid'] },
  responses: {
    200: answer200,
    400: answer400,
    401: answer401_2,
    404: answer404,
    413: answer413,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const startStoreConnect = {
  spec: 'storefront',
  operationId: 'startStoreConnect',
  method: 'POST',
  path: '/oauth/start',
  summary: 'Begin the one-click connect',
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 4096,
  upstream: [],
  capability: 'manage_store',
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['consent'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    401: answer401,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const completeConnect = {
  spec: 'storefront',
  operationId: 'completeConnect',
  method: 'POST',
  path: '/oauth/callback',
  summary: 'Finish the one-click connect',
  security: [['ShopperSession', 'Nonce'], ['ShopperSession', 'Xsrf']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip', 'shopper'] },
  bodyLimit: 4096,
  upstream: [{ spec: 'connect', operationId: 'exchangeConnectCode', when: 'always' }],
  capability: 'manage_store',
  request: { required: true, mediaTypes: ['application/json'], examples: ['callback'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['connected'],
      headers: ['X-Request-Id', 'Cache-Control', 'RateLimit', 'RateLimit-Policy'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    413: answer413,
    419: answer419,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

/** The operations of openapi/storefront.yaml. */
export const OPERATIONS = { getStorefrontStatus, createStorefrontSession, getNonce, proxyAnalyze, proxyTryon, proxyCreatePlan, sendStorefrontEvents, useCredits, getShopperAccount, createCheckout, receiveWebhook, receiveShopEvent, receiveWooCommerceWebhook, receiveShopifyWebhook, startStoreConnect, completeConnect } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/storefront.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  getStorefrontStatus: {
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
    502: words502,
  },
  createStorefrontSession: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
    502: words502,
  },
  getNonce: { 403: words403, 404: words404, 429: words429, 500: words500 },
  proxyAnalyze: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413_2,
    422: words422,
    429: words429,
    500: words500,
    502: words502,
  },
  proxyTryon: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413_2,
    422: words422,
    429: words429,
    500: words500,
    502: words502,
  },
  proxyCreatePlan: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
    502: words502,
  },
  sendStorefrontEvents: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
    502: words502,
  },
  useCredits: {
    400: words400,
    401: words401,
    402: words402,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  getShopperAccount: { 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  createCheckout: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  receiveWebhook: {
    400: words400,
    401: words401_2,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  receiveShopEvent: {
    400: words400,
    401: words401_2,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  receiveWooCommerceWebhook: {
    400: words400,
    401: words401_2,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  receiveShopifyWebhook: {
    400: words400,
    401: words401_2,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  startStoreConnect: {
    401: words401,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
  },
  completeConnect: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    413: words413,
    429: words429,
    500: words500,
    502: words502,
  },
};
