import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignatureHeader, parseStandardSignature } from './signature-header.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
/** Near misses find more than random text does. */
const nearly = fc
  .array(fc.oneof(fc.constantFrom('t=', 'v1=', ',', '=', ' ', 'v1,', 't', '0'), hex, fc.string()), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('parseSignatureHeader', () => {
  it('reads the timestamp and the digests of every well-formed header', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 99_999_999_999 }),
        fc.array(hex, { minLength: 1, maxLength: 8 }),
        (t, digests) => {
          const parsed = parseSignatureHeader([`t=${t}`, ...digests.map((d) => `v1=${d}`)].join(','));
          expect(parsed?.timestamp).toBe(String(t));
          expect(parsed?.digests.map((d) => d.toString('hex'))).toEqual(digests);
        },
      ),
    );
  });

  it('never throws, and never gives a digest that is not 32 bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), fc.oneof(fc.string(), nearly), (value, other) => {
        for (const parsed of [parseSignatureHeader(value), parseStandardSignature(other, value)]) {
          if (parsed === null) continue;
          expect(parsed.timestamp).toMatch(/^\d{1,12}$/);
          expect(parsed.digests.length).toBeGreaterThan(0);
          for (const digest of parsed.digests) expect(digest.byteLength).toBe(32);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
