import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answering, handling, speaking } from '../../tests/loopback.ts';
import { createTransport } from './transport.ts';
import type { TransportBody, TransportRequest } from './types.ts';

const BYTES = Buffer.alloc(300_000, 'abc');

function post(url: string, body: TransportBody, rest: Partial<TransportRequest> = {}) {
  const transport = createTransport({ timeoutMs: 2000 });
  onTestFinished(() => void transport.close());
  return transport.request({ method: 'POST', url: `${url}/`, body, ...rest });
}

async function* inParts(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

const KINDS: [string, () => TransportBody][] = [
  ['bytes', () => new Uint8Array(BYTES)],
  ['text', () => BYTES.toString()],
  ['a Readable', () => Readable.from(inParts(BYTES))],
  ['an async iterable', () => inParts(BYTES)],
  ['a web stream', () => new Blob([BYTES]).stream()],
];

describe('a request body', () => {
  it.each(KINDS)('arrives whole as %s', async (_, make) => {
    const { url, received } = await answering((response) => response.end());
    expect(await post(url, make())).toMatchObject({ ok: true, status: 200 });
    expect(received[0]?.body.equals(BYTES)).toBe(true);
  });

  it('keeps a length the caller knows, and refuses to send another', async () => {
    const { url, received } = await answering((response) => response.end());
    const headers = { 'content-length': String(BYTES.length) };
    expect((await post(url, inParts(BYTES), { headers })).ok).toBe(true);
    expect(received[0]?.headers).toMatchObject(headers);
    const short = await post(url, inParts(BYTES), { headers: { 'content-length': '5' } });
    expect(short).toMatchObject({ ok: false, failure: { kind: 'invalid_request' } });
  });

  it('may come slower than the deadline if it is waited for, and the answer may not', async () => {
    async function* slowly() {
      for (let n = 0; n < 6; n += 1) {
        await sleep(60);
        yield new Uint8Array(9);
      }
    }
    const waiting = { timeoutMs: 200, waitsForBody: true };
    const { url } = await answering((response) => setTimeout(() => response.end(), 100));
    expect(await post(url, slowly(), waiting)).toMatchObject({ ok: true });
    expect(await post(url, slowly(), { timeoutMs: 200 })).toMatchObject({ failure: { kind: 'timeout' } });
    const silent = await answering(() => {});
    expect(await post(silent.url, slowly(), waiting)).toMatchObject({ failure: { kind: 'timeout' } });
    expect(silent.received[0]?.body.byteLength).toBe(54);
    const deaf = await speaking((socket) => socket.pause());
    const large = async function* () {
      for (;;) yield new Uint8Array(65_536);
    };
    expect(await post(deaf.url, large(), waiting)).toMatchObject({ failure: { kind: 'timeout' } });
  });

  it('is read no faster than the server takes it', async () => {
    const { url } = await speaking((socket) => socket.pause());
    let produced = 0;
    async function* endless() {
      for (;;) {
        produced += 65_536;
        yield new Uint8Array(65_536);
      }
    }
    const result = await post(url, endless(), { timeoutMs: 300 });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    // What kernel and socket buffers hold, not what 300 ms of producing would come to.
    expect(produced).toBeLessThan(32 * 1024 * 1024);
  });

  it.each([
    ['a Readable', (error: Error) => Readable.from(failing(error))],
    ['an async iterable', (error: Error) => failing(error)],
    ['a web stream', (error: Error) => ReadableStream.from(failing(error)) as ReadableStream<Uint8Array>],
  ])('that fails as %s is told from a connection that fails', async (_, make) => {
    const error = Object.assign(new Error('shopper hung up'), { code: 'ECONNRESET' });
    const { url } = await answering((response) => response.end());
    expect(await post(url, make(error))).toMatchObject({
      ok: false,
      failure: { kind: 'request_body', cause: error },
    });
    const { url: gone } = await speaking((socket) => socket.resetAndDestroy());
    const result = await post(gone, Readable.from(slowly()));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'reset' } });
  });

  it('that is destroyed without a word is a failed body', async () => {
    const { url } = await answering((response) => response.end());
    const body = new Readable({ read() {} });
    body.push('half');
    setTimeout(() => body.destroy(), 30);
    expect(await post(url, body)).toMatchObject({ ok: false, failure: { kind: 'request_body' } });
  });

  it('that somebody else reads is a failed body', async () => {
    const body = new Blob(['x']).stream();
    body.getReader();
    expect(await post('http://127.0.0.1:1', body)).toMatchObject({ failure: { kind: 'request_body' } });
  });
});

describe('the source of a request body is let go of', () => {
  it.each<[when: string, open: () => Promise<string>, result: object]>([
    [
      'the server answers before it has it all',
      () => handling((_, response) => response.writeHead(413).end('too much')),
      { ok: true, status: 413 },
    ],
    ['the deadline passes', async () => (await speaking(() => {})).url, { failure: { kind: 'timeout' } }],
    ['it never gets a connection', async () => 'http://127.0.0.1:1', { failure: { kind: 'refused' } }],
  ])('when %s', async (_, open, result) => {
    const url = await open();
    const states = watched();
    for (const body of states.bodies) expect(await post(url, body, { timeoutMs: 300 })).toMatchObject(result);
    await expect.poll(() => states.ended).toEqual({ readable: true, iterable: true, web: true });
  });

  it('but an IncomingMessage handed over as an iterator can still be answered', async () => {
    const upstream = await handling((_, response) => response.writeHead(413).end());
    const proxy = await handling(async (message, response) => {
      await post(upstream, message.iterator({ destroyOnReturn: false }));
      response.writeHead(413).end('too large');
    });
    const slow = new ReadableStream({
      async pull(controller) {
        await sleep(20);
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const result = await post(proxy, slow);
    expect(result.ok && Buffer.from(result.body).toString()).toBe('too large');
  });
});

// biome-ignore lint/correctness/useYield: one part, then the failure.
async function* failing(error: Error): AsyncGenerator<Uint8Array> {
  await sleep(20);
  throw error;
}

async function* slowly(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 100; i++) {
    yield new Uint8Array(1000);
    await sleep(10);
  }
}

/** Three sources that never end by themselves, and whether each was ended. */
function watched() {
  const ended = { readable: false, iterable: false, web: false };
  const readable = new Readable({ read() {} });
  readable.push('start');
  readable.on('close', () => {
    ended.readable = true;
  });
  const iterable: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () =>
      ({
        next: () => sleep(5).then(() => ({ done: false, value: new Uint8Array(10) })),
        return: async () => {
          ended.iterable = true;
          return { done: true, value: undefined };
        },
      }) as unknown as AsyncIterator<Uint8Array>,
  } as AsyncIterable<Uint8Array>;
  const web = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel() {
      ended.web = true;
    },
  });
  return { ended, bodies: [readable, iterable, web] as TransportBody[] };
}
