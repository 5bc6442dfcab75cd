// Generated from openapi/tryon.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

const answer400 = { mediaType: 'application/json', examples: ['invalid_request'], headers: ['X-Request-Id'] } as const;

const answer404 = { mediaType: 'application/json', examples: ['path_not_allowed'], headers: ['X-Request-Id'] } as const;

const answer413 = { mediaType: 'application/json', examples: ['payload_too_large'], headers: ['X-Request-Id'] } as const;

const answer422 = {
  mediaType: 'application/json',
  examples: [
    'photo_rejected.unsupported_format',
    'photo_rejected.unreadable',
    'photo_rejected.too_small',
    'photo_rejected.too_many_pixels',
    'photo_rejected.too_complex',
  ],
  headers: ['X-Request-Id'],
} as const;

const answer429 = { mediaType: 'application/json', examples: ['rate_limited'], headers: ['X-Request-Id', 'Retry-After'] } as const;

const answer500 = { mediaType: 'application/json', examples: ['internal_error'], headers: ['X-Request-Id'] } as const;

const answer502 = { mediaType: 'application/json', examples: ['upstream_unreachable'], headers: ['X-Request-Id'] } as const;

const words400 = [{ example: 'invalid_request', code: 'invalid_request' }] as const;

const words404 = [{ example: 'path_not_allowed', code: 'path_not_allowed' }] as const;

const words413 = [{ example: 'payload_too_large', code: 'payload_too_large' }] as const;

const words422 = [
  { example: 'photo_rejected.unsupported_format', code: 'photo_rejected', reason: 'unsupported_format' },
  { example: 'photo_rejected.unreadable', code: 'photo_rejected', reason: 'unreadable' },
  { example: 'photo_rejected.too_small', code: 'photo_rejected', reason: 'too_small' },
  { example: 'photo_rejected.too_many_pixels', code: 'photo_rejected', reason: 'too_many_pixels' },
  { example: 'photo_rejected.too_complex', code: 'photo_rejected', reason: 'too_complex' },
] as const;

const words429 = [{ example: 'rate_limited', code: 'rate_limited' }] as const;

const words500 = [{ example: 'internal_error', code: 'internal_error' }] as const;

const words502 = [{ example: 'upstream_unreachable', code: 'upstream_unreachable' }] as const;

export const analyzePhoto = {
  spec: 'tryon',
  operationId: 'analyzePhoto',
  method: 'POST',
  path: '/api/analyze',
  summary: 'Check a photo before a try-on',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 10551296,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['multipart/form-data'], examples: [] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['usable_photo', 'usable_with_warning'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: { mediaType: 'application/json', examples: ['invalid_api_key'], headers: ['X-Request-Id'] },
    403: { mediaType: 'application/json', examples: ['cross_origin'], headers: ['X-Request-Id'] },
    404: answer404,
    413: answer413,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

export const generateTryon = {
  spec: 'tryon',
  operationId: 'generateTryon',
  method: 'POST',
  path: '/api/tryon',
  summary: 'Generate a try-on',
  security: [['ApiKeyBearer'], ['ApiKeyHeader']],
  parameters: [{ name: 'X-End-Customer-Token', in: 'header', required: false }],
  rateLimit: { limit: 600, windowSeconds: 60, by: ['key'] },
  bodyLimit: 10551296,
  responseLimit: 33554432,
  request: { required: true, mediaTypes: ['multipart/form-data'], examples: [] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['generated_with_shopper', 'generated'],
      headers: ['X-Request-Id'],
    },
    400: answer400,
    401: {
      mediaType: 'application/json',
      examples: ['invalid_api_key', 'unauthorized', 'invalid_key', 'invalid_session_token'],
      headers: ['X-Request-Id'],
    },
    402: {
      mediaType: 'application/json',
      examples: [
        'quota_exhausted',
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
      examples: ['cross_origin', 'account_inactive', 'domain_not_allowed', 'token_store_mismatch'],
      headers: ['X-Request-Id'],
    },
    404: answer404,
    413: answer413,
    422: answer422,
    429: answer429,
    500: answer500,
    502: answer502,
  },
} as const satisfies Operation;

/** The operations of openapi/tryon.yaml. */
export const OPERATIONS = { analyzePhoto, generateTryon } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/tryon.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  analyzePhoto: {
    400: words400,
    401: [{ example: 'invalid_api_key', code: 'invalid_api_key' }],
    403: [{ example: 'cross_origin', code: 'cross_origin' }],
    404: words404,
    413: words413,
    422: words422,
    429: words429,
    500: words500,
    502: words502,
  },
  generateTryon: {
    400: words400,
    401: [
      { example: 'invalid_api_key', code: 'invalid_api_key' },
      { example: 'unauthorized', error: 'unauthorized' },
      { example: 'invalid_key', error: 'invalid_key' },
      { example: 'invalid_session_token', error: 'invalid_session_token' },
    ],
    402: [
      { example: 'quota_exhausted', code: 'quota_exhausted' },
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
      { example: 'cross_origin', code: 'cross_origin' },
      { example: 'account_inactive', error: 'account_inactive' },
      { example: 'domain_not_allowed', error: 'domain_not_allowed' },
      { example: 'token_store_mismatch', error: 'token_store_mismatch' },
    ],
    404: words404,
    413: words413,
    422: words422,
    429: words429,
    500: words500,
    502: words502,
  },
};
