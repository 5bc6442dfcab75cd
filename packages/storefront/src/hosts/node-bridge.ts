import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Cancellation } from '../exchange/cancellation.ts';
import type { RequestBody, StorefrontRequest } from '../exchange/request.ts';
import type { Runtime } from '../exchange/runtime.ts';

/** Node's own HMAC is synchronous and some ten times cheaper than `crypto.subtle`. */
export const nodeRuntime: Runtime = {
  createSigner: (key) => (text) => createHmac('sha256', key).update(text).digest('hex'),
};

/** A request of `node:http` as the core sees it; `host` is what the framework makes of it, or the message itself. */
export class NodeRequest<Host> implements StorefrontRequest<Host>, RequestBody {
  readonly host: Host;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  #cancellation: Cancellation | undefined;
  /** Whether the storefront's answer has begun: until then, whatever closes the response ends the request. */
  answered = false;

  /** `target` is what stands behind the mount path. */
  constructor(host: Host, message: IncomingMessage, response: ServerResponse, target: string) {
    this.host = host;
    this.#message = message;
    this.#response = response;
    this.method = message.method ?? '';
    const mark = target.indexOf('?');
    this.path = mark === -1 ? target : target.slice(0, mark);
    this.query = mark === -1 ? '' : target.slice(mark + 1);
  }

  get peerAddress(): string | undefined {
    return this.#message.socket.remoteAddress;
  }

  get body(): RequestBody {
    return this;
  }

  get signal(): Cancellation {
    if (this.#cancellation === undefined) {
      const cancellation = new Cancellation();
      this.#cancellation = cancellation;
      const response = this.#response;
      if (response.destroyed) cancellation.abort();
      else
        response.once('close', () => {
          if (!this.answered) cancellation.abort();
        });
    }
    return this.#cancellation;
  }

  abort(): void {
    this.signal.abort();
  }

  header(name: string): string | undefined {
    const value = this.#message.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  arrived(): Uint8Array | undefined {
    const message = this.#message;
    // The parser hands over the last chunk before it says that the message is complete.
    return message.complete || message.readableLength === announcedLength(message)
      ? (message.read() ?? NOTHING)
      : undefined;
  }

  stream(): AsyncIterable<Uint8Array> {
    // The connection must outlive the body: the answer still goes out on it.
    return this.#message.iterator({ destroyOnReturn: false });
  }
}

const NOTHING = new Uint8Array(0);

function announcedLength({ headers }: IncomingMessage): number {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  return length === undefined && encoding === undefined ? 0 : Number(length);
}
