import { expect, test } from 'vitest';
import { newId } from './ids.ts';

test('ids sort by the time they were made, and within a millisecond by their order', () => {
  const ids = [];
  for (let ms = 0; ms < 5; ms += 1) {
    for (let n = 0; n < 200; n += 1) ids.push(newId('evt_', new Date(1_800_000_000_000 + ms)));
  }
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is its prefix and a ULID of its time', () => {
  // The time of the ULID specification's own example.
  expect(newId('pln_', new Date(1_469_918_176_385))).toMatch(/^pln_01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
});
