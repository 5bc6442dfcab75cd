import { Pool } from 'undici';
import { aborted, Exchange, type ExchangeLimits } from './exchange.ts';
import type { TransportFailure } from './failure.ts';
import { isStreamed, toUpstreamBody, type UpstreamBody } from './request-body.ts';
import type { Transport, TransportOptions, TransportRequest, TransportResult } from './types.ts';

/** Origin, then path and query; no credentials and no fragment, which have no place on the wire. */
const TARGET = /^(https?:\/\/[^/?#@\\\s]+)(\/[^?#\s]*)(\?[^#\s]*)?$/;

/**
 * Creates a pooled HTTP/1.1 client for server-to-server calls: no redirects, one deadline over
 * headers and body, bounded answers, failures as data.
 *
 * @example
 * const transport = createTransport({ timeoutMs: 8000 });
 * const result = await transport.request({ method: 'GET', url: 'https://api.genvoris.org/status' });
 * if (result.ok) console.log(result.status, result.body.byteLength);
 * else console.log(result.failure.kind);
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { timeoutMs = 10_000, connectTimeoutMs = 5000, maxBytes = 1024 * 1024 } = options;
  const pools = new Map<string, Pool>();
  let closing: Promise<void> | undefined;

  const poolFor = (origin: string): Pool => {
    let pool = pools.get(origin);
    if (pool === undefined) {
      pool = createPool(origin, connectTimeoutMs, options);
      pools.set(origin, pool);
    }
    return pool;
  };

  const request = (request: TransportRequest): Promise<TransportResult> =>
    new Promise((resolve) => {
      const refuse = (failure: TransportFailure) => resolve({ ok: false, failure });
      let body: UpstreamBody | null = null;
      let target = '(not a URL)';
      try {
        body = isStreamed(request.body) ? toUpstreamBody(request.body) : null;
      } catch (cause) {
        return refuse({ kind: 'request_body', phase: 'connect', target, cause });
      }
      const fail = (failure: TransportFailure) => {
        body?.release();
        refuse(failure);
      };
      const parts = TARGET.exec(request.url);
      if (parts === null) return fail(invalid(target, 'the URL is not an absolute http or https URL'));
      const [, origin = '', path = '', query = ''] = parts;
      target = origin + path;
      const limits: ExchangeLimits = {
        target,
        timeoutMs: request.timeoutMs ?? timeoutMs,
        connectTimeoutMs,
        maxBytes: request.maxBytes ?? maxBytes,
        signal: request.signal,
      };
      if (closing !== undefined) return fail({ kind: 'closed', phase: 'connect', target });
      if (request.signal?.aborted) return fail(aborted(limits, 'connect'));
      let pool: Pool;
      try {
        pool = poolFor(origin);
      } catch {
        return fail(invalid(target, 'the origin is not valid'));
      }
      pool.dispatch(
        {
          method: request.method,
          path: path + query,
          headers: request.headers ?? null,
          // undici takes any async iterable, unlike its type.
          body: (body === null ? (request.body ?? null) : body.source) as Buffer | string | null,
          // One deadline of ours covers both.
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        new Exchange(limits, body, resolve),
      );
    });

  const close = (): Promise<void> => {
    closing ??= Promise.all(Array.from(pools.values(), (pool) => pool.close())).then(() => {});
    return closing;
  };

  return { request, close };
}

function createPool(origin: string, connectTimeoutMs: number, options: TransportOptions): Pool {
  const { connections = 128, keepAliveMs = 4000, ca } = options;
  return new Pool(origin, {
    connections,
    pipelining: 1,
    // One protocol, so that one table of failures holds.
    allowH2: false,
    keepAliveTimeout: keepAliveMs,
    connect: { timeout: connectTimeoutMs, ...(ca === undefined ? {} : { ca }) },
  });
}

function invalid(target: string, message: string): TransportFailure {
  return { kind: 'invalid_request', phase: 'connect', target, cause: { code: 'INVALID_URL', message } };
}
