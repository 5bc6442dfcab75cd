import {
  ERROR_WORDS,
  ERRORS,
  type ErrorCode,
  FAULTS,
  type FaultName,
  PORTAL_ERRORS,
  TRANSLATION,
} from '@genvoris/contract';
import { ERROR_REASONS } from '../../../core/contract/reasons.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { ExpectedError } from './expected.ts';
import { expectedRetryAfter } from './retry-after.ts';

/** An upstream answer as it is scripted: `body` is the JSON value, or `undefined` where it is not JSON. */
export interface ScriptedAnswer {
  status: number;
  body: unknown;
  retryAfter?: string | undefined;
}

/** The storefront's error for an upstream answer that is not the documented success. */
export function translate(operationId: StorefrontOperationId, answer: ScriptedAnswer): ExpectedError {
  const { status, body, retryAfter } = answer;
  const found: Found = byWord(status, body) ?? { code: byStatus(status) };
  const shown = (ERROR_WORDS[operationId][ERRORS[found.code].status] ?? []).filter(
    ({ code }) => code === found.code,
  );
  // We never emit what the operation does not document: a GET has no 413, whatever the upstream says.
  if (shown.length === 0) return { ...ownError('internal_error'), errorIsOptional: true, error: found.error };
  return {
    ...ownError(found.code),
    error: found.error,
    errorIsOptional: !shown.some(({ error, reason }) => error === found.error && reason === found.reason),
    reason: found.reason,
    ...(found.code === 'rate_limited' && { retryAfter: expectedRetryAfter(retryAfter) }),
  };
}

export function translateFault(fault: FaultName): ExpectedError {
  return ownError(FAULTS[fault].storefront);
}

export function ownError(code: ErrorCode, native?: number): ExpectedError {
  return { kind: 'error', code, status: ERRORS[code].status, ...(native !== undefined && { native }) };
}

type Found = Pick<ExpectedError, 'code' | 'error' | 'reason'>;

// A word counts only with the status its catalogue gives it: a 400 that says `quota_exhausted` is a 400.
function byWord(status: number, body: unknown): Found | undefined {
  const { error, code, reason } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const word = error ?? code;
  const portal = entryOf(PORTAL_ERRORS, word);
  if (portal?.status === status) {
    return { code: portal.storefront, error: word as string, reason: knownReason(word, reason) };
  }
  if (entryOf(ERRORS, word)?.status !== status) return undefined;
  const translated = TRANSLATION.codes[word as ErrorCode];
  // The reason explains the code; under another code it explains nothing.
  return { code: translated, reason: translated === word ? knownReason(word, reason) : undefined };
}

function byStatus(status: number): ErrorCode {
  const statuses: Record<string, ErrorCode> = TRANSLATION.statuses;
  // An undocumented success breaks the schema as much as a broken body does.
  return statuses[String(status)] ?? statuses[`${String(status)[0]}XX`] ?? 'upstream_unreachable';
}

function knownReason(word: unknown, reason: unknown): string | undefined {
  const known = ERROR_REASONS.get(word as string);
  return typeof reason === 'string' && known?.has(reason) ? reason : undefined;
}

function entryOf<T>(table: Readonly<Record<string, T>>, word: unknown): T | undefined {
  return typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;
}
