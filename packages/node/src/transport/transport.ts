import type { Dispatcher } from 'undici';
import { Connections, connector } from './connections.ts';
import { Deadlines } from './deadlines.ts';
import { usesEnvProxy } from './env-proxy.ts';
import { aborted, Exchange, type ExchangeLimits } from './exchange.ts';
import type { TransportFailure } from './failure.ts';
import { isStreamed, toUpstreamBody, type UpstreamBody } from './request-body.ts';
import type { Transport, TransportOptions, TransportRequest, TransportResult } from './types.ts';

/** Origin, then path and query; no credentials and no fragment, which have no place on the wire. */
const TARGET = /^(https?:\/\/[^/?#@\\\s]+)(\/[^?#\s]*)(\?[^#\s]*)?$/;

const WHOLE = ['timeoutMs', 'connectTimeoutMs', 'maxBytes', 'connections', 'keepAliveMs'] as const;

/**
 * Creates a pooled HTTP/1.1 client for server-to-server calls: no redirects, one deadline over
 * headers and body, bounded answers, failures as data.
 *
 * Goes through `HTTP_PROXY` and `HTTPS_PROXY`, past what `NO_PROXY` names, where the platform's `fetch` does:
 * under `NODE_USE_ENV_PROXY=1` or `--use-env-proxy`.
 *
 * @throws TypeError that names the variable whose value is no proxy's URL, or the option that is no whole number
 *
 * @example
 * const transport = createTransport({ timeoutMs: 8000 });
 * const result = await transport.request({ method: 'GET', url: 'https://api.genvoris.org/status' });
 * if (result.ok) console.log(result.status, result.body.byteLength);
 * else console.log(result.failure.kind);
 */
export function createTransport(options: TransportOptions = {}): Transport {
  for (const name of WHOLE) requireWhole(name, options[name]);
  const { timeoutMs = 10_000, maxBytes = 1024 * 1024, connectTimeoutMs = 5000 } = options;
  const connect = connector({ ...options, connectTimeoutMs }, options.useEnvProxy ?? usesEnvProxy());
  const origins = new Map<string, Connections>();
  const deadlines = new Deadlines();
  let last: Target | undefined;
  let closing: Promise<void> | undefined;

  const connectionsTo = (origin: string): Connections => {
    let connections = origins.get(origin);
    if (connections === undefined) {
      connections = new Connections(() => connect(origin));
      origins.set(origin, connections);
    }
    return connections;
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
      const asked = last?.url === request.url ? last : parse(request.url);
      if (asked === undefined) return fail(invalid(target, 'the URL is not an absolute http or https URL'));
      last = asked;
      target = asked.target;
      const { origin } = asked;
      const limits: ExchangeLimits = {
        deadlines,
        target,
        timeoutMs: request.timeoutMs ?? timeoutMs,
        waitsForBody: request.waitsForBody === true,
        connectTimeoutMs,
        maxBytes: request.maxBytes ?? maxBytes,
        signal: request.signal,
      };
      if (closing !== undefined) return fail({ kind: 'closed', phase: 'connect', target });
      if (request.signal?.aborted) return fail(aborted(limits, 'connect'));
      let connections: Connections;
      try {
        connections = connectionsTo(origin);
      } catch {
        return fail(invalid(target, 'the origin is not valid'));
      }
      const sent: Dispatcher.DispatchOptions = {
        origin,
        method: request.method,
        path: asked.path,
        headers: toHeaders(request.headers),
        // undici takes any async iterable, unlike its type.
        body: (body === null ? (request.body ?? null) : body.source) as Buffer | string | null,
        // One deadline of ours covers both.
        headersTimeout: 0,
        bodyTimeout: 0,
      };
      new Exchange(limits, connections, sent, body, resolve).send();
    });

  const close = (): Promise<void> => {
    closing ??= Promise.all(Array.from(origins.values(), (each) => each.close())).then(() => {});
    return closing;
  };

  return { request, close };
}

interface Target {
  readonly url: string;
  readonly origin: string;
  /** With the query: what goes on the wire. */
  readonly path: string;
  /** Without it: what is told of the request. */
  readonly target: string;
}

function parse(url: string): Target | undefined {
  const parts = TARGET.exec(url);
  if (parts === null) return undefined;
  const [, origin = '', path = '', query = ''] = parts;
  return { url, origin, path: path + query, target: origin + path };
}

/** Names and values in turn. Compression saves little between servers and is one more thing to go wrong. */
function toHeaders(headers: TransportRequest['headers'] = {}): string[] {
  const all: (string | string[])[] = [];
  let asked = false;
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value === undefined) continue;
    asked ||= name.length === 15 && name.toLowerCase() === 'accept-encoding';
    all.push(name, value);
  }
  if (!asked) all.push('accept-encoding', 'identity');
  // undici takes several values of a name there too, unlike its type.
  return all as string[];
}

function invalid(target: string, message: string): TransportFailure {
  return { kind: 'invalid_request', phase: 'connect', target, cause: { code: 'INVALID_URL', message } };
}

/** What a variable of the environment says reaches a timer as `NaN`, which fires at once. */
function requireWhole(name: string, value: unknown): void {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) > 0)) return;
  throw new TypeError(`${name}: must be a whole number, at least 1`);
}
