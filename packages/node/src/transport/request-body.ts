import { Readable } from 'node:stream';
import type { TransportBody } from './types.ts';

type StreamedBody = Exclude<TransportBody, Uint8Array | string | null>;

/** A streamed request body: what undici reads, and how to tell and end it. */
export interface UpstreamBody {
  readonly source: AsyncIterable<Uint8Array>;
  /** Whether the next piece has been asked for and is not here. */
  waiting: boolean;
  /** Called with each piece, and with the end. */
  progress: (() => void) | undefined;
  /** Whether `error` came out of the body rather than out of the connection. */
  failed(error: unknown): boolean;
  /** Lets go of the source when the exchange is over, read to its end or not. */
  release(): void;
}

export function isStreamed(body: TransportBody | undefined): body is StreamedBody {
  return body != null && typeof body !== 'string' && !(body instanceof Uint8Array);
}

/**
 * Reads every kind of stream through one iterator. Handing undici a `Readable` itself would not do: it
 * destroys the stream with the connection's error, and the two can no longer be told apart.
 */
export function toUpstreamBody(body: StreamedBody): UpstreamBody {
  const { next, cancel } = toReader(body);
  let released = false;
  let done = false;
  let failure: { error: unknown } | undefined;

  const release = () => {
    if (released) return;
    released = true;
    if (!done) cancel();
  };
  const iterator = {
    async next(): Promise<IteratorResult<Uint8Array, undefined>> {
      try {
        upstream.waiting = true;
        const result = await next();
        upstream.waiting = false;
        upstream.progress?.();
        if (released) throw new Error('the exchange is over');
        if (!result.done) return { done: false, value: result.value };
        done = true;
        return { done: true, value: undefined };
      } catch (error) {
        done = true;
        if (!released) failure = { error };
        throw error;
      }
    },
    async return(): Promise<IteratorResult<Uint8Array, undefined>> {
      release();
      return { done: true, value: undefined };
    },
  };
  const upstream: UpstreamBody = {
    waiting: false,
    progress: undefined,
    source: {
      [Symbol.asyncIterator]: () => iterator as unknown as AsyncIterator<Uint8Array>,
    } as AsyncIterable<Uint8Array>,
    failed: (error) => failure !== undefined && failure.error === error,
    release,
  };
  return upstream;
}

interface Reader {
  next(): Promise<{ done?: boolean | undefined; value: Uint8Array } | { done: true; value?: unknown }>;
  /** Ends the source, even while a `next` is pending. */
  cancel(): void;
}

function toReader(body: StreamedBody): Reader {
  if (body instanceof Readable) {
    // It may fail before anybody reads it; the first read will tell.
    body.on('error', ignore);
    const iterator = body[Symbol.asyncIterator]();
    return { next: () => iterator.next(), cancel: () => void body.destroy() };
  }
  if (body instanceof ReadableStream) {
    const reader = body.getReader();
    return {
      next: () => reader.read() as ReturnType<Reader['next']>,
      cancel: () => void reader.cancel().catch(ignore),
    };
  }
  const iterator = body[Symbol.asyncIterator]();
  return { next: () => iterator.next(), cancel: () => void iterator.return?.().catch(ignore) };
}

function ignore(): void {}
