import {
  ERRORS,
  type ErrorCode,
  type Operation,
  PORTAL_ERRORS,
  type PortalErrorCode,
  type SpecName,
} from '@genvoris/contract';
import type { ApiError } from '../../foundation/api-error.ts';

/** What goes out, before it is a Response. */
export interface WireAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** A page, in place of `body`. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Family = 'error' | 'code';

/** Which error family a spec speaks (openapi/shared/portal-errors.yaml, code-errors.yaml). */
const FAMILIES: Readonly<Record<SpecName, Family>> = {
  v1: 'error',
  'tryon-track': 'error',
  connect: 'error',
  status: 'code',
  tryon: 'code',
  storefront: 'code',
};

export function familyOf({ spec }: Pick<Operation, 'spec'>): Family {
  return FAMILIES[spec];
}

/** The same refusal in the other family, for the words that one family lacks. */
const AS_CODE: Readonly<Partial<Record<PortalErrorCode, ErrorCode>>> = {
  unauthorized: 'invalid_api_key',
  invalid_key: 'invalid_api_key',
  account_inactive: 'invalid_api_key',
  not_found: 'path_not_allowed',
  invalid_body: 'invalid_request',
};
const AS_ERROR: Readonly<Partial<Record<ErrorCode, PortalErrorCode>>> = {
  invalid_api_key: 'invalid_key',
  path_not_allowed: 'not_found',
  invalid_request: 'invalid_body',
  payload_too_large: 'invalid_body',
};

/** Writes a refusal in the operation's family. */
export function toErrorAnswer(family: Family, { code, more }: ApiError): WireAnswer {
  const headers = {
    ...more.headers,
    ...(more.retryAfter === undefined ? {} : { 'Retry-After': String(more.retryAfter) }),
  };
  if ((more.family ?? family) === 'code') {
    const word = isErrorCode(code) ? code : AS_CODE[code];
    if (word) {
      const { status, message } = ERRORS[word];
      const reason = more.reason === undefined ? {} : { reason: more.reason };
      const body = { code: word, ...reason, message: more.detail ?? fieldSentence(more) ?? message };
      return { status, headers, body };
    }
  }
  const word = isPortalCode(code) ? code : (AS_ERROR[code as ErrorCode] ?? 'internal_error');
  const { status, message } = PORTAL_ERRORS[word];
  const { reason, used, limit, fieldErrors } = more;
  const detail = word === 'invalid_body' ? firstField(more) : more.detail;
  const body = {
    error: word,
    message,
    ...(detail === undefined ? {} : { detail }),
    ...(reason === undefined ? {} : { reason }),
    ...(used === undefined ? {} : { used }),
    ...(limit === undefined ? {} : { limit }),
    ...(fieldErrors === undefined ? {} : { fieldErrors }),
  };
  return { status, headers, body };
}

const MOST_DETAIL = 2000;

/** Where a request is wrong first; a sentence only if that is no field, or one whose name has no room. */
function firstField({ detail, fieldErrors = {} }: ApiError['more']): string | undefined {
  const pointers = Object.keys(fieldErrors);
  const [first = ''] = pointers.filter((pointer) => pointer !== '');
  if (first !== '' && first.length <= MOST_DETAIL) return first;
  return detail ?? Object.values(fieldErrors)[0]?.[0];
}

function fieldSentence({ fieldErrors }: ApiError['more']): string | undefined {
  const [first] = Object.entries(fieldErrors ?? {});
  return first && `${first[0] || 'The body'} ${first[1][0] ?? 'is not valid'}.`;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
function isPortalCode(code: string): code is PortalErrorCode {
  return Object.hasOwn(PORTAL_ERRORS, code);
}
