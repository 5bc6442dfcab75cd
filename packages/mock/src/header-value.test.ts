import { describe, expect, it } from 'vitest';
import { headerValue } from './header-value.ts';

const examples = [
  ['rate_limited', '60'],
  ['maintenance', 'Fri, 20 Nov 2026 10:00:00 GMT'],
] as const;

describe('the value of a header', () => {
  it('is the example named like the scenario', () => {
    expect(headerValue({ required: true, examples }, 'maintenance', '60')).toBe(
      'Fri, 20 Nov 2026 10:00:00 GMT',
    );
  });

  it('is the one named default otherwise', () => {
    const withDefault = [...examples, ['default', '1']] as const;
    expect(headerValue({ required: false, examples: withDefault }, 'ALLOWED', '60')).toBe('1');
  });

  it('is the first example where the header is required and no name fits', () => {
    expect(headerValue({ required: true, examples }, 'ALLOWED', '60')).toBe('60');
  });

  it('stays away where it is not required and belongs to other scenarios', () => {
    expect(headerValue({ required: false, examples }, 'ALLOWED', '60')).toBeUndefined();
  });

  it('is what Prism makes up where there is no example, and never the word null', () => {
    expect(headerValue({ required: true, examples: [] }, undefined, 7)).toBe('7');
    expect(headerValue({ required: true, examples: [] }, undefined, null)).toBeUndefined();
    expect(headerValue({ required: false, example: 0, examples: [] }, undefined, null)).toBe('0');
  });
});
