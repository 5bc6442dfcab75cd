import type { Readable } from 'node:stream';
import type { TransportFailure } from './failure.ts';

/**
 * What a request may carry. Everything but bytes and text is streamed with backpressure, once, and let go
 * of when the exchange ends, even early: a `Readable` is destroyed, a web stream cancelled, an iterator
 * returned. Somebody who must still answer on an `IncomingMessage` hands over
 * `message.iterator({ destroyOnReturn: false })` instead of the message.
 */
export type TransportBody =
  | Uint8Array
  | string
  | Readable
  | AsyncIterable<Uint8Array>
  | ReadableStream<Uint8Array>
  | null;

/** One request of a `Transport`. */
export interface TransportRequest {
  method: string;
  /** Absolute `http:` or `https:` URL. Its path goes on the wire as written: nothing is normalised. */
  url: string;
  /** An array sends the header once per value. `connection`, `transfer-encoding` and the like are not yours to set. */
  headers?: Record<string, string | string[] | undefined> | undefined;
  body?: TransportBody | undefined;
  /** Aborting destroys the upstream exchange and its connection. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for everything: connecting, sending, headers and body. Default: the transport's. */
  timeoutMs?: number | undefined;
  /**
   * Whether a streamed body may take its time: then `timeoutMs` does not run while the next piece of it is waited for, and
   * begins anew with each piece. Who gives the body has to bound it. Default false.
   */
  waitsForBody?: boolean | undefined;
  /** Largest answer taken, in bytes. Default: the transport's. */
  maxBytes?: number | undefined;
}

/** An answer of any status, read to its end. */
export interface TransportResponse {
  ok: true;
  /** Any final status, 3xx and 5xx included: a redirect is an answer, it is never followed. */
  status: number;
  /** Lower-case names; the values of a repeated header are joined with `, ` (`set-cookie` too). No prototype. */
  headers: Record<string, string | undefined>;
  body: Uint8Array;
}

/** What a request comes to; it is never thrown. */
export type TransportResult = TransportResponse | { ok: false; failure: TransportFailure };

/** Options of `createTransport`. */
export interface TransportOptions {
  /** Milliseconds for the whole exchange, body included. Default 10000. */
  timeoutMs?: number | undefined;
  /** Milliseconds for DNS, TCP and TLS. Default 5000. */
  connectTimeoutMs?: number | undefined;
  /** Largest answer taken, in bytes. Default 1 MiB. */
  maxBytes?: number | undefined;
  /** Connections per origin; requests beyond them wait, on their own deadline. Default 128. */
  connections?: number | undefined;
  /** Milliseconds an idle connection is kept. Default 4000, unless the server says less. */
  keepAliveMs?: number | undefined;
  /**
   * Whether requests go through the proxies of the environment. Default: where the platform's `fetch` does. `false` is
   * for what stands beside you and is nobody else's to see.
   */
  useEnvProxy?: boolean | undefined;
  /** Further certificate authorities to trust, as PEM. */
  ca?: string | Buffer | (string | Buffer)[] | undefined;
}

/** A pooled HTTP client for calls between servers. */
export interface Transport {
  /** Performs one exchange. Never rejects: what goes wrong is in the result. */
  request(request: TransportRequest): Promise<TransportResult>;
  /** Lets what is in flight finish, refuses what is new, and closes the connections. */
  close(): Promise<void>;
}
