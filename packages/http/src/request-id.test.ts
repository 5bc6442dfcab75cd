import { expect, test } from 'vitest';
import { createRequestId, isRequestId } from './request-id.ts';

test('an id is given once, and is one', () => {
  const ids = Array.from({ length: 1_000 }, createRequestId);
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.every(isRequestId)).toBe(true);
});

test.each(['', 'short', 'with space', 'a/b/c/d/e', `${'a'.repeat(129)}`, 'line\nbreak'])(
  '%j is none',
  (text) => {
    expect(isRequestId(text)).toBe(false);
  },
);
