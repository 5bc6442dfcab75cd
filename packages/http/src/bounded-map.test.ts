import { expect, test } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

function filled(): BoundedMap<string, number> {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  return map;
}

const kept = (map: BoundedMap<string, number>) => ['a', 'b', 'c'].filter((key) => map.get(key) !== undefined);

test.each<[string, (map: BoundedMap<string, number>) => void, string[]]>([
  ['the oldest', () => {}, ['b', 'c']],
  ['the oldest, though it was read', (map) => map.get('a'), ['b', 'c']],
  ['another than the one that was used', (map) => map.use('a'), ['a', 'c']],
  ['another than the one that was set again', (map) => map.set('a', 3), ['a', 'c']],
  ['none, where there is room', (map) => map.delete('a'), ['b', 'c']],
])('a third entry of two takes the place of %s', (_, before, expected) => {
  const map = filled();
  before(map);
  map.set('c', 3);
  expect(kept(map)).toEqual(expected);
});

test('what is not there is not made by using it', () => {
  const map = filled();
  expect(map.use('c')).toBe(undefined);
  expect(kept(map)).toEqual(['a', 'b']);
});
