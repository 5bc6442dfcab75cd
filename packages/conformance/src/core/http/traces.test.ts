import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findTrace, readings } from './traces.ts';

const SECRET = 'gvk_test_b7Kq-93_zXw';

describe('findTrace', () => {
  const disguises: Record<string, string | Buffer> = {
    'as it is': SECRET,
    'inside other text': `key=${SECRET};`,
    reversed: [...SECRET].reverse().join(''),
    'in hex': Buffer.from(SECRET).toString('hex'),
    'in upper-case hex': Buffer.from(SECRET).toString('hex').toUpperCase(),
    'in base64': Buffer.from(SECRET).toString('base64'),
    'in base64 after one byte': Buffer.from(`x${SECRET}y`).toString('base64'),
    'in base64 after two bytes': Buffer.from(`xy${SECRET}`).toString('base64'),
    'in base64url': Buffer.from(`{"k":"${SECRET}"}`).toString('base64url'),
    'percent-encoded': [...Buffer.from(SECRET)].map((byte) => `%${byte.toString(16)}`).join(''),
    'in JSON escapes': [...SECRET].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(''),
    'in UTF-16': Buffer.from(SECRET, 'utf16le'),
    'in upper case': SECRET.toUpperCase(),
  };
  it.each(Object.entries(disguises))('finds a secret %s', (_name, bytes) => {
    expect(findTrace(Buffer.from(bytes as string), SECRET)).toEqual(expect.any(String));
  });

  it('finds nothing where nothing is', () => {
    expect(findTrace(Buffer.from('gvk_test_another_key'), SECRET)).toBeUndefined();
  });
});

describe('readings', () => {
  it('reads what was compressed, and shows what cannot be read as it came', () => {
    const body = gzipSync(SECRET);
    expect(readings(body, 'gzip').some((bytes) => findTrace(bytes, SECRET))).toBe(true);
    expect(readings(body.subarray(0, 5), 'gzip')).toEqual([body.subarray(0, 5)]);
    expect(readings(body, 'compress')).toEqual([body]);
  });

  it.each([
    ['GZIP', gzipSync(SECRET)],
    [' identity, x-gzip', gzipSync(SECRET)],
    ['deflate', deflateRawSync(SECRET)],
    ['gzip, br', brotliCompressSync(gzipSync(SECRET))],
  ])('reads what came as %j', (header, body) => {
    expect(Buffer.from(readings(body, header).at(-1) ?? []).toString()).toBe(SECRET);
  });

  it('is bounded', () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    expect(readings(bomb, 'gzip')).toEqual([bomb]);
  });
});
