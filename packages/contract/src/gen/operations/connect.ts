// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from '../operation.ts';

const answer400 = { mediaType: 'application/json', examples: ['invalid_body'], headers: ['X-Request-Id'] } as const;

const answer429 = { mediaType: 'application/json', examples: ['rate_limited'], headers: ['X-Request-Id', 'Retry-After'] } as const;

const answer500 = { mediaType: 'application/json', examples: ['internal_error'], headers: ['X-Request-Id'] } as const;

const answer403 = { mediaType: 'application/json', examples: ['account_inactive'], headers: ['X-Request-Id'] } as const;

const words400 = [{ example: 'invalid_body', error: 'invalid_body' }] as const;

const words429 = [{ example: 'rate_limited', error: 'rate_limited' }] as const;

const words500 = [{ example: 'internal_error', error: 'internal_error' }] as const;

const words403 = [{ example: 'account_inactive', error: 'account_inactive' }] as const;

export const startConnect = {
  spec: 'connect',
  operationId: 'startConnect',
  method: 'GET',
  path: '/oauth/wordpress',
  summary: 'Show the consent page',
  security: [['PortalSession'], []],
  parameters: [
    { name: 'site_url', in: 'query', required: true },
    { name: 'site_name', in: 'query', required: true },
    { name: 'admin_email', in: 'query', required: true },
    { name: 'return_url', in: 'query', required: true },
    { name: 'platform', in: 'query', required: true },
    { name: 'plugin_version', in: 'query', required: true },
    { name: 'state', in: 'query', required: true },
  ],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip'] },
  responseLimit: 262144,
  responses: {
    200: {
      mediaType: 'text/html',
      examples: ['consent', 'signed_out'],
      headers: ['X-Request-Id', 'Cache-Control', 'Content-Security-Policy', 'Referrer-Policy'],
    },
    400: answer400,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const decideConnect = {
  spec: 'connect',
  operationId: 'decideConnect',
  method: 'POST',
  path: '/oauth/wordpress',
  summary: 'Allow or deny',
  security: [['PortalSession']],
  parameters: [],
  rateLimit: { limit: 30, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: {
    required: true,
    mediaTypes: ['application/x-www-form-urlencoded'],
    examples: ['allow', 'allow_store', 'deny'],
  },
  responses: {
    302: {
      mediaType: 'text/html',
      examples: ['allowed', 'denied'],
      headers: ['X-Request-Id', 'Cache-Control', 'Referrer-Policy', 'Location'],
    },
    400: answer400,
    403: answer403,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

export const exchangeConnectCode = {
  spec: 'connect',
  operationId: 'exchangeConnectCode',
  method: 'POST',
  path: '/oauth/wordpress/exchange',
  summary: 'Exchange the one-time code',
  security: [],
  parameters: [],
  rateLimit: { limit: 10, windowSeconds: 60, by: ['ip'] },
  bodyLimit: 16384,
  responseLimit: 65536,
  request: { required: true, mediaTypes: ['application/json'], examples: ['exchange'] },
  responses: {
    200: {
      mediaType: 'application/json',
      examples: ['connected', 'connected_without_external_id'],
      headers: ['X-Request-Id', 'Cache-Control'],
    },
    400: answer400,
    403: answer403,
    429: answer429,
    500: answer500,
  },
} as const satisfies Operation;

/** The operations of openapi/connect.yaml. */
export const OPERATIONS = { startConnect, decideConnect, exchangeConnectCode } as const satisfies Record<string, Operation>;

/** The errors that the operations of openapi/connect.yaml document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = {
  startConnect: { 400: words400, 429: words429, 500: words500 },
  decideConnect: { 400: words400, 403: words403, 429: words429, 500: words500 },
  exchangeConnectCode: { 400: words400, 403: words403, 429: words429, 500: words500 },
};
