// Generated from openapi/status.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

export const getStatus = {
  spec: 'status',
  operationId: 'getStatus',
  method: 'GET',
  path: '/status',
  summary: "Read the account's status",
  security: [['ApiKeyQuery'], ['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [],
  rateLimit: { limit: 120, windowSeconds: 60, by: ['key'] },
  responseLimit: 65536,
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['ALLOWED', 'LOCKED', 'EXHAUSTED', 'ERROR', 'subscription_without_quota', 'overage'],
      headers: ['X-Request-Id'],
    },
    401: { mediaType: 'application/json', examples: ['invalid_api_key'], headers: ['X-Request-Id'] },
    402: { mediaType: 'application/json', examples: ['quota_exhausted'], headers: ['X-Request-Id'] },
    403: { mediaType: 'application/json', examples: ['cross_origin'], headers: ['X-Request-Id'] },
    404: { mediaType: 'application/json', examples: ['path_not_allowed'], headers: ['X-Request-Id'] },
    429: {
      mediaType: 'application/json',
      examples: ['rate_limited'],
      headers: ['X-Request-Id', 'Retry-After'],
    },
    500: { mediaType: 'application/json', examples: ['internal_error'], headers: ['X-Request-Id'] },
    502: { mediaType: 'application/json', examples: ['upstream_unreachable'], headers: ['X-Request-Id'] },
  },
} as const satisfies Operation;

/** The operations of openapi/status.yaml. */
export const OPERATIONS = { getStatus } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/status.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  getStatus: {
    401: [{ example: 'invalid_api_key', code: 'invalid_api_key' }],
    402: [{ example: 'quota_exhausted', code: 'quota_exhausted' }],
    403: [{ example: 'cross_origin', code: 'cross_origin' }],
    404: [{ example: 'path_not_allowed', code: 'path_not_allowed' }],
    429: [{ example: 'rate_limited', code: 'rate_limited' }],
    500: [{ example: 'internal_error', code: 'internal_error' }],
    502: [{ example: 'upstream_unreachable', code: 'upstream_unreachable' }],
  },
};
