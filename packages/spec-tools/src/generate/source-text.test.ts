import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, union } from './source-text.ts';

describe('literal', () => {
  it('is source that evaluates to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        // `__proto__: x` in source sets the prototype; no spec names a field so.
        fc.pre(!JSON.stringify(plain).includes('__proto__'));
        expect(new Function(`return (${literal(plain)});`)()).toEqual(plain);
      }),
    );
  });

  it('stays on one line where it fits and breaks where it does not', () => {
    expect(literal({ a: 1, 'b-c': ['it', "it's"] })).toBe(`{ a: 1, 'b-c': ['it', "it's"] }`);
    const long = literal(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field${at}`, at])));
    expect(long.split('\n')).toHaveLength(32);
  });
});

describe('union', () => {
  it('names each value once, and nothing as never', () => {
    expect(union(['a', 'b', 'a', null])).toBe("'a' | 'b' | null");
    expect(union([])).toBe('never');
  });
});
