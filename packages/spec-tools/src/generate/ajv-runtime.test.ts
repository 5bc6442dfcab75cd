import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error it is plain JavaScript, as it goes out
import { equal, ucs2length } from './ajv-runtime.js';

describe('ajv-runtime', () => {
  it('counts code points as an iterator does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ucs2length(text) === [...text].length));
    const loose = fc
      .array(fc.integer({ min: 0xd000, max: 0xe000 }))
      .map((units) => String.fromCharCode(...units));
    fc.assert(fc.property(loose, (text) => ucs2length(text) === [...text].length));
  });

  it('calls JSON values equal exactly when they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(equal(one, structuredClone(one))).toBe(true);
        expect(equal({ a: one, b: other }, { b: other, a: one })).toBe(true);
        const same = JSON.stringify(one) === JSON.stringify(other);
        if (same) expect(equal(one, other)).toBe(true);
        expect(equal(one, [one])).toBe(false);
      }),
    );
    expect(equal([], {})).toBe(false);
    expect(equal({ a: 1 }, { b: 1 })).toBe(false);
    expect(equal({ toString: 1 }, { constructor: 1 })).toBe(false);
  });
});
