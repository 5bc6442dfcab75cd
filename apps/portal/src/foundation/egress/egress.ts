import { readBody } from '@genvoris/http';
import { contentCodings, decodeBody, encodedLimit } from '@genvoris/http/content-coding';
import { Agent, type Dispatcher } from 'undici';
import type { Reach } from './address.ts';
import { AddressRefusedError, createGuardedConnector, type ResolveAll } from './guarded-connect.ts';

/** A request to an address that somebody else named. */
export interface EgressRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** Whether `http` will do. Default: only where the reach is `private`. */
  readonly allowHttp?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** From the first look at DNS to the last byte of the answer, or to its status where that is all that is asked for. */
  readonly timeoutMs: number;
  /** The largest answer that is read; 0 asks for the status alone, and whatever body follows is let go. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

export type EgressFailure =
  | 'url_refused'
  | 'address_refused'
  | 'unresolvable'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  /** In a content coding that nobody asked for and that cannot be undone. */
  | 'undecodable';

/** An answer of any status, redirects too: none is followed. */
export type EgressResult =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly body: Buffer;
    }
  | { readonly ok: false; readonly failure: EgressFailure; readonly cause: unknown };

/** Requests to addresses that a merchant or a page named, within `reach` and within bounds. */
export interface Egress {
  readonly reach: Reach;
  send(request: EgressRequest): Promise<EgressResult>;
  close(): Promise<void>;
}

export interface EgressOptions {
  readonly reach?: Reach;
  /** Takes the place of the system's resolver. */
  readonly resolve?: ResolveAll;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
}

const LET_GO_BYTES = 16_384;
const LET_GO_MS = 1_000;

export function createEgress({ reach = 'public', resolve, ca }: EgressOptions = {}): Egress {
  const agent = new Agent({
    connect: createGuardedConnector(reach, {
      timeout: 10_000,
      ...(resolve && { resolve }),
      ...(ca !== undefined && { ca }),
    }),
    pipelining: 1,
    connections: 16,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    maxHeaderSize: 16_384,
  });
  return {
    reach,
    async send(request) {
      const url = URL.parse(request.url);
      const protocols = (request.allowHttp ?? reach === 'private') ? ['https:', 'http:'] : ['https:'];
      if (!url || !protocols.includes(url.protocol) || url.username !== '' || url.password !== '') {
        return { ok: false, failure: 'url_refused', cause: undefined };
      }
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: request.method ?? 'GET',
          headers: { 'accept-encoding': 'identity', ...request.headers },
          body: request.body ?? null,
          headersTimeout: request.timeoutMs,
          bodyTimeout: request.timeoutMs,
          signal,
        });
        if (request.maxBytes === 0) {
          await letGo(answer.body);
          return { ok: true, status: answer.statusCode, headers: answer.headers, body: Buffer.alloc(0) };
        }
        const codings = contentCodings(String(answer.headers['content-encoding'] ?? ''));
        const most = codings.length === 0 ? request.maxBytes : encodedLimit(request.maxBytes);
        const bytes = await readBody(answer.body, most);
        if (!bytes) return { ok: false, failure: 'too_large', cause: undefined };
        const decoded = await decodeBody(bytes, codings, request.maxBytes);
        if (decoded.kind === 'too_large') return { ok: false, failure: 'too_large', cause: undefined };
        if (decoded.kind !== 'decoded') return { ok: false, failure: 'undecodable', cause: decoded };
        const { body } = decoded;
        return {
          ok: true,
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
        };
      } catch (cause) {
        return { ok: false, failure: failureOf(cause, deadline), cause };
      }
    },
    close: () => agent.destroy(),
  };
}

/** A short body is read to its end, so that the connection can be kept; any other costs the connection, and no failure of it tells anything. */
async function letGo(body: Dispatcher.ResponseData['body']): Promise<void> {
  const signal = AbortSignal.timeout(LET_GO_MS);
  await body.dump({ limit: LET_GO_BYTES, signal }).catch(() => {});
}

const TIMEOUTS = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
]);
const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL']);

function failureOf(cause: unknown, deadline: AbortSignal): EgressFailure {
  if (deadline.aborted) return 'timeout';
  if (cause instanceof AddressRefusedError) return 'address_refused';
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && TIMEOUTS.has(code)) return 'timeout';
  if (typeof code === 'string' && DNS.has(code)) return 'unresolvable';
  return 'unreachable';
}
