// Generated from openapi/tryon-track.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

export const trackTryon = {
  spec: 'tryon-track',
  operationId: 'trackTryon',
  method: 'POST',
  path: '/api/tryon/track',
  summary: 'Report a try-on and debit it',
  security: [['InternalSecret']],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: false }],
  rateLimit: { limit: 6000, windowSeconds: 60, by: ['key'] },
  bodyLimit: 65536,
  responseLimit: 65536,
  request: {
    required: true,
    mediaTypes: ['application/json'],
    examples: ['with_shopper', 'without_shopper', 'failed_generation'],
  },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['debited_with_shopper', 'debited'],
      headers: ['X-Request-Id'],
    },
    400: { mediaType: 'application/json', examples: ['invalid_body'], headers: ['X-Request-Id'] },
    401: {
      mediaType: 'application/json',
      examples: ['unauthorized', 'invalid_key', 'invalid_session_token'],
      headers: ['X-Request-Id'],
    },
    402: {
      mediaType: 'application/json',
      examples: [
        'credit_limit_reached',
        'end_customer_quota.quota_exhausted',
        'end_customer_quota.no_plan',
        'end_customer_quota.paused',
        'end_customer_quota.cancelled',
      ],
      headers: ['X-Request-Id'],
    },
    403: {
      mediaType: 'application/json',
      examples: ['account_inactive', 'domain_not_allowed', 'token_store_mismatch'],
      headers: ['X-Request-Id'],
    },
    422: { mediaType: 'application/json', examples: ['idempotency_conflict'], headers: ['X-Request-Id'] },
    429: {
      mediaType: 'application/json',
      examples: ['rate_limited'],
      headers: ['X-Request-Id', 'Retry-After'],
    },
    500: { mediaType: 'application/json', examples: ['internal_error'], headers: ['X-Request-Id'] },
  },
} as const satisfies Operation;

/** The operations of openapi/tryon-track.yaml. */
export const OPERATIONS = { trackTryon } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/tryon-track.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  trackTryon: {
    400: [{ example: 'invalid_body', error: 'invalid_body' }],
    401: [
      { example: 'unauthorized', error: 'unauthorized' },
      { example: 'invalid_key', error: 'invalid_key' },
      { example: 'invalid_session_token', error: 'invalid_session_token' },
    ],
    402: [
      { example: 'credit_limit_reached', error: 'credit_limit_reached' },
      {
        example: 'end_customer_quota.quota_exhausted',
        error: 'end_customer_quota',
        reason: 'quota_exhausted',
      },
      { example: 'end_customer_quota.no_plan', error: 'end_customer_quota', reason: 'no_plan' },
      { example: 'end_customer_quota.paused', error: 'end_customer_quota', reason: 'paused' },
      { example: 'end_customer_quota.cancelled', error: 'end_customer_quota', reason: 'cancelled' },
    ],
    403: [
      { example: 'account_inactive', error: 'account_inactive' },
      { example: 'domain_not_allowed', error: 'domain_not_allowed' },
      { example: 'token_store_mismatch', error: 'token_store_mismatch' },
    ],
    422: [{ example: 'idempotency_conflict', error: 'idempotency_conflict' }],
    429: [{ example: 'rate_limited', error: 'rate_limited' }],
    500: [{ example: 'internal_error', error: 'internal_error' }],
  },
};
