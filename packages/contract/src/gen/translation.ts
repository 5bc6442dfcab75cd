// Generated from openapi/shared/translation.yaml by `pnpm generate`. Do not edit.

import type { ErrorCode } from './catalogue.ts';

export interface Translation {
  /** Upstream's code, if it came with its catalogued status, to the storefront's. */
  readonly codes: { readonly [code in ErrorCode]: ErrorCode };
  /** Upstream's status (`404`) or class of statuses (`4XX`), where no word decides. The exact one wins. */
  readonly statuses: { readonly [status in '404' | '429' | '4XX' | '3XX' | '5XX']: ErrorCode };
  /** The `Retry-After` (seconds) of a `rate_limited` whose upstream gave none that is valid. */
  readonly retryAfterSeconds: number;
}

export const TRANSLATION: Translation = {
  codes: {
    invalid_api_key: 'invalid_api_key',
    cross_origin: 'cross_origin',
    path_not_allowed: 'path_not_allowed',
    rate_limited: 'rate_limited',
    quota_exhausted: 'quota_exhausted',
    upstream_unreachable: 'upstream_unreachable',
    internal_error: 'upstream_unreachable',
    invalid_request: 'internal_error',
    sign_in_required: 'internal_error',
    invalid_signature: 'internal_error',
    payload_too_large: 'payload_too_large',
    photo_rejected: 'photo_rejected',
  },
  statuses: {
    404: 'path_not_allowed',
    429: 'rate_limited',
    '4XX': 'internal_error',
    '3XX': 'upstream_unreachable',
    '5XX': 'upstream_unreachable',
  },
  retryAfterSeconds: 60,
};

/** The ways an upstream fails below HTTP or breaks the contract. */
export const FAULT_NAMES = [
  'refused',
  'unresolvable',
  'reset_before_headers',
  'reset_mid_body',
  'stall_before_headers',
  'stall_mid_body',
  'truncated',
  'not_json',
  'wrong_content_type',
  'empty',
  'html_500',
  'redirect',
  'oversize',
  'slow_drip',
] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

export interface Fault {
  readonly storefront: ErrorCode;
  readonly description: string;
}

export const FAULTS: { readonly [name in FaultName]: Fault } = {
  refused: { storefront: 'upstream_unreachable', description: "Nothing listens at the upstream's port." },
  unresolvable: {
    storefront: 'upstream_unreachable',
    description: "The upstream's host name does not resolve.",
  },
  reset_before_headers: {
    storefront: 'upstream_unreachable',
    description: 'The connection is reset before a byte of the answer.',
  },
  reset_mid_body: {
    storefront: 'upstream_unreachable',
    description: 'The connection is reset in the middle of the body.',
  },
  stall_before_headers: {
    storefront: 'upstream_unreachable',
    description: 'The request is taken and no answer ever starts.',
  },
  stall_mid_body: {
    storefront: 'upstream_unreachable',
    description: 'The answer stops in the middle of the body and stays open.',
  },
  truncated: { storefront: 'upstream_unreachable', description: 'The body ends before its Content-Length.' },
  not_json: { storefront: 'upstream_unreachable', description: 'The body says it is JSON and is not.' },
  wrong_content_type: {
    storefront: 'upstream_unreachable',
    description: 'The body is JSON and says it is HTML.',
  },
  empty: { storefront: 'upstream_unreachable', description: 'The answer is a 200 without a body.' },
  html_500: { storefront: 'upstream_unreachable', description: 'A 500 with an HTML error page.' },
  redirect: {
    storefront: 'upstream_unreachable',
    description: 'A redirect to another host. It is never followed.',
  },
  oversize: {
    storefront: 'upstream_unreachable',
    description: 'A body without end, past every documented size.',
  },
  slow_drip: {
    storefront: 'upstream_unreachable',
    description: 'The body comes a byte at a time and never ends in time.',
  },
};
