import { ERRORS, type ErrorCode, type ErrorWord, TRANSLATION } from '@genvoris/contract';
import { ERROR_WORDS, OPERATIONS } from '@genvoris/contract/operations/storefront';
import type { Failure, FailureKind } from '../exchange/failure.ts';
import type { StorefrontOperationId } from '../exchange/routes.ts';

export interface FailureAnswer {
  status: number;
  body: { code: ErrorCode; message: string; error?: string | undefined; reason?: string | undefined };
  retryAfter?: string | undefined;
}

/** What the browser is told of a failure: the one place where failures become codes. */
export function toFailureAnswer(
  failure: Failure,
  operationId: StorefrontOperationId | undefined,
): FailureAnswer {
  const answer = translate(failure, operationId);
  // An operation answers only what it documents, such as no 502 where nothing is asked upstream.
  return operationId === undefined || answer.status in OPERATIONS[operationId].responses
    ? answer
    : coded('internal_error');
}

const CODES: Record<Exclude<FailureKind, 'upstream_refused'>, ErrorCode> = {
  path_not_allowed: 'path_not_allowed',
  not_capable: 'path_not_allowed',
  foreign_origin: 'cross_origin',
  csrf_mismatch: 'cross_origin',
  unproxied: 'cross_origin',
  sign_in_required: 'sign_in_required',
  invalid_signature: 'invalid_signature',
  not_connected: 'invalid_api_key',
  allowance_spent: 'quota_exhausted',
  rate_limited: 'rate_limited',
  payload_too_large: 'payload_too_large',
  invalid_request: 'invalid_request',
  // Not 408: browsers send a request anew that is answered with it.
  upload_too_slow: 'invalid_request',
  upstream_failed: 'upstream_unreachable',
  closing: 'upstream_unreachable',
  client_gone: 'internal_error',
  internal: 'internal_error',
};

function translate(failure: Failure, operationId: StorefrontOperationId | undefined): FailureAnswer {
  if (failure.kind === 'upstream_refused') return refused(failure, operationId);
  const answer = coded(CODES[failure.kind], operationId);
  // The word that the portal has for it, so that a widget can tell it from a store whose own pool is empty.
  if (failure.kind === 'allowance_spent')
    Object.assign(answer.body, { error: 'end_customer_quota', reason: failure.reason });
  if (failure.kind === 'rate_limited') answer.retryAfter = String(failure.retryAfterSeconds);
  if (failure.kind === 'invalid_request') answer.body.message += ` ${failure.detail}`;
  if (failure.kind === 'upload_too_slow') answer.body.message += ' The body did not arrive in time.';
  return answer;
}

function refused(
  failure: Extract<Failure, { kind: 'upstream_refused' }>,
  operationId: StorefrontOperationId | undefined,
): FailureAnswer {
  const word = operationId === undefined ? undefined : documented(operationId, failure);
  // An upstream may use a word that this operation does not document, such as 413 to a GET.
  if (word === undefined) return coded('internal_error');
  const answer = coded(failure.code, operationId);
  if (word.error !== undefined) answer.body.error = word.error;
  if (word.reason !== undefined) answer.body.reason = word.reason;
  if (failure.code === 'rate_limited')
    answer.retryAfter = failure.retryAfter ?? String(TRANSLATION.retryAfterSeconds);
  return answer;
}

/** The most telling error that the operation documents and that says no more than the upstream did. */
function documented(
  operationId: StorefrontOperationId,
  { code, error, reason }: Extract<Failure, { kind: 'upstream_refused' }>,
): ErrorWord | undefined {
  let best: ErrorWord | undefined;
  for (const word of ERROR_WORDS[operationId][ERRORS[code].status] ?? []) {
    if (word.code !== code) continue;
    if (word.error !== undefined && word.error !== error) continue;
    if (word.reason !== undefined && word.reason !== reason) continue;
    if (best === undefined || weight(word) > weight(best)) best = word;
  }
  return best;
}

function weight({ error, reason }: ErrorWord): number {
  return (error === undefined ? 0 : 1) + (reason === undefined ? 0 : 1);
}

function coded(code: ErrorCode, operationId?: StorefrontOperationId): FailureAnswer {
  const { status, message } = ERRORS[code];
  const words = operationId === undefined ? [] : (ERROR_WORDS[operationId][status] ?? []);
  // What is too large is a photo in one operation and a batch of events in another.
  const own = words.find((word) => word.code === code && word.message !== undefined);
  return { status, body: { code, message: own?.message ?? message } };
}
