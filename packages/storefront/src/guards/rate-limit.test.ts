import { expect, test } from 'vitest';
import { createRateLimits, type RateLimiterState } from './rate-limit.ts';

const limiter = (consume: () => Promise<RateLimiterState>) => () => ({ consume });

test('counts every operation that has a limit, by the contract’s unless told otherwise', async () => {
  const limits = createRateLimits({ proxyTryon: { limit: 5, windowSeconds: 10 }, getNonce: false });
  expect(limits.has('getNonce')).toBe(false);
  expect((await limits.get('proxyTryon')?.('key'))?.headers).toContain('"default";q=5;w=10');
  expect((await limits.get('getStorefrontStatus')?.('key'))?.headers).toContain('"default";q=120;w=60');
});

test('says what is left', async () => {
  const count = createRateLimits({ getNonce: { limit: 2, windowSeconds: 60 } }).get('getNonce');
  for (const left of [1, 0, 0])
    expect((await count?.('key'))?.headers).toContainEqual(
      expect.stringMatching(new RegExp(`^"default";r=${left};t=(59|60)$`)),
    );
});

test('says how long to wait, at least a second', async () => {
  const limits = createRateLimits(
    {},
    limiter(() => Promise.reject({ remainingPoints: 0, msBeforeNext: 3 })),
  );
  const { failure } = (await limits.get('getNonce')?.('key')) ?? {};
  expect(failure).toEqual({ kind: 'rate_limited', retryAfterSeconds: 1 });
});

test('a store that fails does not let the request pass', async () => {
  const limits = createRateLimits(
    {},
    limiter(() => Promise.reject(new Error('ECONNREFUSED'))),
  );
  await expect(limits.get('getNonce')?.('key')).rejects.toThrow('ECONNREFUSED');
});
