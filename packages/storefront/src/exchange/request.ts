import type { CancelSignal } from './cancellation.ts';

/** A value, or a promise of it: the hot path stays synchronous where nothing has to be waited for. */
export type Awaitable<T> = T | Promise<T>;

/** A request body that is read at most once, unless all of it is here already. */
export interface RequestBody {
  /** All of it, if it has arrived already. Asking is free; a small body usually has. */
  arrived(): Uint8Array | undefined;
  /** What arrives, chunk by chunk, with backpressure. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Something whose asker may go away before it is done. */
export interface Abortable {
  /** Aborts when the client goes away. Bridges make it when it is first asked for. */
  readonly signal: CancelSignal;
}

/**
 * What the core needs to know of a request. A bridge makes one from a Web `Request` or from Node's
 * `IncomingMessage`; building a real `Request` for each call costs as much as proxying it.
 */
export interface StorefrontRequest<Host = unknown> extends Abortable {
  readonly method: string;
  /** Below the mount path, as it came: neither decoded nor normalised. */
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  /** The value of a header by its lower-case name; a repeated one is joined with `, `. */
  header(name: string): string | undefined;
  /** The peer of the connection, which may be a reverse proxy. */
  readonly peerAddress: string | undefined;
  readonly body: RequestBody;
  /** Ends it from this side: its signal aborts. */
  abort(): void;
  /** The host's own request: `Request`, `IncomingMessage`, what Express or Fastify make of one. */
  readonly host: Host;
}

/** What the core answers a request with. */
export interface StorefrontResponse {
  readonly status: number;
  /** Names and values by turns, ready for `writeHead`; `Content-Length` is the bridge's to add. */
  readonly headers: string[];
  readonly body: string | Uint8Array;
}
