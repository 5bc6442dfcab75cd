import { isRetryAfter } from '@genvoris/http';
import type { Transport, TransportBody, TransportFailure, TransportResponse } from '@genvoris/node';
import type { CancelSignal } from '../exchange/cancellation.ts';
import { BodyFailure, type BodyFailureKind, type Failure } from '../exchange/failure.ts';
import { someText } from '../exchange/some-text.ts';
import type { Credentials } from '../vault/credentials.ts';
import { findBreach } from './breach.ts';
import { createEndpoints, type Endpoint, type UpstreamOperationId } from './endpoint.ts';
import { translate } from './translate.ts';

export interface UpstreamRequest {
  /** Fills `{name}` of the path; each value is encoded as one segment. */
  path?: Record<string, string>;
  headers?: Record<string, string>;
  body?: TransportBody;
  signal?: CancelSignal;
  /** The answer is checked by the caller, who reads it more liberally. */
  unchecked?: boolean;
}

export interface UpstreamAnswer {
  kind: 'answered';
  /** The body as it came: JSON text that keeps the contract. */
  text: string;
  bytes: Uint8Array;
  value: unknown;
}

export interface Upstream {
  call(
    operationId: UpstreamOperationId,
    request: UpstreamRequest,
  ): Promise<UpstreamAnswer | Extract<Failure, { kind: FailureOfCall }>>;
  close(): Promise<void>;
}

export type FailureOfCall =
  | 'upstream_refused'
  | 'upstream_failed'
  | 'client_gone'
  | 'not_connected'
  | BodyFailureKind;

/** One transport for all, or one for what is short and one for uploads. */
export type Transports = Transport | { readonly calls: Transport; readonly uploads: Transport };

export function createUpstream(
  transports: Transports,
  settings: Parameters<typeof createEndpoints>[0],
  credentials: Pick<Credentials, 'apiKey' | 'refused'>,
): Upstream {
  const endpoints = createEndpoints(settings);
  const { calls, uploads } = 'calls' in transports ? transports : { calls: transports, uploads: transports };
  const decoder = new TextDecoder('utf-8', { fatal: true });

  return {
    async call(operationId, request) {
      const endpoint = endpoints[operationId];
      const known = endpoint.anonymous ? undefined : credentials.apiKey();
      const apiKey = typeof known === 'string' ? known : await known;
      if (apiKey === undefined && !endpoint.anonymous) return { kind: 'not_connected' };
      const own: Record<string, string> = { accept: 'application/json' };
      if (apiKey !== undefined) own.authorization = `Bearer ${apiKey}`;
      const result = await (endpoint.uploads ? uploads : calls).request({
        method: endpoint.method,
        url: request.path === undefined ? endpoint.url : fill(endpoint.url, request.path),
        headers: request.headers === undefined ? own : { ...request.headers, ...own },
        body: request.body ?? null,
        // The transport asks a signal whether it is aborted and why, and listens to it; nothing else.
        signal: request.signal as AbortSignal | undefined,
        timeoutMs: endpoint.timeoutMs,
        // How long the client may take is its own bound (`pacedBody`): the upstream answers for its own time.
        waitsForBody: true,
        maxBytes: endpoint.maxBytes,
      });
      if (!result.ok) return unanswered(endpoint, result.failure);
      const { status } = result;
      if (status < 200 || status > 299) {
        const refusal = refused(endpoint, result, parse(result.body));
        // It may have been replaced meanwhile, by a connect in another process.
        if (refusal.code === 'invalid_api_key' && apiKey !== undefined) credentials.refused(apiKey);
        return refusal;
      }

      const failed = (fault: string) => ({ kind: 'upstream_failed', operationId, fault }) as const;
      const documented = endpoint.mediaTypes.get(status);
      if (documented === undefined) return failed(`undocumented status ${status}`);
      if (mediaType(result.headers['content-type']) !== documented) return failed('wrong content type');
      let text: string;
      let value: unknown;
      try {
        text = decoder.decode(result.body);
        value = JSON.parse(text);
      } catch {
        return failed('not JSON');
      }
      // An upstream that echoes what it was sent would hand the key to the browser, which undoes escapes.
      if (apiKey !== undefined && holds(apiKey, text, value))
        return failed('the answer contains the API key');
      if (request.unchecked !== true) {
        const breach = findBreach(operationId, status, value);
        if (breach !== undefined) return failed(breach);
      }
      return { kind: 'answered', text, bytes: result.body, value };
    },
    async close() {
      await Promise.all([calls.close(), uploads.close()]);
    },
  };

  function parse(body: Uint8Array): unknown {
    try {
      return JSON.parse(decoder.decode(body));
    } catch {
      return undefined;
    }
  }
}

function holds(secret: string, text: string, value: unknown): boolean {
  return text.includes(secret) || (text.includes('\\') && someText(value, (one) => one.includes(secret)));
}

function refused(endpoint: Endpoint, answer: TransportResponse, body: unknown) {
  const { operationId } = endpoint;
  const { status } = answer;
  const retryAfter = answer.headers['retry-after'];
  const translated = translate(status, body);
  return {
    kind: 'upstream_refused',
    operationId,
    status,
    ...translated,
    ...(retryAfter !== undefined && isRetryAfter(retryAfter) && { retryAfter }),
  } as const;
}

function unanswered({ operationId }: Endpoint, failure: TransportFailure) {
  if (failure.kind === 'aborted') return { kind: 'client_gone' } as const;
  if (failure.kind === 'request_body')
    return failure.cause instanceof BodyFailure ? failure.cause.failure : ({ kind: 'client_gone' } as const);
  const { kind: fault, phase, target } = failure;
  const cause = 'cause' in failure ? failure.cause : undefined;
  return {
    kind: 'upstream_failed',
    operationId,
    fault: `${fault} (${phase}, ${target})`,
    ...(cause !== undefined && { cause }),
  } as const;
}

function fill(url: string, path: Record<string, string>): string {
  return url.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
}

function mediaType(contentType: string | undefined): string | undefined {
  if (contentType === 'application/json') return contentType;
  return contentType?.split(';', 1)[0]?.trim().toLowerCase();
}
