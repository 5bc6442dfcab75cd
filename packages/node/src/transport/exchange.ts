import { contentCodings, encodedLimit } from '@genvoris/http/content-coding';
import type { Dispatcher } from 'undici';
import type { Connections, KeptClient, Passenger } from './connections.ts';
import type { Deadline, Deadlines, Expiring } from './deadlines.ts';
import { decode } from './decode.ts';
import { type TransportFailure, type TransportPhase, toFailure } from './failure.ts';
import type { UpstreamBody } from './request-body.ts';
import type { TransportResult } from './types.ts';

const EMPTY = new Uint8Array(0);

export interface ExchangeLimits {
  deadlines: Deadlines;
  target: string;
  timeoutMs: number;
  waitsForBody: boolean;
  connectTimeoutMs: number;
  maxBytes: number;
  signal: AbortSignal | undefined;
}

/** A method that may be repeated whatever became of the first request (RFC 9110, 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
/**
 * How long after it was sent a connection that was closed before makes itself felt, in milliseconds: a round trip. A
 * server that took a request and then died tells so later, and what it did until then must not be done twice.
 */
const CLOSED_BEFORE_MS = 1000;

/**
 * One request and its answer: undici's callbacks on one side, one settled result on the other.
 * Whatever ends it first (the answer, an error, the deadline, the signal, the size) ends all of it.
 *
 * A server may close a kept connection while a request is on its way to it. Such a request, not yet answered by a
 * byte and with its body still whole, is sent once more, over a new connection.
 */
export class Exchange implements Passenger, Expiring {
  readonly #limits: ExchangeLimits;
  readonly #connections: Connections;
  readonly #options: Dispatcher.DispatchOptions;
  readonly #body: UpstreamBody | null;
  readonly #resolve: (result: TransportResult) => void;
  readonly #deadline: Deadline;
  readonly #onAbort: (() => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: TransportPhase = 'connect';
  #settled = false;
  #sentOver: Dispatcher | undefined;
  #client: KeptClient | undefined;
  #reused = false;
  #repeated = false;
  #answering = false;
  #startedAt = 0;
  #status = 0;
  #codings: readonly string[] = [];
  #maxBytes: number;
  #headers: Record<string, string | undefined> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    limits: ExchangeLimits,
    connections: Connections,
    options: Dispatcher.DispatchOptions,
    body: UpstreamBody | null,
    resolve: (result: TransportResult) => void,
  ) {
    this.#limits = limits;
    this.#maxBytes = limits.maxBytes;
    this.#connections = connections;
    this.#options = options;
    this.#body = body;
    this.#resolve = resolve;
    this.#deadline = limits.deadlines.start(limits.timeoutMs, this);
    if (limits.waitsForBody && body !== null) {
      const onProgress = () => this.#restart();
      body.progress = onProgress;
    }
    if (limits.signal !== undefined) {
      // V8 puts a function that is assigned to a property as it is written among the old objects at once, and
      // all it holds of the exchange would stay until those are collected.
      const onAbort = () => this.#fail(aborted(limits, this.#phase));
      this.#onAbort = onAbort;
      limits.signal.addEventListener('abort', onAbort, { once: true });
    }
  }

  send(): void {
    this.#sentOver = this.#connections.present;
    this.#sentOver.dispatch(this.#options, this);
  }

  board(client: KeptClient): void {
    this.#client = client;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The deadline or the signal came while the request was waiting for a connection.
    if (this.#settled) {
      controller.abort(new Error('settled before it was sent'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'headers';
    if (this.#client !== undefined) this.#reused = this.#client.carried++ > 0;
    this.#startedAt = performance.now();
  }

  /** The first byte of an answer, be it one that is never completed. */
  onResponseStarted(): void {
    this.#answering = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.#phase = 'body';
    this.#status = status;
    this.#headers = flatten(headers);
    const { 'content-encoding': coding, 'transfer-encoding': transfer } = this.#headers;
    if (coding !== undefined || (transfer !== undefined && transfer !== 'chunked')) {
      // A transfer coding is the outer one; the last of them, chunked, is undone by the parser.
      const transferred = contentCodings(transfer).filter((each) => each !== 'chunked');
      this.#codings = [...contentCodings(coding), ...transferred];
      if (this.#codings.length > 0) this.#maxBytes = encodedLimit(this.#limits.maxBytes);
    }
    const announced = this.#headers['content-length'];
    if (announced !== undefined && Number(announced) > this.#maxBytes) this.#tooLarge();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength;
    if (this.#size > this.#maxBytes) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#settled) return;
    const [first, second] = this.#chunks;
    const body =
      first === undefined ? EMPTY : second === undefined ? first : Buffer.concat(this.#chunks, this.#size);
    if (this.#codings.length === 0) this.#answer(body);
    else void this.#decode(body);
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#closedBefore(error)) {
      this.#repeated = true;
      this.#phase = 'connect';
      this.#controller = undefined;
      this.send();
    } else if (this.#body?.failed(error)) {
      this.#fail({ kind: 'request_body', phase: this.#phase, target: this.#limits.target, cause: error });
    } else {
      const { target, timeoutMs, connectTimeoutMs } = this.#limits;
      // The only clock in undici that is left running is the connector's.
      const limit = this.#phase === 'connect' ? connectTimeoutMs : timeoutMs;
      this.#fail(toFailure(error, this.#phase, target, limit));
    }
  }

  expire(): void {
    const { target, timeoutMs, waitsForBody } = this.#limits;
    if (waitsForBody && this.#body?.waiting) this.#restart();
    else this.#fail({ kind: 'timeout', phase: this.#phase, target, timeoutMs });
  }

  #restart(): void {
    if (!this.#settled) this.#deadline.restart();
  }

  /** Whether the connection most likely was closed before the request came to it, and the request can go again. */
  #closedBefore(error: Error): boolean {
    if (!this.#reused || this.#repeated || this.#answering || this.#settled || this.#body !== null)
      return false;
    const { target, timeoutMs } = this.#limits;
    if (toFailure(error, this.#phase, target, timeoutMs).kind !== 'reset') return false;
    const prompt = performance.now() - this.#startedAt < CLOSED_BEFORE_MS;
    if (!prompt && !IDEMPOTENT.has(this.#options.method)) return false;
    return this.#sentOver !== undefined && this.#connections.renew(this.#sentOver);
  }

  async #decode(body: Uint8Array): Promise<void> {
    const { target, maxBytes } = this.#limits;
    const decoded = await decode(body, this.#codings, target, maxBytes);
    if (!(decoded instanceof Uint8Array)) return this.#fail(decoded);
    // They were said of what came, not of what is handed over.
    for (const name of ['content-encoding', 'content-length']) delete this.#headers[name];
    this.#answer(decoded);
  }

  #answer(body: Uint8Array): void {
    if (!this.#settle()) return;
    this.#resolve({ ok: true, status: this.#status, headers: this.#headers, body });
  }

  #tooLarge(): void {
    const { target, maxBytes } = this.#limits;
    this.#fail({ kind: 'too_large', phase: 'body', target, maxBytes });
  }

  #fail(failure: TransportFailure): void {
    if (!this.#settle()) return;
    this.#chunks = [];
    this.#controller?.abort(new Error(failure.kind));
    this.#resolve({ ok: false, failure });
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#limits.deadlines.stop(this.#deadline);
    if (this.#onAbort !== undefined) this.#limits.signal?.removeEventListener('abort', this.#onAbort);
    this.#body?.release();
    return true;
  }
}

export function aborted(limits: ExchangeLimits, phase: TransportPhase): TransportFailure {
  return { kind: 'aborted', phase, target: limits.target, cause: limits.signal?.reason };
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  const flat: Record<string, string | undefined> = Object.create(null);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
