import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OPERATIONS, type Operation, type OperationId } from '@genvoris/contract';
import { createRedact, type Redact } from '@genvoris/http';
import { toConnectionError } from '../client/connection-error.ts';
import { serializePath } from '../client/path-serializer.ts';
import { takesIdempotencyKey } from '../client/send.ts';
import { createTransport } from '../transport/transport.ts';
import type { ResolvedConfig } from './config.ts';
import { toAPIError } from './to-api-error.ts';

/** What a call takes beside its operation. */
export interface CallInit {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
}

/** Sends an operation of openapi/v1.yaml and resolves with the body of its answer. */
export type Send = <Answer>(operationId: OperationId, init?: CallInit) => Promise<Answer>;

/** As a `fetch` is called, so that a caller's own finds what it knows. */
interface Attempt {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

const PREFIX = '/api/v1';
const RETRYABLE: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const STEP_MS = 250;
const CEILING_MS = 8000;

/** Each call as this client documents it: a deadline of its own for every attempt, waits spread by 30 % either way. */
export function createSend(config: ResolvedConfig): Send {
  const { maxRetries, timeoutMs } = config;
  const redact = createRedact([config.apiKey]);
  const exchange = config.fetch ?? throughTransport(timeoutMs, redact);

  async function attempt(url: string, init: Omit<Attempt, 'signal'>): Promise<Response> {
    // One of its own: a deadline that passed must not end the next attempt.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      const response = await exchange(url, { ...init, signal: deadline.signal });
      // Read within the deadline; a body may stall as well.
      const body = response.status === 204 ? null : await response.text();
      return new Response(body, { status: response.status, headers: response.headers });
    } finally {
      clearTimeout(timer);
    }
  }

  return async <Answer>(operationId: OperationId, { path = {}, query = {}, body }: CallInit = {}) => {
    const operation: Operation = OPERATIONS[operationId];
    const place = serializePath(operation.path, path).slice(PREFIX.length);
    const init = {
      method: operation.method,
      headers: headersOf(config, operation, body !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    for (let retries = 0; ; retries++) {
      const last = retries >= maxRetries;
      const response = await attempt(`${config.baseUrl}${place}${searchOf(query)}`, init).catch((error) => {
        if (last) throw error;
      });
      if (response !== undefined && (last || !RETRYABLE.has(response.status))) {
        if (!response.ok) throw await toAPIError(response, redact);
        return (response.status === 204 ? undefined : await response.json()) as Answer;
      }
      await sleep(Math.min(STEP_MS * 2 ** retries * (0.7 + Math.random() * 0.6), CEILING_MS));
    }
  };
}

function throughTransport(timeoutMs: number, redact: Redact) {
  const transport = createTransport({ timeoutMs });
  // Its own deadline says how far the attempt came.
  return async (url: string, { signal: _, ...init }: Attempt): Promise<Response> => {
    const result = await transport.request({ url, ...init });
    if (!result.ok) throw toConnectionError(result.failure, redact);
    const headers = new Headers();
    for (const name of ['content-type', 'retry-after', 'x-request-id']) {
      const value = result.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    const empty = result.status === 204;
    return new Response(empty ? null : (result.body as Uint8Array<ArrayBuffer>), {
      status: result.status,
      headers,
    });
  };
}

function headersOf(
  { apiKey, defaultHeaders }: ResolvedConfig,
  operation: Operation,
  hasBody: boolean,
): Record<string, string> {
  return {
    'User-Agent': 'genvoris-node',
    Accept: 'application/json',
    // A repeat after a lost answer must not create twice.
    ...(takesIdempotencyKey(operation) ? { 'Idempotency-Key': randomUUID() } : {}),
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...defaultHeaders,
    Authorization: `Bearer ${apiKey}`,
  };
}

function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search}`;
}
