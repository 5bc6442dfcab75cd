import { expect, test } from 'vitest';
import type { StorefrontRequest } from '../exchange/request.ts';
import { checkOrigin, parseOrigins } from './origin.ts';

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

test.each(['https://shop.example/', 'HTTPS://SHOP.EXAMPLE', 'https://shop.example, https://shop.example'])(
  'takes no other spelling of the shop’s: %s',
  (origin) => {
    const request = { header: () => origin } as unknown as StorefrontRequest;
    expect(checkOrigin(request, parseOrigins('https://shop.example'))).toMatchObject({
      kind: 'foreign_origin',
    });
  },
);
