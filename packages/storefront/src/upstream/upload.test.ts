import { describe, expect, test } from 'vitest';
import { BodyFailure } from '../exchange/failure.ts';
import type { RequestBody } from '../exchange/request.ts';
import { createUpload, type Upload } from './upload.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

function streamed(...chunks: Uint8Array[]): RequestBody & { reads: number } {
  return {
    reads: 0,
    arrived: () => undefined,
    async *stream() {
      for (const chunk of chunks) {
        this.reads++;
        yield chunk;
      }
    },
  };
}

function opened(body: RequestBody, limit: number, keep: boolean): Upload {
  const upload = createUpload(body, { limit, keep, graceMs: 1000 });
  if (upload.kind !== 'upload') throw new Error(upload.kind);
  return upload;
}

const iterate = (body: Upload['first']) => (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();

async function collect(body: Upload['first']): Promise<number[]> {
  if (body instanceof Uint8Array) return [...body];
  const all: number[] = [];
  for await (const chunk of body) all.push(...chunk);
  return all;
}

describe('an upload', () => {
  test('that is here already goes as it is, both times', async () => {
    const upload = opened({ arrived: () => bytes(1, 2), stream: () => streamed().stream() }, 2, true);
    expect(await collect(upload.first)).toEqual([1, 2]);
    expect(await collect(upload.again())).toEqual([1, 2]);
  });

  test('that is here already and too long is refused', () => {
    const body = { arrived: () => bytes(1, 2, 3), stream: () => streamed().stream() };
    expect(createUpload(body, { limit: 2, graceMs: 1000 })).toEqual({ kind: 'payload_too_large', limit: 2 });
  });

  test('passes the limit with the chunk that does', async () => {
    const { first } = opened(streamed(bytes(1, 2), bytes(3)), 2, false);
    const reader = iterate(first);
    expect((await reader.next()).value).toEqual(bytes(1, 2));
    await expect(reader.next()).rejects.toThrow(BodyFailure);
  });

  test('is read no faster than it is sent', async () => {
    const body = streamed(bytes(1), bytes(2), bytes(3));
    const reader = iterate(opened(body, 10, true).first);
    await reader.next();
    expect(body.reads).toBe(1);
  });

  test('is repeated whole after it was sent whole', async () => {
    const upload = opened(streamed(bytes(1), bytes(2)), 10, true);
    expect(await collect(upload.first)).toEqual([1, 2]);
    expect(await collect(upload.again())).toEqual([1, 2]);
  });

  test('is repeated from its start when only a part was sent', async () => {
    const upload = opened(streamed(bytes(1), bytes(2), bytes(3)), 10, true);
    const reader = iterate(upload.first);
    await reader.next();
    await reader.return?.();
    expect(await collect(upload.again())).toEqual([1, 2, 3]);
  });

  test('is repeated without a gap when the first attempt ended while it waited', async () => {
    const gate = Promise.withResolvers<void>();
    const body: RequestBody = {
      arrived: () => undefined,
      async *stream() {
        yield bytes(1);
        await gate.promise;
        yield bytes(2);
        yield bytes(3);
      },
    };
    const upload = opened(body, 10, true);
    const reader = iterate(upload.first);
    await reader.next();
    void reader.next();
    const again = collect(upload.again());
    gate.resolve();
    expect(await again).toEqual([1, 2, 3]);
  });
});
