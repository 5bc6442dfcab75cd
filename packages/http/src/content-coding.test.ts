import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentCodings, decodeBody, encodedLimit } from './content-coding.ts';

const TEXT = Buffer.from(JSON.stringify({ access: 'ALLOWED', plan: 'growth' }));
const LIMIT = 64 * 1024;

/** What a server may write, and how its body then looks. */
const ENCODED: [header: string, encode: (body: Buffer) => Buffer][] = [
  ['gzip', zlib.gzipSync],
  ['x-gzip', zlib.gzipSync],
  ['GZip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['deflate', zlib.deflateRawSync],
  ['br', zlib.brotliCompressSync],
  ['zstd', zlib.zstdCompressSync],
  [' identity , gzip', zlib.gzipSync],
  ['gzip, br', (body) => zlib.brotliCompressSync(zlib.gzipSync(body))],
  ['deflate,gzip', (body) => zlib.gzipSync(zlib.deflateSync(body))],
  ['identity', (body) => body],
  ['', (body) => body],
  [' , ', (body) => body],
];

const decode = (body: Uint8Array, header: string, limit = LIMIT) =>
  decodeBody(body, contentCodings(header), limit);

describe('a body', () => {
  it.each(ENCODED)('is what it was before %j', async (header, encode) => {
    expect(await decode(encode(TEXT), header)).toEqual({ kind: 'decoded', body: TEXT });
  });

  it('that is empty has nothing to undo', async () => {
    for (const header of ['gzip', 'br', 'compress'])
      expect(await decode(new Uint8Array(0), header)).toEqual({ kind: 'decoded', body: new Uint8Array(0) });
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'gzip, br'])('cut off within %s is truncated', async (header) => {
    const [, encode] = ENCODED.find(([name]) => name === header) as (typeof ENCODED)[number];
    const whole = encode(Buffer.concat([TEXT, Buffer.from('x'.repeat(5000))]));
    expect(await decode(whole.subarray(0, -6), header)).toMatchObject({ kind: 'truncated' });
  });

  it.each(['gzip', 'br', 'zstd', 'deflate, gzip'])(
    'that is not in %s is named, and not quoted',
    async (header) => {
      const result = await decode(Buffer.from('{"secret":"canary"}'), header);
      expect(result).toMatchObject({ kind: 'damaged', coding: header.split(', ').at(-1) });
      expect(JSON.stringify(result)).not.toContain('canary');
    },
  );

  it.each([
    ['compress', 'compress'],
    ['gzip, Exi', 'exi'],
    ['gvk_live_canary', '(not a name)'],
    ['canary canary', '(not a name)'],
    ['__proto__', '(not a name)'],
    ['constructor', 'constructor'],
    ['gzip,gzip,gzip,gzip,gzip', '5 codings on top of each other'],
  ])('in %s is in no coding that we know', async (header, coding) => {
    expect(await decode(TEXT, header)).toEqual({ kind: 'unknown_coding', coding });
  });
});

describe('the limit', () => {
  it.each(ENCODED.slice(0, 9))('holds for what comes out of %s, to the byte', async (header, encode) => {
    const random = Buffer.from(Array.from({ length: LIMIT }, (_, n) => (n * 7919 * (n >> 3)) % 251));
    const encoded = encode(random);
    expect(encoded.byteLength).toBeLessThanOrEqual(encodedLimit(LIMIT));
    expect(await decode(encoded, header)).toEqual({ kind: 'decoded', body: random });
    expect(await decode(encoded, header, LIMIT - 1)).toEqual({ kind: 'too_large' });
  });

  it.each(ENCODED.slice(0, 9))('is not blown by a bomb in %s', async (header, encode) => {
    const bomb = encode(Buffer.alloc(16 * 1024 * 1024));
    expect(bomb.byteLength).toBeLessThan(LIMIT);
    expect(await decode(bomb, header)).toEqual({ kind: 'too_large' });
  });

  it('of a window is that of RFC 9659, not what a frame asks for', async () => {
    const params = { [zlib.constants.ZSTD_c_windowLog]: 27, [zlib.constants.ZSTD_c_contentSizeFlag]: 0 };
    const stream = zlib.createZstdCompress({ params });
    stream.end(TEXT);
    const frame = Buffer.concat(await stream.toArray());
    expect(await decode(frame, 'zstd')).toMatchObject({ kind: 'damaged', coding: 'zstd' });
  });
});
