import { expect, test } from 'vitest';
import { isStorable, unstorableAt } from './storable-text.ts';

test.each([
  ['a word', true],
  ['🧥', true],
  ['a\0b', false],
  ['half of a pair: \ud83e', false],
])('%j: %s', (text, storable) => {
  expect(isStorable(text)).toBe(storable);
});

test.each<[unknown, string | undefined]>([
  [{ name: 'Ada', list: [1, null, { deep: 'fine' }] }, undefined],
  [{ list: ['fine', { deep: 'a\0' }] }, '/list/1/deep'],
  [{ metadata: { 'a\0': 1 } }, '/metadata'],
  [{ 'a/b~c': '\udc00' }, '/a~1b~0c'],
  ['\0', ''],
])('finds what cannot be kept: %j at %s', (value, pointer) => {
  expect(unstorableAt(value)).toBe(pointer);
});
