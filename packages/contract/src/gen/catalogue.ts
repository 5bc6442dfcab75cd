// Generated from openapi/shared by `pnpm generate`. Do not edit.

/** Every Access, from openapi/shared/access.yaml. */
export const ACCESS_VALUES = ['ALLOWED', 'LOCKED', 'EXHAUSTED', 'ERROR'] as const;
export type Access = (typeof ACCESS_VALUES)[number];

export interface AccessEntry {
  readonly ui: 'trigger' | 'upsell' | 'reset_notice' | 'hidden';
  readonly description: string;
}

export const ACCESS: { readonly [value in Access]: AccessEntry } = {
  ALLOWED: { ui: 'trigger', description: 'A try-on may start now. Show the try-on button.' },
  LOCKED: {
    ui: 'upsell',
    description: 'The merchant switched the feature off, or the plan does not include it. Show the upsell card with its call to action.',
  },
  EXHAUSTED: {
    ui: 'reset_notice',
    description: 'The allowance is spent and overage is off. Say when it resets (`quota.resetsAt`) and offer the upgrade.',
  },
  ERROR: {
    ui: 'hidden',
    description: 'The upstream failed for the moment. Retry once, then hide the trigger.',
  },
};

/** Every EntryKind, from openapi/shared/account.yaml. */
export const ENTRY_KINDS = ['granted', 'used', 'revoked', 'expired'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntryKindEntry {
  readonly description: string;
}

export const ENTRY_KIND: { readonly [value in EntryKind]: EntryKindEntry } = {
  granted: { description: 'An order brought try-ons.' },
  used: { description: 'A try-on was made.' },
  revoked: { description: 'A refund or a cancelled order took back what was not used.' },
  expired: { description: 'What was not used in time is gone.' },
};

/** Every AllowanceSource, from openapi/shared/account.yaml. */
export const ALLOWANCE_SOURCES = ['subscription', 'free', 'session', 'credits'] as const;
export type AllowanceSource = (typeof ALLOWANCE_SOURCES)[number];

export interface AllowanceSourceEntry {
  readonly broughtBy: readonly (ShopEventType)[];
  readonly description: string;
}

export const ALLOWANCE_SOURCE: { readonly [value in AllowanceSource]: AllowanceSourceEntry } = {
  subscription: {
    broughtBy: ['subscription.started'],
    description: 'An active subscription, which sets no limit.',
  },
  free: { broughtBy: [], description: "The month's free try-ons." },
  session: { broughtBy: ['order.paid'], description: 'A try-on session that a checkout opened.' },
  credits: { broughtBy: ['order.paid'], description: 'Credits of orders, soonest-expiring first.' },
};

/** Every ErrorCode, from openapi/shared/code-errors.yaml. */
export const ERROR_CODES = [
  'invalid_api_key',
  'cross_origin',
  'path_not_allowed',
  'rate_limited',
  'quota_exhausted',
  'upstream_unreachable',
  'internal_error',
  'invalid_request',
  'sign_in_required',
  'payload_too_large',
  'photo_rejected',
  'invalid_signature',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorCodeEntry {
  readonly status: 401 | 403 | 404 | 429 | 402 | 502 | 500 | 400 | 413 | 422;
  readonly retryable: boolean;
  readonly readsAs: Access;
  readonly message: string;
  readonly description: string;
}

export const ERRORS: { readonly [value in ErrorCode]: ErrorCodeEntry } = {
  invalid_api_key: {
    status: 401,
    retryable: false,
    readsAs: 'ERROR',
    message: 'Try-on is not set up correctly in this shop.',
    description: 'The key is revoked, malformed or absent.',
  },
  cross_origin: {
    status: 403,
    retryable: false,
    readsAs: 'ERROR',
    message: 'Try-on cannot be used from this page. Reload it and try again.',
    description: "The request does not come from the shop's own origin, or its CSRF token is missing or stale.",
  },
  path_not_allowed: {
    status: 404,
    retryable: false,
    readsAs: 'ERROR',
    message: 'Try-on is not available here.',
    description: "The method and path are not on the allow-list, or the store's model does not offer the operation.",
  },
  rate_limited: {
    status: 429,
    retryable: true,
    readsAs: 'ERROR',
    message: 'Too many requests. Wait a moment and try again.',
    description: 'A limit per shop or per address was reached. `Retry-After` is always present.',
  },
  quota_exhausted: {
    status: 402,
    retryable: false,
    readsAs: 'EXHAUSTED',
    message: 'The try-on allowance is used up.',
    description: "A `per_tryon` plan ran out and overage is off, or the shopper's own allowance is spent.",
  },
  upstream_unreachable: {
    status: 502,
    retryable: true,
    readsAs: 'ERROR',
    message: 'Try-on cannot be reached for the moment. Try again shortly.',
    description: 'The backend timed out, could not be resolved or reached, failed, or answered something that is not the contract.',
  },
  internal_error: {
    status: 500,
    retryable: false,
    readsAs: 'ERROR',
    message: 'Something went wrong on our side.',
    description: 'A genuine fault of the server that answers.',
  },
  invalid_request: {
    status: 400,
    retryable: false,
    readsAs: 'ERROR',
    message: 'The request could not be understood.',
    description: 'The body or a parameter is not what the operation documents; `message` names it. Additive to the seven original codes.',
  },
  sign_in_required: {
    status: 401,
    retryable: false,
    readsAs: 'ERROR',
    message: 'Sign in to try this on.',
    description: 'The operation needs a signed-in shopper and the request comes from a guest. Additive.',
  },
  payload_too_large: {
    status: 413,
    retryable: false,
    readsAs: 'ERROR',
    message: 'This photo is too large. Choose a smaller one.',
    description: "The body is over the operation's limit. Additive.",
  },
  photo_rejected: {
    status: 422,
    retryable: false,
    readsAs: 'ERROR',
    message: 'This photo cannot be used. Choose another one.',
    description: 'The photo was received and cannot be used; `reason` says why. Additive.',
  },
  invalid_signature: {
    status: 401,
    retryable: false,
    readsAs: 'ERROR',
    message: 'The signature does not fit the message.',
    description: 'A webhook is unsigned, signed with another secret, altered or too old. No browser meets it. Additive.',
  },
};

/** Every PhotoRejectedReason, from openapi/shared/code-errors.yaml. */
export const PHOTO_REASONS = ['unsupported_format', 'unreadable', 'too_small', 'too_many_pixels', 'too_complex'] as const;
export type PhotoRejectedReason = (typeof PHOTO_REASONS)[number];

export interface PhotoRejectedReasonEntry {
  readonly message: string;
  readonly description: string;
}

export const PHOTO_REASON: { readonly [value in PhotoRejectedReason]: PhotoRejectedReasonEntry } = {
  unsupported_format: {
    message: 'Use a JPEG, PNG or WebP photo.',
    description: 'The bytes are not a JPEG, PNG or WebP as browsers show them, whatever the name says.',
  },
  unreadable: {
    message: 'This photo is damaged. Choose another one.',
    description: 'The file is truncated or cannot be decoded.',
  },
  too_small: {
    message: 'This photo is too small. Choose a larger one.',
    description: 'A side is under 256 pixels.',
  },
  too_many_pixels: {
    message: 'This photo has too many pixels. Choose a smaller one.',
    description: 'More than 40 million pixels once decoded, or more than its way of saving allows (see the photo).',
  },
  too_complex: {
    message: 'This photo takes too long to read. Save it as an ordinary JPEG and choose that.',
    description: 'The file makes its reader work or hold far more than its pixels are worth. Additive.',
  },
};

/** Every EventType, from openapi/shared/events.yaml. */
export const EVENT_TYPES = [
  'tryon.completed',
  'tryon.failed',
  'customer.plan_changed',
  'customer.quota_exhausted',
  'credit.low_balance',
  'credit.balance_added',
  'end_customer.created',
  'end_customer.updated',
  'end_customer.cancelled',
  'end_customer.quota_warning',
  'end_customer.quota_exhausted',
  'end_customer.period_rolled',
  'plan.created',
  'plan.updated',
  'plan.disabled',
  'webhook.disabled',
  'webhook.test',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface EventTypeEntry {
  readonly description: string;
}

export const EVENTS: { readonly [value in EventType]: EventTypeEntry } = {
  'tryon.completed': { description: 'A try-on was delivered and debited.' },
  'tryon.failed': { description: 'A try-on failed; nothing was debited.' },
  'customer.plan_changed': { description: 'A shopper was given a plan, another plan, or none.' },
  'customer.quota_exhausted': {
    description: "A try-on was refused because the shopper's allowance is spent.",
  },
  'credit.low_balance': { description: "The store's credit pool fell to its warning threshold." },
  'credit.balance_added': { description: "A pack of credits was added to the store's pool." },
  'end_customer.created': { description: "A shopper's record was created." },
  'end_customer.updated': { description: 'A shopper was upserted again, or changed.' },
  'end_customer.cancelled': { description: 'A shopper was cancelled.' },
  'end_customer.quota_warning': {
    description: 'A shopper has used 80 % of the allowance of the current period.',
  },
  'end_customer.quota_exhausted': {
    description: 'The older name of `customer.quota_exhausted`; both are sent.',
  },
  'end_customer.period_rolled': { description: "A shopper's lapsed 30-day period was replaced by a new one." },
  'plan.created': { description: 'A shopper plan was created.' },
  'plan.updated': { description: 'A shopper plan changed.' },
  'plan.disabled': { description: 'A shopper plan was disabled; it can no longer be given to customers.' },
  'webhook.disabled': {
    description: 'A webhook endpoint was switched off, because everything sent to it failed for five days.',
  },
  'webhook.test': { description: 'A test that was asked for; nothing happened.' },
};

/** Every ExternalIdPlatform, from openapi/shared/external-id.yaml. */
export const EXTERNAL_ID_PLATFORMS = ['shopify', 'wordpress', 'woocommerce', 'laravel', 'external'] as const;
export type ExternalIdPlatform = (typeof EXTERNAL_ID_PLATFORMS)[number];

export interface ExternalIdPlatformEntry {
  readonly prefix: 'shopify_' | 'wp_' | 'woocommerce_' | 'laravel_' | 'external_';
  readonly funnel: ConversionPlatform;
  readonly tellsItems: boolean;
  readonly nativeId: string;
  readonly example: string;
  readonly description: string;
}

export const EXTERNAL_ID: { readonly [value in ExternalIdPlatform]: ExternalIdPlatformEntry } = {
  shopify: {
    prefix: 'shopify_',
    funnel: 'shopify',
    tellsItems: true,
    nativeId: 'shop id',
    example: 'shopify_12345',
    description: 'Shopify apps.',
  },
  wordpress: {
    prefix: 'wp_',
    funnel: 'woocommerce',
    tellsItems: false,
    nativeId: 'user id',
    example: 'wp_42',
    description: 'WordPress core users.',
  },
  woocommerce: {
    prefix: 'woocommerce_',
    funnel: 'woocommerce',
    tellsItems: false,
    nativeId: 'customer id',
    example: 'woocommerce_42',
    description: 'WooCommerce customers.',
  },
  laravel: {
    prefix: 'laravel_',
    funnel: 'custom',
    tellsItems: true,
    nativeId: 'user id',
    example: 'laravel_42',
    description: 'Laravel applications through the package.',
  },
  external: {
    prefix: 'external_',
    funnel: 'custom',
    tellsItems: true,
    nativeId: 'any id of your own',
    example: 'external_a1b2',
    description: 'Self-hosted integrations of any other kind.',
  },
};

/** Every ImageFormat, from openapi/shared/photo.yaml. */
export const IMAGE_FORMATS = ['jpeg', 'png', 'webp'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export interface ImageFormatEntry {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly description: string;
}

export const IMAGE_FORMAT: { readonly [value in ImageFormat]: ImageFormatEntry } = {
  jpeg: { mediaType: 'image/jpeg', description: 'JPEG.' },
  png: { mediaType: 'image/png', description: 'PNG.' },
  webp: { mediaType: 'image/webp', description: 'WebP.' },
};

/** Every PortalErrorCode, from openapi/shared/portal-errors.yaml. */
export const PORTAL_ERROR_CODES = [
  'unauthorized',
  'invalid_key',
  'invalid_session_token',
  'credit_limit_reached',
  'end_customer_quota',
  'account_inactive',
  'domain_not_allowed',
  'token_store_mismatch',
  'customer_inactive',
  'plan_not_found',
  'not_found',
  'invalid_body',
  'metadata_too_large',
  'idempotency_conflict',
  'rate_limited',
  'internal_error',
] as const;
export type PortalErrorCode = (typeof PORTAL_ERROR_CODES)[number];

export interface PortalErrorCodeEntry {
  readonly status: 401 | 402 | 403 | 404 | 400 | 422 | 429 | 500;
  readonly retryable: boolean;
  readonly storefront: ErrorCode;
  readonly message: string;
  readonly description: string;
  readonly action?: 'mint_session_and_repeat_once';
}

export const PORTAL_ERRORS: { readonly [value in PortalErrorCode]: PortalErrorCodeEntry } = {
  unauthorized: {
    status: 401,
    retryable: false,
    storefront: 'invalid_api_key',
    message: 'The request does not say who is asking.',
    description: 'The `Authorization` of `v1` is missing or no bearer token, or the `x-internal-secret` of track is missing or wrong.',
  },
  invalid_key: {
    status: 401,
    retryable: false,
    storefront: 'invalid_api_key',
    message: 'The API key is not valid.',
    description: 'The API key is none of ours, or revoked.',
  },
  invalid_session_token: {
    status: 401,
    retryable: false,
    storefront: 'internal_error',
    action: 'mint_session_and_repeat_once',
    message: 'The session token is not valid.',
    description: 'The JWT failed verification or has expired. An adapter mints a fresh session and repeats the call once.',
  },
  credit_limit_reached: {
    status: 402,
    retryable: false,
    storefront: 'quota_exhausted',
    message: 'The store has no try-on credits left.',
    description: "The store's credit pool is empty.",
  },
  end_customer_quota: {
    status: 402,
    retryable: false,
    storefront: 'quota_exhausted',
    message: "The shopper's allowance is used up.",
    description: "The customer's own plan does not allow this try-on; `reason` says why.",
  },
  account_inactive: {
    status: 403,
    retryable: false,
    storefront: 'invalid_api_key',
    message: "The store's account is suspended.",
    description: "The store's account is suspended.",
  },
  domain_not_allowed: {
    status: 403,
    retryable: false,
    storefront: 'cross_origin',
    message: 'This domain may not use the key.',
    description: "The origin is not among the key's allowed domains.",
  },
  token_store_mismatch: {
    status: 403,
    retryable: false,
    storefront: 'internal_error',
    message: 'The session token belongs to another store.',
    description: "The token's `sid` claim is not the owner of the API key.",
  },
  customer_inactive: {
    status: 403,
    retryable: false,
    storefront: 'internal_error',
    message: 'The customer is paused or cancelled.',
    description: 'No session is minted for a paused or cancelled customer.',
  },
  plan_not_found: {
    status: 403,
    retryable: false,
    storefront: 'internal_error',
    message: 'The plan does not exist or is disabled.',
    description: '`planId` names no active plan of this store.',
  },
  not_found: {
    status: 404,
    retryable: false,
    storefront: 'path_not_allowed',
    message: 'There is nothing with this id.',
    description: 'The resource does not exist, or belongs to another store.',
  },
  invalid_body: {
    status: 400,
    retryable: false,
    storefront: 'internal_error',
    message: 'The request is not valid.',
    description: 'The body or a parameter breaks its schema; `fieldErrors` names each field, `detail` the first.',
  },
  metadata_too_large: {
    status: 400,
    retryable: false,
    storefront: 'internal_error',
    message: 'The metadata is too large.',
    description: 'More than 20 keys or 4 KB of metadata.',
  },
  idempotency_conflict: {
    status: 422,
    retryable: false,
    storefront: 'internal_error',
    message: 'The idempotency key was used for another request.',
    description: 'The same `Idempotency-Key` came with another body within 24 hours.',
  },
  rate_limited: {
    status: 429,
    retryable: true,
    storefront: 'rate_limited',
    message: 'Too many requests.',
    description: 'A rate limit was reached; `Retry-After` says when to come back.',
  },
  internal_error: {
    status: 500,
    retryable: true,
    storefront: 'upstream_unreachable',
    message: 'Something went wrong.',
    description: 'A fault of the portal.',
  },
};

/** Every EndCustomerQuotaReason, from openapi/shared/portal-errors.yaml. */
export const QUOTA_REASONS = ['quota_exhausted', 'no_plan', 'paused', 'cancelled'] as const;
export type EndCustomerQuotaReason = (typeof QUOTA_REASONS)[number];

export interface EndCustomerQuotaReasonEntry {
  readonly message: string;
  readonly description: string;
}

export const QUOTA_REASON: { readonly [value in EndCustomerQuotaReason]: EndCustomerQuotaReasonEntry } = {
  quota_exhausted: {
    message: 'Your try-ons for this period are used up.',
    description: "The period's allowance is spent.",
  },
  no_plan: { message: 'Your account has no try-on plan yet.', description: 'The customer has no plan.' },
  paused: { message: 'Try-on is paused for your account.', description: 'The customer is paused.' },
  cancelled: { message: 'Try-on has ended for your account.', description: 'The customer is cancelled.' },
};

/** Every ShopEventType, from openapi/shared/shop-events.yaml. */
export const SHOP_EVENT_TYPES = [
  'order.paid',
  'order.refunded',
  'order.cancelled',
  'subscription.started',
  'subscription.renewed',
  'subscription.paused',
  'subscription.resumed',
  'subscription.ended',
  'shopper.created',
  'shopper.deleted',
  'shopper.data_requested',
] as const;
export type ShopEventType = (typeof SHOP_EVENT_TYPES)[number];

export interface ShopEventTypeEntry {
  readonly description: string;
  readonly spentReason?: EndCustomerQuotaReason;
}

export const SHOP_EVENT_TYPE: { readonly [value in ShopEventType]: ShopEventTypeEntry } = {
  'order.paid': {
    description: 'An order was paid. What it grants is decided by the model in force: credits, or a try-on session.',
  },
  'order.refunded': {
    description: 'Money of an order went back. What it granted and was not used yet is revoked in proportion; all of it once the whole is refunded.',
  },
  'order.cancelled': {
    description: 'An order was cancelled. What it granted and was not used yet is revoked.',
  },
  'subscription.started': { description: 'A subscription began.' },
  'subscription.renewed': { description: 'A subscription was paid for another term.' },
  'subscription.paused': {
    spentReason: 'paused',
    description: 'A subscription rests; it permits nothing until it is resumed.',
  },
  'subscription.resumed': { description: 'A paused subscription goes on.' },
  'subscription.ended': {
    spentReason: 'cancelled',
    description: 'A subscription was cancelled or expired. It does not begin again.',
  },
  'shopper.created': { description: 'A shopper registered. Guest orders with the same email are theirs now.' },
  'shopper.deleted': {
    description: 'A shopper was deleted. Nothing personal is kept; the entries stay for audit, under nobody.',
  },
  'shopper.data_requested': { description: 'A shopper asks what is kept. The answer carries it.' },
};

/** Every ShopEventOutcome, from openapi/shared/shop-events.yaml. */
export const SHOP_EVENT_OUTCOMES = [
  'granted',
  'revoked',
  'recorded',
  'guest_order',
  'claimed',
  'subscription_changed',
  'deleted',
  'exported',
  'ignored',
] as const;
export type ShopEventOutcome = (typeof SHOP_EVENT_OUTCOMES)[number];

export interface ShopEventOutcomeEntry {
  readonly description: string;
}

export const SHOP_EVENT_OUTCOME: { readonly [value in ShopEventOutcome]: ShopEventOutcomeEntry } = {
  granted: { description: 'The shopper got what `granted` says.' },
  revoked: { description: 'What `revoked` says was taken back.' },
  recorded: {
    description: 'The order is known now, and nothing was granted or revoked: the model grants nothing for it, or all was used.',
  },
  guest_order: {
    description: "A guest's order: nothing is granted until the guest registers with the same email.",
  },
  claimed: { description: "Earlier guest orders are this shopper's now; `granted` says what they brought." },
  subscription_changed: { description: 'The subscription is as the event says.' },
  deleted: { description: 'Nothing personal of the shopper is kept any more.' },
  exported: { description: 'The answer carries what is kept of the shopper, in `export`.' },
  ignored: {
    description: 'Nothing in it concerns try-ons: a ping, a topic of another kind, an older state of what is known.',
  },
};

/** Every StorefrontModel, from openapi/shared/shopper.yaml. */
export const STOREFRONT_MODELS = ['FREE_ALL', 'SUBSCRIPTION', 'CREDITS_WITH_PURCHASE', 'PAY_PER_USE', 'FREEMIUM'] as const;
export type StorefrontModel = (typeof STOREFRONT_MODELS)[number];

export interface StorefrontModelEntry {
  readonly aliases: readonly ('PURCHASE_UNLOCK')[];
  readonly ctaType: CtaType;
  readonly gives: readonly (AllowanceSource)[];
  readonly spentReason: EndCustomerQuotaReason;
  readonly description: string;
}

export const STOREFRONT_MODEL: { readonly [value in StorefrontModel]: StorefrontModelEntry } = {
  FREE_ALL: {
    aliases: [],
    ctaType: 'none',
    gives: [],
    spentReason: 'quota_exhausted',
    description: 'Shoppers try on freely, guests too where guest mode is on; the merchant carries the cost.',
  },
  SUBSCRIPTION: {
    aliases: [],
    ctaType: 'subscribe',
    gives: ['subscription'],
    spentReason: 'no_plan',
    description: 'A paid subscription gives unlimited try-ons while it is active.',
  },
  CREDITS_WITH_PURCHASE: {
    aliases: ['PURCHASE_UNLOCK'],
    ctaType: 'purchase',
    gives: ['credits'],
    spentReason: 'quota_exhausted',
    description: 'Each paid order grants try-on credits, with an expiry the merchant sets.',
  },
  PAY_PER_USE: {
    aliases: [],
    ctaType: 'checkout',
    gives: ['session'],
    spentReason: 'quota_exhausted',
    description: 'A one-off checkout opens a time-boxed session.',
  },
  FREEMIUM: {
    aliases: [],
    ctaType: 'upgrade',
    gives: ['free', 'subscription'],
    spentReason: 'quota_exhausted',
    description: 'The first try-ons of each month are free, then a subscription.',
  },
};

/** Every CtaType, from openapi/shared/shopper.yaml. */
export const CTA_TYPES = ['try_on', 'checkout', 'upgrade', 'subscribe', 'purchase', 'sign_in', 'service_paused', 'none'] as const;
export type CtaType = (typeof CTA_TYPES)[number];

export interface CtaTypeEntry {
  readonly ui: 'trigger' | 'link' | 'notice' | 'hidden';
  readonly label: string;
  readonly description: string;
}

export const CTA: { readonly [value in CtaType]: CtaTypeEntry } = {
  try_on: { ui: 'trigger', label: 'Try it on', description: 'The shopper may try on now.' },
  checkout: { ui: 'link', label: 'Unlock try-on', description: 'PAY_PER_USE without an open session.' },
  upgrade: { ui: 'link', label: 'Upgrade', description: "FREEMIUM with this month's free try-ons spent." },
  subscribe: { ui: 'link', label: 'Subscribe', description: 'SUBSCRIPTION without an active subscription.' },
  purchase: {
    ui: 'link',
    label: 'Order to unlock',
    description: 'CREDITS_WITH_PURCHASE with no credit left.',
  },
  sign_in: {
    ui: 'link',
    label: 'Sign in to try on',
    description: 'A guest where the model needs to know the shopper.',
  },
  service_paused: {
    ui: 'notice',
    label: 'Try-on is paused for the moment',
    description: "The store's own pool is empty.",
  },
  none: { ui: 'hidden', label: '', description: 'Nothing to offer.' },
};

/** Every Plan, from openapi/shared/status.yaml. */
export const PLANS = ['free', 'starter', 'growth', 'scale'] as const;
export type Plan = (typeof PLANS)[number];

export interface PlanEntry {
  readonly description: string;
}

export const PLAN: { readonly [value in Plan]: PlanEntry } = {
  free: { description: 'No monthly fee, a small pool of try-ons.' },
  starter: { description: 'For a single small shop.' },
  growth: { description: 'For a growing shop or a pilot of a larger one.' },
  scale: { description: 'For high volume.' },
};

/** Every MonetizationModel, from openapi/shared/status.yaml. */
export const MONETIZATION_MODELS = ['per_tryon', 'per_order', 'subscription'] as const;
export type MonetizationModel = (typeof MONETIZATION_MODELS)[number];

export interface MonetizationModelEntry {
  readonly description: string;
}

export const MONETIZATION_MODEL: { readonly [value in MonetizationModel]: MonetizationModelEntry } = {
  per_tryon: { description: 'Each try-on is one credit; `quota` is always present.' },
  per_order: { description: 'Billed by order.' },
  subscription: { description: 'A flat fee; `quota` may be absent.' },
};

/** Every WidgetEventType, from openapi/shared/widget-events.yaml. */
export const WIDGET_EVENT_TYPES = [
  'WIDGET_OPENED',
  'PHOTO_UPLOADED',
  'TRYON_GENERATED',
  'TRYON_VIEWED',
  'RESULT_SHARED',
  'ADDED_TO_CART',
  'CHECKOUT_STARTED',
  'CLOSED',
] as const;
export type WidgetEventType = (typeof WIDGET_EVENT_TYPES)[number];

export interface WidgetEventTypeEntry {
  readonly step?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly description: string;
}

export const WIDGET_EVENT_TYPE: { readonly [value in WidgetEventType]: WidgetEventTypeEntry } = {
  WIDGET_OPENED: { step: 1, description: 'The try-on dialog was opened.' },
  PHOTO_UPLOADED: { step: 2, description: 'A photo was chosen and found usable.' },
  TRYON_GENERATED: { step: 3, description: 'A picture was generated.' },
  TRYON_VIEWED: { step: 4, description: 'The picture was on the screen.' },
  RESULT_SHARED: { description: 'The picture was shared or downloaded.' },
  ADDED_TO_CART: { step: 5, description: 'The product went into the cart.' },
  CHECKOUT_STARTED: { step: 6, description: 'The checkout was begun.' },
  CLOSED: { description: 'The dialog was closed.' },
};

/** Every ConversionPlatform, from openapi/shared/widget-events.yaml. */
export const CONVERSION_PLATFORMS = ['shopify', 'woocommerce', 'custom'] as const;
export type ConversionPlatform = (typeof CONVERSION_PLATFORMS)[number];

export interface ConversionPlatformEntry {
  readonly description: string;
}

export const CONVERSION_PLATFORM: { readonly [value in ConversionPlatform]: ConversionPlatformEntry } = {
  shopify: { description: 'Shopify.' },
  woocommerce: { description: 'WooCommerce.' },
  custom: { description: 'Any other shop.' },
};
