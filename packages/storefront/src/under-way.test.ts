import { expect, test } from 'vitest';
import { UnderWay } from './under-way.ts';

test('what entered and did not leave is under way, whatever left before it', () => {
  const underWay = new UnderWay<string>();
  const slots = ['a', 'b', 'c'].map((item) => underWay.enter(item));
  underWay.leave(slots[1] as number);
  expect(underWay.items()).toEqual(['a', 'c']);
  expect(underWay.size).toBe(2);
  underWay.enter('d');
  underWay.leave(slots[0] as number);
  expect(underWay.items().toSorted()).toEqual(['c', 'd']);
  expect(underWay.size).toBe(2);
});
