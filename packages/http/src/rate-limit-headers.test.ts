import { expect, test } from 'vitest';
import { rateLimitHeaders, secondsToWait } from './rate-limit-headers.ts';

test('says what is left, for how long, of how much', () => {
  expect(rateLimitHeaders({ limit: 5, windowSeconds: 60 }, 3, 1_001)).toEqual({
    RateLimit: '"default";r=3;t=2',
    'RateLimit-Policy': '"default";q=5;w=60',
  });
  expect(rateLimitHeaders({ limit: 5, windowSeconds: 60 }, -1, 0).RateLimit).toBe('"default";r=0;t=1');
});

test.each([
  [-1, 1],
  [0, 1],
  [3, 1],
  [1_000, 1],
  [1_001, 2],
])('%d ms are %d s to wait', (milliseconds, seconds) => {
  expect(secondsToWait(milliseconds)).toBe(seconds);
});
