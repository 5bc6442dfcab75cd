import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import { Cancellation } from '../exchange/cancellation.ts';
import type { RequestBody, StorefrontRequest } from '../exchange/request.ts';
import type { Runtime } from '../exchange/runtime.ts';
import { bodyLeft, refuseForm } from './parsed-body.ts';

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
  readonly message: IncomingMessage;
  readonly #response: ServerResponse;
  #cancellation: Cancellation | undefined;
  /** Whether the storefront's answer has begun: until then, whatever closes the response ends the request. */
  answered = false;

  /** `target` is what stands behind the mount path. */
  constructor(host: Host, message: IncomingMessage, response: ServerResponse, target: string) {
    this.host = host;
    this.message = message;
    this.#response = response;
    this.method = message.method ?? '';
    const mark = target.indexOf('?');
    this.path = mark === -1 ? target : target.slice(0, mark);
    this.query = mark === -1 ? '' : target.slice(mark + 1);
    if (message.readableFlowing === true) holdBody(message);
  }

  get peerAddress(): string | undefined {
    return this.message.socket?.remoteAddress;
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
        response.on('close', () => {
          if (!this.answered) cancellation.abort();
        });
    }
    return this.#cancellation;
  }

  abort(): void {
    this.signal.abort();
  }

  header(name: string): string | undefined {
    const value = this.message.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  arrived(): Uint8Array | undefined {
    const message = this.message;
    const announced = announcedLength(message);
    if (announced === 0) return NOTHING;
    if (message.readableDidRead) return bodyLeft(message);
    if (message.readableEncoding) {
      if (!WHOLE_AS_TEXT.has(message.readableEncoding)) refuseForm(message);
      return undefined;
    }
    // The parser hands over the last chunk before it says that the message is complete.
    return isHttp1(message) && (message.complete || message.readableLength === announced)
      ? readAll(message)
      : undefined;
  }

  stream(): AsyncIterable<Uint8Array> {
    // The connection must outlive the body: the answer still goes out on it.
    const { message } = this;
    const pieces = message.iterator({ destroyOnReturn: false });
    return message.readableEncoding ? toBytes(pieces, message.readableEncoding) : pieces;
  }
}

const NOTHING = new Uint8Array(0);
/** Encodings of `setEncoding` that lose nothing of what is no text. */
const WHOLE_AS_TEXT: ReadonlySet<string> = new Set(['latin1', 'binary', 'hex', 'base64', 'base64url']);

async function* toBytes(pieces: AsyncIterable<string>, encoding: BufferEncoding) {
  for await (const piece of pieces) yield Buffer.from(piece, encoding);
}

/**
 * Somebody listens to the body besides, a log for instance: what they let flow until it is asked for here would be
 * missing. They hear of each piece when we read it.
 */
export function holdBody(message: IncomingMessage): void {
  if (!message.readableDidRead && announcedLength(message) !== 0) message.pause();
}

function isHttp1(message: IncomingMessage): boolean {
  return message.httpVersionMajor === 1;
}

/** In bytes; `NaN` where only the end of the body will tell. */
function announcedLength(message: IncomingMessage): number {
  const { 'content-length': length, 'transfer-encoding': encoding } = message.headers;
  if (length !== undefined) return Number(length);
  // HTTP/2 needs neither header: whether there is a body says a flag of its frames.
  const isNone = isHttp1(message)
    ? encoding === undefined
    : (message as unknown as Http2ServerRequest).stream?.endAfterHeaders;
  return isNone ? 0 : Number.NaN;
}

/** All that is buffered: since Node 26 a `read` gives one chunk of it. */
function readAll(message: IncomingMessage): Uint8Array {
  const first: Buffer = message.read() ?? NOTHING;
  if (message.readableLength === 0) return first;
  const chunks = [first];
  for (let next = message.read(); next !== null; next = message.read()) chunks.push(next);
  return Buffer.concat(chunks);
}

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/** Path and query of a request target. The absolute form, which a proxy in front may send, names a host besides. */
export function originForm(target: string): string {
  return target.startsWith('/') ? target : target.replace(ORIGIN, '');
}
