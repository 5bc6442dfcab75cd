import { randomUUID } from 'node:crypto';
import { OPERATIONS, type Operation, type OperationId } from '@genvoris/contract';
import { parseHttpDate, parseRetryAfter, type Redact } from '@genvoris/http';
import { GenvorisUsageError } from '../errors.ts';
import type { TransportFailureKind } from '../transport/failure.ts';
import type { TransportResponse, TransportResult } from '../transport/types.ts';
import { toApiError } from './api-error.ts';
import { readBody } from './captured-request.ts';
import { toConnectionError } from './connection-error.ts';
import { readAnswer } from './contract-answer.ts';
import type { Exchange } from './fetch-exchange.ts';
import { type RetryPolicy, withRetries } from './retry.ts';

/** What all calls to one server share. */
export interface Channel {
  baseUrl: string;
  /** The headers that hold the secrets. Called at the last moment: nobody else gets to see them. */
  credentials: () => Readonly<Record<string, string>>;
  exchange: Exchange;
  timeoutMs: number;
  retry: RetryPolicy;
  redact: Redact;
}

const RETRYABLE_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const RETRYABLE_FAILURE: ReadonlySet<TransportFailureKind> = new Set([
  'refused',
  'unresolvable',
  'reset',
  'timeout',
  'truncated',
  'malformed',
]);
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const REPEATABLE_METHOD: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/**
 * Sends one call, with its retries, and holds the answer to the contract.
 *
 * @throws GenvorisError, one of its classes
 */
export async function send(channel: Channel, operationId: OperationId, request: Request): Promise<Response> {
  if (request.url !== channel.baseUrl && !request.url.startsWith(`${channel.baseUrl}/`)) {
    throw new GenvorisUsageError('invalid_call', 'url', 'the call would leave the configured server');
  }
  const operation: Operation = OPERATIONS[operationId];
  const target = request.url.split('?', 1)[0] ?? '';
  const { body, replayable } = await readBody(request).catch((cause: unknown) => {
    throw toConnectionError({ kind: 'request_body', phase: 'connect', target, cause }, channel.redact);
  });
  const headers: Record<string, string> = {
    ...Object.fromEntries(request.headers),
    ...channel.credentials(),
  };
  // Under an empty one a repeat would not be known for one.
  if (headers['idempotency-key'] === '') {
    throw new GenvorisUsageError('invalid_call', 'Idempotency-Key', 'must not be empty');
  }
  if (takesIdempotencyKey(operation)) headers['idempotency-key'] ??= randomUUID();
  const repeatable =
    replayable && (REPEATABLE_METHOD.has(request.method) || headers['idempotency-key'] !== undefined);

  const result = await withRetries(
    channel.retry,
    request.signal,
    () =>
      channel.exchange({
        method: request.method,
        url: request.url,
        headers,
        body,
        signal: request.signal,
        timeoutMs: channel.timeoutMs,
        maxBytes: operation.responseLimit,
      }),
    (outcome) => ({
      retryable: repeatable && mayEndDifferently(outcome),
      retryAfter: askedToWait(outcome, channel),
    }),
  );
  if (result.ok && result.status >= 200 && result.status < 300) {
    return toResponse(result, readAnswer(operationId, result, channel.redact));
  }
  if (request.signal.aborted) {
    const cause: unknown = request.signal.reason;
    throw toConnectionError({ kind: 'aborted', phase: 'headers', target, cause }, channel.redact);
  }
  if (!result.ok) throw toConnectionError(result.failure, channel.redact);
  throw toApiError(target, result, askedToWait(result, channel), channel.redact);
}

/**
 * A POST is only ever repeated under a key that makes the repeat harmless, and only where the contract
 * says that the server heeds one: a try-on sent twice would be paid for twice.
 */
export function takesIdempotencyKey(operation: Operation): boolean {
  return operation.parameters.some(
    (each) => each.in === 'header' && each.name.toLowerCase() === 'idempotency-key',
  );
}

function mayEndDifferently(result: TransportResult): boolean {
  return result.ok ? RETRYABLE_STATUS.has(result.status) : RETRYABLE_FAILURE.has(result.failure.kind);
}

/** Seconds. A date is taken against the server's own clock where the answer says what it is. */
function askedToWait(result: TransportResult, channel: Channel): number | null {
  if (!result.ok) return null;
  const { 'retry-after': value, date } = result.headers;
  const now = channel.retry.clock.now();
  return parseRetryAfter(value, (date === undefined ? null : parseHttpDate(date, now)) ?? now);
}

/** What openapi-fetch reads next: the value that was held to the contract. */
function toResponse(result: TransportResponse, value: unknown): Response {
  const headers = new Headers();
  for (const [name, text] of Object.entries(result.headers)) {
    // The body is written again below.
    if (text === undefined || name === 'content-length' || name === 'content-encoding') continue;
    // What HTTP let pass and `Headers` does not is no reason to fail a good answer.
    if (HEADER_NAME.test(name) && HEADER_VALUE.test(text)) headers.set(name, text);
  }
  return new Response(value === undefined ? null : JSON.stringify(value), { status: result.status, headers });
}
