import { expect, test } from 'vitest';
import { lessBy, proportion, returnsAvoided } from './proportion.ts';

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

// Newcombe 1998, Statistics in Medicine 17, tables I (Wilson, method 3) and II (method 10).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f', (hits, of, low, high) => {
  const found = proportion(hits, of);
  expect([rounded(found?.low ?? -1), rounded(found?.high ?? -1)]).toEqual([low, high]);
});

test('of nothing there is no share, and no share is above all', () => {
  expect(proportion(0, 0)).toBeUndefined();
  expect(proportion(3, 2)).toMatchObject({ rate: 1, high: 1 });
});

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
])('%i of %i is more often than %i of %i by %f to %f', (hits, of, others, ofOthers, low, high) => {
  const [more, less] = [proportion(hits, of), proportion(others, ofOthers)];
  if (!more || !less) throw new Error('nothing');
  const found = lessBy(less, more);
  expect([rounded(found.low), rounded(found.high)]).toEqual([low, high]);
});

test('returns avoided are told only where the intervals lie apart', () => {
  const [few, many] = [proportion(8, 100), proportion(240, 1_000)];
  expect(returnsAvoided(few, many)).toEqual({ orders: 16, low: 8, high: 21 });
  expect(returnsAvoided(proportion(8, 40), proportion(24, 100))).toBeUndefined();
  expect(returnsAvoided(many, few)).toBeUndefined();
  expect(returnsAvoided(undefined, many)).toBeUndefined();
});
