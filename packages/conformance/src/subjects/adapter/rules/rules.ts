import type { RuleTexts } from '../../../core/cells/cell.ts';

/**
 * Every rule of an adapter. A check is a rule held against one operation, `<operationId>.<rule>`; both names
 * are stable, so that a build can be gated on them.
 */
export const ADAPTER_RULES = {
  answer: {
    says: 'A call that goes well answers the documented success with what the upstream said.',
    source: 'storefront.yaml#/paths',
  },
  access: {
    says: 'A documented access value reaches the browser as it is; an unknown, missing or mistyped one is answered as ERROR.',
    source: 'shared/access.yaml#/Access',
  },
  'shopper-view': {
    says: 'canTryOn, ctaType and remaining follow from access and the store model.',
    source: 'shared/shopper.yaml#/ShopperView',
  },
  'session-token': {
    says: 'The session token is the signed-in shopper’s own, freshly minted; a guest has none; it goes upstream only for a customer with a plan.',
    source: 'storefront.yaml#/paths/~1status/get',
  },
  'token-kept': {
    says: 'A session token is kept until a minute before it expires, and not longer.',
    source: 'storefront.yaml#/paths/~1status/get',
  },
  translation: {
    says: 'A catalogued upstream error becomes the storefront code of the translation table, with the portal’s word and reason kept.',
    source: 'shared/translation.yaml#/Translation/codes',
  },
  'unknown-error': {
    says: 'An error word that is unknown, or comes with another status than its own, is judged by its status alone.',
    source: 'shared/translation.yaml#/Translation/statuses',
  },
  'broken-answer': {
    says: 'A success that breaks its schema, is no object or is not documented is upstream_unreachable.',
    source: 'storefront.yaml#/info',
  },
  fault: {
    says: 'A connection that fails below HTTP, or an answer that is not the contract, is upstream_unreachable.',
    source: 'shared/translation.yaml#/Faults',
  },
  'retry-after': {
    says: 'rate_limited always carries Retry-After: the upstream’s if it is a delay or a date, else 60.',
    source: 'shared/translation.yaml#/Translation/retryAfterSeconds',
  },
  'error-body': {
    says: 'Nothing of an upstream error body is copied but its two catalogued words.',
    source: 'shared/storefront-errors.yaml#/StorefrontError',
  },
  'headers-back': {
    says: 'No header or cookie of the upstream reaches the browser.',
    source: 'storefront.yaml#/info',
  },
  'no-secret': {
    says: 'The API key and the internal secret are in no byte that reaches the browser, in no encoding.',
    source: 'status.yaml#/paths/~1status/get',
  },
  spec: {
    says: 'Every answer is one the operation documents: its status, media type, body and required headers.',
    source: 'storefront.yaml#/paths',
  },
  'request-id': {
    says: 'Every answer, good or bad, carries an X-Request-Id of its own.',
    source: 'shared/headers.yaml#/X-Request-Id',
  },
  private: {
    says: 'Answers are for one shopper and one page view: Cache-Control: private, no-store.',
    source: 'shared/headers.yaml#/Cache-Control-Private',
  },
  'rate-limit-headers': {
    says: 'Answers say what is left of the limit: RateLimit and RateLimit-Policy.',
    source: 'shared/headers.yaml#/RateLimit',
  },
  'upstream-call': {
    says: 'The calls made upstream are the documented ones, at their constant paths, once each, and no redirect is followed.',
    source: 'storefront.yaml#/paths',
  },
  key: {
    says: 'Every upstream call carries the store’s key, as a bearer token or in its documented place.',
    source: 'shared/security.yaml#/ApiKeyBearer',
  },
  cookie: {
    says: 'No cookie of the browser goes upstream.',
    source: 'storefront.yaml#/info',
  },
  'client-key': {
    says: 'A key, Authorization or session token that the browser sends never goes upstream.',
    source: 'storefront.yaml#/info',
  },
  'request-headers': {
    says: 'Request headers go upstream by allow-list: nothing hop-by-hop, forwarded, or unknown.',
    source: 'storefront.yaml#/info',
  },
  'request-body': {
    says: 'What the adapter itself sends to the portal is valid by the portal’s schema and never restarts the shopper’s period.',
    source: 'v1.yaml#/paths/~1api~1v1~1customers/post',
  },
  identity: {
    says: 'The shopper comes from the shop’s own session, never from the request, and has a canonical externalId.',
    source: 'shared/external-id.yaml#/ExternalId',
  },
  body: {
    says: 'The form reaches the backend byte for byte, with its content type.',
    source: 'storefront.yaml#/paths/~1proxy~1api~1tryon/post',
  },
  stream: {
    says: 'The form is streamed: the backend sees its first bytes before the browser has sent the last.',
    source: 'storefront.yaml#/paths/~1proxy~1api~1tryon/post',
  },
  'body-limit': {
    says: 'A body over the limit is payload_too_large; the upstream is not touched, or never gets the whole of it.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/payload_too_large',
  },
  'request-body-rules': {
    says: 'A body that breaks the operation’s own schema is refused before the upstream is touched.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/invalid_request',
  },
  origin: {
    says: 'A mutation needs the shop’s own Origin; without one the Referer decides; null, foreign or neither is cross_origin.',
    source: 'storefront.yaml#/info',
  },
  csrf: {
    says: 'A mutation needs the viewer’s own CSRF token; a missing, altered or foreign one is refused.',
    source: 'shared/security.yaml#/Nonce',
  },
  guest: {
    says: 'A guest is told to sign in where only shoppers may go, and served where the model lets guests in.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/sign_in_required',
  },
  method: {
    says: 'Another method at a known path is path_not_allowed.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/path_not_allowed',
  },
  path: {
    says: 'The path only selects one of a closed list; whatever is not on it is path_not_allowed and goes nowhere.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/path_not_allowed',
  },
  'rate-limit': {
    says: 'The announced limit trips with rate_limited and Retry-After, per address as the trusted proxy reports it.',
    source: 'storefront.yaml#/paths',
  },
  abort: {
    says: 'When the browser goes away, so does the upstream call.',
    source: 'storefront.yaml#/paths',
  },
  coalesce: {
    says: 'Identical status calls at the same time make one upstream call.',
    source: 'storefront.yaml#/paths/~1status/get',
  },
  fresh: {
    says: 'A status is never kept: the next call asks again, and no shopper sees another’s.',
    source: 'storefront.yaml#/paths/~1status/get',
  },
  'mint-once': {
    says: 'invalid_session_token mints a fresh session and repeats the call once; a second one is internal_error.',
    source: 'shared/portal-errors.yaml#/PortalErrorCode/x-values/invalid_session_token',
  },
  'not-offered': {
    says: 'An operation the adapter does not offer is path_not_allowed and touches nothing.',
    source: 'shared/code-errors.yaml#/ErrorCode/x-values/path_not_allowed',
  },
  allowance: {
    says: 'A try-on takes exactly one of what the shopper has; where nothing is left it is refused in the shopper’s own words, and nothing is asked of the upstream.',
    source: 'storefront.yaml#/paths/~1credits~1use/post',
  },
  release: {
    says: 'What was held for a try-on is the shopper’s again, whatever kept it from being made.',
    source: 'storefront.yaml#/paths/~1credits~1use/post',
  },
  idempotency: {
    says: 'A repeated Idempotency-Key takes nothing more, and is of its shopper alone.',
    source: 'storefront.yaml#/paths/~1credits~1use/post',
  },
  account: {
    says: 'The account says what the shopper has, what brought it and what became of it, to the shopper alone.',
    source: 'shared/account.yaml#/ShopperAccount',
  },
  grant: {
    says: 'A paid order grants what the model says, once; a guest’s order grants nothing until its buyer registers.',
    source: 'shared/shop-events.yaml#/ShopEventType/x-values/order.paid',
  },
  revoke: {
    says: 'A refund takes back what is unspent, in proportion and rounded for the shopper; a cancelled order all of it.',
    source: 'shared/shop-events.yaml#/ShopEventType/x-values/order.refunded',
  },
  subscription: {
    says: 'A subscription sets no limit while it is active, permits nothing while it rests, and ends once; the order of events is the order in which they happened.',
    source: 'shared/shop-events.yaml#/ShopSubscriptionChanged',
  },
  expiry: {
    says: 'What has expired cannot be used.',
    source: 'shared/account.yaml#/ShopperCredit',
  },
  privacy: {
    says: 'What is kept of a shopper is told when they ask, and is nobody’s once they are deleted.',
    source: 'shared/shop-events.yaml#/ShopEventType/x-values/shopper.deleted',
  },
  signature: {
    says: 'A server’s call counts only if it is signed, over these very bytes, by who knows the secret, at most five minutes ago.',
    source: 'shared/security.yaml#/ShopSignature',
  },
  replay: {
    says: 'An event that was taken before is answered as such, and does nothing.',
    source: 'storefront.yaml#/paths/~1webhook/post',
  },
} as const satisfies RuleTexts;

export type AdapterRule = keyof typeof ADAPTER_RULES;
