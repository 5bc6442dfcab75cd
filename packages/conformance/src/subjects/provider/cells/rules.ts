import type { RuleTexts } from '../../../core/cells/cell.ts';

/** Held against every answer that a cell sees. */
export const GENERAL_RULES = {
  spec: {
    says: 'Every answer has a documented status, media type, body and headers.',
    source: 'openapi/*.yaml#/paths',
  },
  'error-word': {
    says: 'An error is of a documented family, and its word is catalogued for its status.',
    source: 'shared/portal-errors.yaml#/PortalErrorCode, shared/code-errors.yaml#/ErrorCode',
  },
  'request-id': {
    says: 'Every answer names its request, and no two requests have one name.',
    source: 'shared/headers.yaml#/X-Request-Id',
  },
  'no-secret': {
    says: 'No answer repeats an API key, the internal secret or a session token that it was sent.',
    source: 'shared/security.yaml',
  },
  'no-internals': {
    says: 'No answer shows a stack trace, a file, an SQL statement or a database error.',
    source: 'shared/portal-errors.yaml#/PortalError',
  },
  'not-shared': {
    says: 'No answer to a key, a secret or a merchant may be kept by a shared cache.',
    source: 'status.yaml#/paths/~1status/get',
  },
} as const satisfies RuleTexts;

const REQUEST_RULES = {
  answer: {
    says: 'Every documented answer comes where its situation is brought about.',
    source: 'openapi/*.yaml#/paths',
  },
  credentials: {
    says: 'A request without valid credentials is refused with the documented word, however they are spoilt.',
    source: 'shared/security.yaml',
  },
  invalid: {
    says: 'A body, form or parameter that breaks its schema is refused as invalid.',
    source: 'openapi/*.yaml#/components/schemas',
  },
  'field-errors': {
    says: 'The refusal of an invalid body names the field by JSON pointer, and the first of them in detail.',
    source: 'shared/portal-errors.yaml#/PortalError/properties/fieldErrors',
  },
  query: {
    says: 'A query parameter that is not documented, or comes twice, is refused and named.',
    source: 'v1.yaml#/info',
  },
  bounds: {
    says: 'A value exactly at its bound is taken.',
    source: 'openapi/*.yaml#/components/schemas',
  },
  hostile: {
    says: 'A value that is allowed but awkward is answered as documented, never by a failure.',
    source: 'openapi/*.yaml#/paths',
  },
  encoding: {
    says: 'A body that is not JSON, not UTF-8, not whole or of another media type is refused as invalid.',
    source: 'v1.yaml#/info',
  },
  'body-limit': {
    says: 'A body over the limit is refused, announced or in chunks; one at the limit is read.',
    source: 'openapi/*.yaml x-body-limit',
  },
  'unknown-id': {
    says: 'An id that is unknown, malformed or hostile finds nothing.',
    source: 'shared/portal-errors.yaml#/responses/PortalNotFound',
  },
  method: {
    says: 'A method that a path does not document finds nothing.',
    source: 'openapi/*.yaml#/paths',
  },
  path: {
    says: 'A path that is not documented finds nothing, however it is spelt.',
    source: 'openapi/*.yaml#/paths',
  },
  head: {
    says: 'HEAD gets no body and does nothing; OPTIONS opens nothing to other origins.',
    source: 'RFC 9110, section 9.3.2',
  },
  'rate-limit': {
    says: 'What is over the limit answers 429 with a Retry-After that is a delay or a date.',
    source: 'openapi/*.yaml x-rate-limit',
  },
} as const satisfies RuleTexts;

const STATE_RULES = {
  'idempotent-replay': {
    says: 'The same Idempotency-Key with the same request gets the same answer and takes effect once.',
    source: 'v1.yaml#/components/parameters/IdempotencyKey',
  },
  'idempotent-conflict': {
    says: 'The same Idempotency-Key with another request is idempotency_conflict and takes no effect.',
    source: 'v1.yaml#/components/parameters/IdempotencyKey',
  },
  'idempotent-race': {
    says: 'Requests that come at once with one Idempotency-Key take effect once.',
    source: 'v1.yaml#/components/parameters/IdempotencyKey',
  },
  'idempotent-scope': {
    says: 'An Idempotency-Key of one store means nothing in another.',
    source: 'v1.yaml#/components/parameters/IdempotencyKey',
  },
  isolation: {
    says: 'A second store can neither read nor change what is the first’s.',
    source: 'v1.yaml#/info',
  },
  paging: {
    says: 'Pages go newest first, cover everything once, stay whole under writes, and end with null.',
    source: 'v1.yaml#/components/parameters/Cursor',
  },
  upsert: {
    says: 'A repeat by externalId changes what is given, leaves the rest, and makes no second one.',
    source: 'v1.yaml#/paths',
  },
  effect: {
    says: 'What the operation says it does can be read back, and nothing else has changed.',
    source: 'openapi/*.yaml#/paths',
  },
  repeat: {
    says: 'Doing it again changes nothing and answers the same, where the contract says so.',
    source: 'v1.yaml#/paths',
  },
  period: {
    says: 'Only resetPeriod moves the period and gives back what is used.',
    source: 'v1.yaml#/components/schemas/UpsertCustomerRequest/properties/resetPeriod',
  },
  'once-per-order': {
    says: 'One order grants once and counts once, whoever tells of it and however often; a second order adds.',
    source: 'v1.yaml#/paths/~1api~1v1~1customers~1{id}~1grants/post',
  },
  'by-email': {
    says: 'An order follows the try-on of the customer with its email, and of no other.',
    source: 'v1.yaml#/paths/~1api~1v1~1conversions/post',
  },
  'spending-order': {
    says: 'A plan is spent before grants, and grants soonest-expiring first.',
    source: 'v1.yaml#/paths/~1api~1v1~1customers~1{id}~1grants/post',
  },
  token: {
    says: 'A session token is an RS256 JWT that the published keys verify, with the documented claims.',
    source: 'v1.yaml#/paths/~1api~1v1~1customers~1{id}~1sessions/post',
  },
  forgery: {
    says: 'A token that is tampered with, re-signed, re-encoded or revoked is refused.',
    source: 'tryon-track.yaml#/paths',
  },
  debit: {
    says: 'A successful try-on takes one credit and one of the shopper’s, whatever its variations.',
    source: 'tryon-track.yaml#/paths/~1api~1tryon~1track/post',
  },
  'no-debit': {
    says: 'A failed or refused try-on takes nothing.',
    source: 'tryon-track.yaml#/paths/~1api~1tryon~1track/post',
  },
  exact: {
    says: 'Of try-ons that come at once exactly as many succeed as are left.',
    source: 'tryon-track.yaml#/paths/~1api~1tryon~1track/post',
  },
  order: {
    says: 'Of several things that are wrong the first in the documented order is named.',
    source: 'tryon-track.yaml#/info',
  },
  clear: {
    says: 'What is given as null is cleared, and what is not given stays.',
    source: 'v1.yaml#/components/schemas/CustomerMetadataInput',
  },
  filter: {
    says: 'A list by externalId has the customer with exactly that id, or nobody.',
    source: 'v1.yaml#/paths/~1api~1v1~1customers/get',
  },
  'older-spelling': {
    says: 'An older spelling works, and the one of today counts before it.',
    source: 'v1.yaml#/paths',
  },
  unsignable: {
    says: 'A secret of the store’s own is taken if it can be used as given, and refused if not.',
    source: 'v1.yaml#/components/schemas/CreateWebhookEndpointRequest/properties/secret',
  },
  guessing: {
    says: 'An address that failed to authenticate too often is refused, whatever it presents.',
    source: 'shared/security.yaml x-failure-limit',
  },
  'shown-once': {
    says: 'A secret is shown when it is made and never again, and one of the store’s own not at all.',
    source: 'v1.yaml#/paths/~1api~1v1~1webhooks/post',
  },
} as const satisfies RuleTexts;

export const PROVIDER_RULES = { ...GENERAL_RULES, ...REQUEST_RULES, ...STATE_RULES };
export type GeneralRule = keyof typeof GENERAL_RULES;
export type ProviderRule = keyof typeof PROVIDER_RULES;
export type CellRule = Exclude<ProviderRule, GeneralRule>;
