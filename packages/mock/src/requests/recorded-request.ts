import type { IncomingMessage } from 'node:http';

/** How far an exchange has come. */
export type RequestState = 'receiving' | 'received' | 'answered' | 'faulted' | 'aborted';

/** When things happened, in milliseconds of `performance.now()` of this process. */
export interface Timeline {
  headers: number;
  firstBodyByte?: number | undefined;
  bodyEnd?: number | undefined;
  /** The last byte of the answer was handed to the socket. */
  answered?: number | undefined;
  /** The exchange is over, by whichever side. */
  closed?: number | undefined;
}

/** One request exactly as it arrived; it fills up while the exchange goes on. */
export class RecordedRequest {
  readonly id: number;
  /** Counts the TCP connections of the server, from 1; two requests with one number shared a connection. */
  readonly connection: number;
  readonly at: Date = new Date();
  readonly method: string;
  /** The request target, byte for byte: no normalisation, no decoding. */
  readonly target: string;
  readonly httpVersion: string;
  /** Names and values alternating, in the order and case in which they were sent. */
  readonly rawHeaders: readonly string[];
  readonly timeline: Timeline = { headers: performance.now() };
  state: RequestState = 'receiving';
  operationId: string | undefined;
  /** The scenario that was served: an example's name, `fault_<name>`, `custom`, or `default`. */
  scenario: string | undefined;
  status: number | undefined;
  bytesReceived = 0;
  readonly #chunks: Uint8Array[] = [];
  #body: Buffer | undefined;

  constructor(id: number, connection: number, message: IncomingMessage) {
    this.id = id;
    this.connection = connection;
    this.method = message.method ?? 'GET';
    this.target = message.url ?? '/';
    this.httpVersion = message.httpVersion;
    this.rawHeaders = message.rawHeaders;
  }

  /** Whether the other side went away before the answer (or the request) was complete. */
  get aborted(): boolean {
    return this.state === 'aborted';
  }

  /** What has arrived of the body so far. */
  get body(): Buffer {
    if (this.#body?.length !== this.bytesReceived) this.#body = Buffer.concat(this.#chunks);
    return this.#body ?? Buffer.alloc(0);
  }

  /** Every value of a header, whatever its case. */
  headerValues(name: string): string[] {
    const wanted = name.toLowerCase();
    const values: string[] = [];
    for (let i = 0; i < this.rawHeaders.length; i += 2) {
      if (this.rawHeaders[i]?.toLowerCase() === wanted) values.push(this.rawHeaders[i + 1] ?? '');
    }
    return values;
  }

  header(name: string): string | undefined {
    return this.headerValues(name)[0];
  }

  /** The body as JSON; `undefined` where it is not. */
  json(): unknown {
    try {
      return JSON.parse(this.body.toString('utf8'));
    } catch {
      return undefined;
    }
  }

  /** @internal */
  receive(chunk: Uint8Array): void {
    this.timeline.firstBodyByte ??= performance.now();
    this.bytesReceived += chunk.length;
    this.#chunks.push(chunk);
  }
}
