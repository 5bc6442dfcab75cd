import { isUtf8 } from 'node:buffer';
import { readBody } from '@genvoris/http';
import { contentCodings } from '@genvoris/http/content-coding';
import { decode } from '../transport/decode.ts';
import { type TransportFailure, toFailure } from '../transport/failure.ts';
import { isStreamed } from '../transport/request-body.ts';
import type { Transport, TransportRequest, TransportResult } from '../transport/types.ts';

export type Exchange = Transport['request'];
export type Fetch = (request: Request) => Promise<Response>;

/** Makes a caller's `fetch` keep what our transport keeps: one deadline over all, bounded, no redirects. */
export function exchangeThrough(fetch: Fetch): Exchange {
  return async (request) => {
    const target = request.url.split(/[?#]/, 1)[0] ?? '';
    const timeoutMs = request.timeoutMs ?? 10_000;
    const maxBytes = request.maxBytes ?? 1024 * 1024;
    const stop = new AbortController();
    let phase: 'headers' | 'body' = 'headers';
    // A fetch may not heed its signal; the race does not depend on it.
    let timer: NodeJS.Timeout | undefined;
    let onAbort: (() => void) | undefined;
    const ended = new Promise<TransportResult>((resolve) => {
      timer = setTimeout(() => {
        resolve({ ok: false, failure: { kind: 'timeout', phase, target, timeoutMs } });
      }, timeoutMs);
      onAbort = () => {
        resolve({ ok: false, failure: { kind: 'aborted', phase, target, cause: request.signal?.reason } });
      };
      if (request.signal?.aborted) onAbort();
      else request.signal?.addEventListener('abort', onAbort, { once: true });
    });
    const answered = async (): Promise<TransportResult> => {
      try {
        const response = await fetch(toRequest(request, stop.signal));
        phase = 'body';
        const body = response.body ? await readBody(response.body, maxBytes) : new Uint8Array(0);
        if (body === undefined) return { ok: false, failure: { kind: 'too_large', phase, target, maxBytes } };
        const headers = Object.fromEntries(response.headers);
        const codings = contentCodings(headers['content-encoding']);
        const decoded = codings.length === 0 ? body : await undo(body, codings, target, maxBytes);
        if (!(decoded instanceof Uint8Array)) return { ok: false, failure: decoded };
        return { ok: true, status: response.status, headers, body: decoded };
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        return {
          ok: false,
          failure: toFailure(cause, phase === 'body' ? 'body' : 'connect', target, timeoutMs),
        };
      }
    };
    try {
      return await Promise.race([ended, answered()]);
    } finally {
      clearTimeout(timer);
      if (onAbort !== undefined) request.signal?.removeEventListener('abort', onAbort);
      stop.abort();
    }
  };
}

/** A fetch undoes the codings that it knows and leaves the header as it was: what is text by now is not decoded twice. */
async function undo(
  body: Uint8Array,
  codings: readonly string[],
  target: string,
  maxBytes: number,
): Promise<Uint8Array | TransportFailure> {
  const decoded = await decode(body, codings, target, maxBytes);
  const known = decoded instanceof Uint8Array || decoded.kind !== 'undecodable';
  return known && isUtf8(body) ? body : decoded;
}

function toRequest(request: TransportRequest, signal: AbortSignal): Request {
  const headers = new Headers({ 'accept-encoding': 'identity' });
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Request(request.url, {
    method: request.method,
    headers,
    signal,
    redirect: 'manual',
    ...(request.body === null || request.body === undefined
      ? {}
      : { body: request.body as NonNullable<RequestInit['body']> }),
    ...(isStreamed(request.body) ? { duplex: 'half' as const } : {}),
  });
}
