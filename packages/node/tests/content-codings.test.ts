import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { errorOf, openClient, WAYS } from './clients.ts';
import { answering, json } from './loopback.ts';

const STATUS = { access: 'ALLOWED', plan: 'growth' };

function coded(coding: string, body: Buffer) {
  return answering((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding });
    response.end(body);
  });
}

describe.each(WAYS)('a client on %s', (_, options) => {
  it('asks for no content coding', async () => {
    const { url, received } = await answering(json(200, STATUS));
    await openClient(url, options).status.get();
    expect(received[0]?.headers['accept-encoding']).toBe('identity');
  });

  it.each<[string, (body: string) => Buffer]>([
    ['gzip', gzipSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['gzip, br', (body) => brotliCompressSync(gzipSync(body))],
  ])('reads what comes in %s all the same', async (coding, encode) => {
    const { url } = await coded(coding, encode(JSON.stringify(STATUS)));
    expect(await openClient(url, options).status.get()).toEqual(STATUS);
  });

  it('names a coding that it does not know', async () => {
    const { url } = await coded('compress', Buffer.from(JSON.stringify(STATUS)));
    const error = await errorOf(openClient(url, options).status.get());
    expect(error).toMatchObject({ name: 'GenvorisConnectionError', code: 'undecodable' });
    expect((error.cause as Error).message).toContain('compress');
  });

  it('takes no more than the limit out of a bomb', async () => {
    const { url } = await coded('gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    expect((await errorOf(openClient(url, options).status.get())).code).toBe('too_large');
  });
});

it('a fetch that decodes nothing is decoded behind', async () => {
  const body = new Uint8Array(gzipSync(JSON.stringify(STATUS)));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const fetch = async () => new Response(body, { headers });
  expect(await openClient('http://127.0.0.1:1', { fetch }).status.get()).toEqual(STATUS);
});
