import type { Dispatcher } from 'undici';
import { type TransportFailure, type TransportPhase, toFailure } from './failure.ts';
import type { UpstreamBody } from './request-body.ts';
import type { TransportResult } from './types.ts';

const EMPTY = new Uint8Array(0);

export interface ExchangeLimits {
  target: string;
  timeoutMs: number;
  connectTimeoutMs: number;
  maxBytes: number;
  signal: AbortSignal | undefined;
}

/**
 * One request and its answer: undici's callbacks on one side, one settled result on the other.
 * Whatever ends it first (the answer, an error, the deadline, the signal, the size) ends all of it.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #limits: ExchangeLimits;
  readonly #body: UpstreamBody | null;
  readonly #resolve: (result: TransportResult) => void;
  readonly #deadline: NodeJS.Timeout;
  readonly #onAbort: (() => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: TransportPhase = 'connect';
  #settled = false;
  #status = 0;
  #headers: Record<string, string | undefined> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(limits: ExchangeLimits, body: UpstreamBody | null, resolve: (result: TransportResult) => void) {
    this.#limits = limits;
    this.#body = body;
    this.#resolve = resolve;
    this.#deadline = setTimeout(onDeadline, limits.timeoutMs, this);
    if (limits.signal !== undefined) {
      // V8 puts a function that is assigned to a property as it is written among the old objects at once, and
      // all it holds of the exchange would stay until those are collected.
      const onAbort = () => this.#fail(aborted(limits, this.#phase));
      this.#onAbort = onAbort;
      limits.signal.addEventListener('abort', onAbort, { once: true });
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The deadline or the signal came while the request was waiting for a connection.
    if (this.#settled) {
      controller.abort(new Error('settled before it was sent'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'headers';
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
    const announced = this.#headers['content-length'];
    if (announced !== undefined && Number(announced) > this.#limits.maxBytes) this.#tooLarge();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength;
    if (this.#size > this.#limits.maxBytes) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    const [first, second] = this.#chunks;
    const body =
      first === undefined ? EMPTY : second === undefined ? first : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ ok: true, status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#body?.failed(error)) {
      this.#fail({ kind: 'request_body', phase: this.#phase, target: this.#limits.target, cause: error });
    } else {
      const { target, timeoutMs, connectTimeoutMs } = this.#limits;
      // The only clock in undici that is left running is the connector's.
      const limit = this.#phase === 'connect' ? connectTimeoutMs : timeoutMs;
      this.#fail(toFailure(error, this.#phase, target, limit));
    }
  }

  expire(): void {
    const { target, timeoutMs } = this.#limits;
    this.#fail({ kind: 'timeout', phase: this.#phase, target, timeoutMs });
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
    clearTimeout(this.#deadline);
    if (this.#onAbort !== undefined) this.#limits.signal?.removeEventListener('abort', this.#onAbort);
    this.#body?.release();
    return true;
  }
}

export function aborted(limits: ExchangeLimits, phase: TransportPhase): TransportFailure {
  return { kind: 'aborted', phase, target: limits.target, cause: limits.signal?.reason };
}

function onDeadline(exchange: Exchange): void {
  exchange.expire();
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  const flat: Record<string, string | undefined> = Object.create(null);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
