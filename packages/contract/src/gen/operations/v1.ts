// Generated from openapi/v1.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

const answer200 = { mediaType: 'application/json', examples: ['page_one', 'last_page', 'empty'], headers: ['X-Request-Id'] } as const;

const answer400 = { mediaType: 'application/json', examples: ['invalid_body'], headers: ['X-Request-Id'] } as const;

const answer401 = { mediaType: 'application/json', examples: ['unauthorized', 'invalid_key'], headers: ['X-Request-Id'] } as const;

const answer403 = { mediaType: 'application/json', examples: ['account_inactive'], headers: ['X-Request-Id'] } as const;

const answer429 = { mediaType: 'application/json', examples: ['rate_limited'], headers: ['X-Request-Id', 'Retry-After'] } as const;

const answer500 = { mediaType: 'application/json', examples: ['internal_error'], headers: ['X-Request-Id'] } as const;

const answer201 = { mediaType: 'application/json', examples: ['created'], headers: ['X-Request-Id'] } as const;

const answer422 = { mediaType: 'application/json', examples: ['idempotency_conflict'], headers: ['X-Request-Id'] } as const;

const answer200_2 = { mediaType: 'application/json', examples: ['active', 'disabled'], headers: ['X-Request-Id'] } as const;

const answer404 = { mediaType: 'application/json', examples: ['not_found'], headers: ['X-Request-Id'] } as const;

const answer204 = { examples: [], headers: ['X-Request-Id'] } as const;

const answer200_3 = { mediaType: 'application/json', examples: ['updated'], headers: ['X-Request-Id'] } as const;

const answer400_2 = { mediaType: 'application/json', examples: ['invalid_body', 'metadata_too_large'], headers: ['X-Request-Id'] } as const;

const answer403_2 = { mediaType: 'application/json', examples: ['account_inactive', 'plan_not_found'], headers: ['X-Request-Id'] } as const;

const answer200_4 = { mediaType: 'application/json', examples: ['revoked'], headers: ['X-Request-Id'] } as const;

const answer202 = { mediaType: 'application/json', examples: ['pending'], headers: ['X-Request-Id'] } as const;

const words400 = [{ example: 'invalid_body', error: 'invalid_body' }] as const;

const words401 = [{ example: 'unauthorized', error: 'unauthorized' }, { example: 'invalid_key', error: 'invalid_key' }] as const;

const words403 = [{ example: 'account_inactive', error: 'account_inactive' }] as const;

const words429 = [{ example: 'rate_limited', error: 'rate_limited' }] as const;

const words500 = [{ example: 'internal_error', error: 'internal_error' }] as const;

const words422 = [{ example: 'idempotency_conflict', error: 'idempotency_conflict' }] as const;

const words404 = [{ example: 'not_found', error: 'not_found' }] as const;

const words400_2 = [
  { example: 'invalid_body', error: 'invalid_body' },
  { example: 'metadata_too_large', error: 'metadata_too_large' },
] as const;

const words403_2 = [
  { example: 'account_inactive', error: 'account_inactive' },
  { example: 'plan_not_found', error: 'plan_not_found' },
] as const;

export const listPlans = {
  spec: 'v1',
  operationId: 'listPlans',
  method: 'GET',
  path: '/api/v1/plans',
  summary: 'List plans',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'include_inactive', in: 'query', required: false },
    { name: 'includeInactive', in: 'query', required: false },
    { name: 'limit', in: 'query', required: false },
    { name: 'cursor', in: 'query', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 2097152,
  responses: {
    200: answer200,
    400: answer400,
    401: answer401,
    403: answer403,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createPlan = {
  spec: 'v1',
  operationId: 'createPlan',
  method: 'POST',
  path: '/api/v1/plans',
  summary: 'Create a plan, or update it by externalId',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['purchase_unlock', 'subscription'] },
  responses: {
    200: { mediaType: 'application/json', examples: ['upserted'], headers: ['X-Request-Id'] },
    201: answer201,
    400: answer400,
    401: answer401,
    403: answer403,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getPlan = {
  spec: 'v1',
  operationId: 'getPlan',
  method: 'GET',
  path: '/api/v1/plans/{id}',
  summary: 'Read a plan',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: answer200_2,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const disablePlan = {
  spec: 'v1',
  operationId: 'disablePlan',
  method: 'DELETE',
  path: '/api/v1/plans/{id}',
  summary: 'Disable a plan',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responses: {
    204: answer204,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const updatePlan = {
  spec: 'v1',
  operationId: 'updatePlan',
  method: 'PATCH',
  path: '/api/v1/plans/{id}',
  summary: 'Change a plan',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['more_tryons', 'enable'] },
  responses: {
    200: answer200_3,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const listCustomers = {
  spec: 'v1',
  operationId: 'listCustomers',
  method: 'GET',
  path: '/api/v1/customers',
  summary: 'List customers',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'status', in: 'query', required: false },
    { name: 'externalId', in: 'query', required: false },
    { name: 'limit', in: 'query', required: false },
    { name: 'cursor', in: 'query', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 2097152,
  responses: {
    200: answer200,
    400: answer400,
    401: answer401,
    403: answer403,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const upsertCustomer = {
  spec: 'v1',
  operationId: 'upsertCustomer',
  method: 'POST',
  path: '/api/v1/customers',
  summary: 'Create or update a customer by externalId',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: {
    required: true,
    mediaTypes: ['application/json'],
    examples: ['ensure', 'give_plan', 'detach_plan', 'forget'],
  },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['upserted', 'without_plan', 'PAUSED', 'CANCELLED'],
      headers: ['X-Request-Id'],
    },
    201: answer201,
    400: answer400_2,
    401: answer401,
    403: answer403_2,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getCustomer = {
  spec: 'v1',
  operationId: 'getCustomer',
  method: 'GET',
  path: '/api/v1/customers/{id}',
  summary: 'Read a customer',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['ACTIVE', 'without_plan', 'PAUSED', 'CANCELLED'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const cancelCustomer = {
  spec: 'v1',
  operationId: 'cancelCustomer',
  method: 'DELETE',
  path: '/api/v1/customers/{id}',
  summary: 'Cancel a customer',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responses: {
    204: answer204,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const updateCustomer = {
  spec: 'v1',
  operationId: 'updateCustomer',
  method: 'PATCH',
  path: '/api/v1/customers/{id}',
  summary: 'Change a customer',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['pause', 'change_plan'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['updated', 'without_plan', 'PAUSED', 'CANCELLED'],
      headers: ['X-Request-Id'],
    },
    400: answer400_2,
    401: answer401,
    403: answer403_2,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getCustomerUsage = {
  spec: 'v1',
  operationId: 'getCustomerUsage',
  method: 'GET',
  path: '/api/v1/customers/{id}/usage',
  summary: "Read a customer's usage",
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['usage', 'spent', 'granted', 'without_plan', 'PAUSED', 'CANCELLED'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createGrant = {
  spec: 'v1',
  operationId: 'createGrant',
  method: 'POST',
  path: '/api/v1/customers/{id}/grants',
  summary: 'Grant try-ons for an order',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['expiring', 'lasting'] },
  responses: {
    200: { mediaType: 'application/json', examples: ['already_granted'], headers: ['X-Request-Id'] },
    201: { mediaType: 'application/json', examples: ['granted'], headers: ['X-Request-Id'] },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const revokeGrant = {
  spec: 'v1',
  operationId: 'revokeGrant',
  method: 'DELETE',
  path: '/api/v1/customers/{id}/grants/{orderId}',
  summary: 'Revoke what an order granted',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }, { name: 'orderId', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: answer200_4,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const listSessions = {
  spec: 'v1',
  operationId: 'listSessions',
  method: 'GET',
  path: '/api/v1/customers/{id}/sessions',
  summary: "List a customer's sessions",
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'limit', in: 'query', required: false },
    { name: 'cursor', in: 'query', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 2097152,
  responses: {
    200: answer200,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createSession = {
  spec: 'v1',
  operationId: 'createSession',
  method: 'POST',
  path: '/api/v1/customers/{id}/sessions',
  summary: 'Mint a session token',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
  ],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: false, mediaTypes: ['application/json'], examples: ['for_product', 'short', 'older'] },
  responses: {
    201: { mediaType: 'application/json', examples: ['session', 'without_plan'], headers: ['X-Request-Id'] },
    400: answer400,
    401: answer401,
    403: {
      mediaType: 'application/json',
      examples: ['account_inactive', 'customer_inactive'],
      headers: ['X-Request-Id'],
    },
    404: answer404,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const revokeSession = {
  spec: 'v1',
  operationId: 'revokeSession',
  method: 'DELETE',
  path: '/api/v1/customers/{id}/sessions/{jti}',
  summary: 'Revoke a session',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }, { name: 'jti', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: answer200_4,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const listWebhookEndpoints = {
  spec: 'v1',
  operationId: 'listWebhookEndpoints',
  method: 'GET',
  path: '/api/v1/webhooks',
  summary: 'List webhook endpoints',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 262144,
  responses: {
    200: { mediaType: 'application/json', examples: ['endpoints', 'empty'], headers: ['X-Request-Id'] },
    400: answer400,
    401: answer401,
    403: answer403,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createWebhookEndpoint = {
  spec: 'v1',
  operationId: 'createWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhooks',
  summary: 'Register a webhook endpoint',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 60, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['chosen', 'all', 'own_secret'] },
  responses: {
    201: { mediaType: 'application/json', examples: ['created', 'own_secret'], headers: ['X-Request-Id'] },
    400: answer400,
    401: answer401,
    403: answer403,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getWebhookEndpoint = {
  spec: 'v1',
  operationId: 'getWebhookEndpoint',
  method: 'GET',
  path: '/api/v1/webhooks/{id}',
  summary: 'Read a webhook endpoint',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: answer200_2,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const deleteWebhookEndpoint = {
  spec: 'v1',
  operationId: 'deleteWebhookEndpoint',
  method: 'DELETE',
  path: '/api/v1/webhooks/{id}',
  summary: 'Delete a webhook endpoint',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 60, windowSeconds: 60, by: ['key'] },
  responses: {
    204: answer204,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const updateWebhookEndpoint = {
  spec: 'v1',
  operationId: 'updateWebhookEndpoint',
  method: 'PATCH',
  path: '/api/v1/webhooks/{id}',
  summary: 'Change a webhook endpoint',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'id', in: 'path', required: true }],
  rateLimit: { limit: 60, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['take_all', 'switch_off'] },
  responses: {
    200: answer200_3,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const testWebhookEndpoint = {
  spec: 'v1',
  operationId: 'testWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhooks/{id}/test',
  summary: 'Send a test event',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
  ],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    202: answer202,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const rotateWebhookSecret = {
  spec: 'v1',
  operationId: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/v1/webhooks/{id}/rotate-secret',
  summary: 'Replace a signing secret',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
  ],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: false, mediaTypes: ['application/json'], examples: ['at_once', 'one_hour'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['rotated', 'rotated_at_once'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const listWebhookDeliveries = {
  spec: 'v1',
  operationId: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/v1/webhooks/{id}/deliveries',
  summary: 'List deliveries',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'status', in: 'query', required: false },
    { name: 'limit', in: 'query', required: false },
    { name: 'cursor', in: 'query', required: false },
  ],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  responseLimit: 2097152,
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['page_one', 'pending', 'delivered', 'dead', 'empty'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const replayWebhookDelivery = {
  spec: 'v1',
  operationId: 'replayWebhookDelivery',
  method: 'POST',
  path: '/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay',
  summary: 'Deliver once more',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [
    { name: 'id', in: 'path', required: true },
    { name: 'deliveryId', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: false },
  ],
  rateLimit: { limit: 60, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    202: answer202,
    400: answer400,
    401: answer401,
    403: answer403,
    404: answer404,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const trackEvents = {
  spec: 'v1',
  operationId: 'trackEvents',
  method: 'POST',
  path: '/api/v1/events',
  summary: 'Report what shoppers did with the widget',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 6000, windowSeconds: 60, by: ['key'] },
  bodyLimit: 524288,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['one', 'batch'] },
  responses: {
    202: { mediaType: 'application/json', examples: ['one', 'batch'], headers: ['X-Request-Id'] },
    400: answer400_2,
    401: answer401,
    403: answer403,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createConversion = {
  spec: 'v1',
  operationId: 'createConversion',
  method: 'POST',
  path: '/api/v1/conversions',
  summary: 'Report an order',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['by_session', 'by_email'] },
  responses: {
    201: {
      mediaType: 'application/json',
      examples: ['attributed', 'unattributed', 'deduped'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const createReturn = {
  spec: 'v1',
  operationId: 'createReturn',
  method: 'POST',
  path: '/api/v1/returns',
  summary: 'Report a refund',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 1200, windowSeconds: 60, by: ['key'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['whole'] },
  responses: {
    201: {
      mediaType: 'application/json',
      examples: ['joined', 'before_its_order'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: answer401,
    403: answer403,
    422: answer422,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const getJwks = {
  spec: 'v1',
  operationId: 'getJwks',
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: 'Read the public signing keys',
  security: [],
  parameters: [],
  rateLimit: { limit: 300, windowSeconds: 60, by: ['ip'] },
  responseLimit: 65536,
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['one_key', 'rotating'],
      headers: ['X-Request-Id', 'Cache-Control'],
    },
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

/** The operations of openapi/v1.yaml. */
export const OPERATIONS = { listPlans, createPlan, getPlan, disablePlan, updatePlan, listCustomers, upsertCustomer, getCustomer, cancelCustomer, updateCustomer, getCustomerUsage, createGrant, revokeGrant, listSessions, createSession, revokeSession, listWebhookEndpoints, createWebhookEndpoint, getWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint, testWebhookEndpoint, rotateWebhookSecret, listWebhookDeliveries, replayWebhookDelivery, trackEvents, createConversion, createReturn, getJwks } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/v1.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  listPlans: { 400: words400, 401: words401, 403: words403, 429: words429, 500: words500 },
  createPlan: { 400: words400, 401: words401, 403: words403, 422: words422, 429: words429, 500: words500 },
  getPlan: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  disablePlan: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  updatePlan: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  listCustomers: { 400: words400, 401: words401, 403: words403, 429: words429, 500: words500 },
  upsertCustomer: {
    400: words400_2,
    401: words401,
    403: words403_2,
    422: words422,
    429: words429,
    500: words500,
  },
  getCustomer: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  cancelCustomer: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  updateCustomer: {
    400: words400_2,
    401: words401,
    403: words403_2,
    404: words404,
    429: words429,
    500: words500,
  },
  getCustomerUsage: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
  },
  createGrant: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    422: words422,
    429: words429,
    500: words500,
  },
  revokeGrant: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  listSessions: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  createSession: {
    400: words400,
    401: words401,
    403: [
      { example: 'account_inactive', error: 'account_inactive' },
      { example: 'customer_inactive', error: 'customer_inactive' },
    ],
    404: words404,
    422: words422,
    429: words429,
    500: words500,
  },
  revokeSession: { 400: words400, 401: words401, 403: words403, 404: words404, 429: words429, 500: words500 },
  listWebhookEndpoints: { 400: words400, 401: words401, 403: words403, 429: words429, 500: words500 },
  createWebhookEndpoint: {
    400: words400,
    401: words401,
    403: words403,
    422: words422,
    429: words429,
    500: words500,
  },
  getWebhookEndpoint: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
  },
  deleteWebhookEndpoint: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
  },
  updateWebhookEndpoint: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
  },
  testWebhookEndpoint: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    422: words422,
    429: words429,
    500: words500,
  },
  rotateWebhookSecret: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    422: words422,
    429: words429,
    500: words500,
  },
  listWebhookDeliveries: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    429: words429,
    500: words500,
  },
  replayWebhookDelivery: {
    400: words400,
    401: words401,
    403: words403,
    404: words404,
    422: words422,
    429: words429,
    500: words500,
  },
  trackEvents: { 400: words400_2, 401: words401, 403: words403, 422: words422, 429: words429, 500: words500 },
  createConversion: {
    400: words400,
    401: words401,
    403: words403,
    422: words422,
    429: words429,
    500: words500,
  },
  createReturn: { 400: words400, 401: words401, 403: words403, 422: words422, 429: words429, 500: words500 },
  getJwks: { 429: words429, 500: words500 },
};
