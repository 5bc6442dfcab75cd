import { expect, test } from 'vitest';
import { parseOrigins } from './origin.ts';

test('reads one origin or several', () => {
  expect(parseOrigins('https://shop.example')).toEqual(new Set(['https://shop.example']));
  expect(parseOrigins(['https://a.example', 'http://localhost:3000']).size).toBe(2);
});

test.each([
  '',
  'shop.example',
  'https://shop.example/',
  'https://shop.example/path',
  'https://SHOP.example',
  'https://shop.example:443',
  'ftp://shop.example',
  'null',
  null,
  undefined,
  [],
  ['https://shop.example', '*'],
])('refuses %j', (value) => {
  expect(() => parseOrigins(value)).toThrow(TypeError);
});
