import { expect, test } from 'vitest';
import { isAllowedOrigin } from './allowed-domain.ts';

const domains = ['shop.example', '*.shops.example', 'localhost:3000'];

test.each([
  ['https://shop.example', true],
  ['https://SHOP.example', true],
  ['http://shop.example:8080', true],
  ['https://eu.shops.example', true],
  ['https://a.b.shops.example', true],
  ['http://localhost:3000', true],
  ['https://shops.example', false],
  ['https://evilshops.example', false],
  ['https://shop.example.evil.example', false],
  ['https://evil.example/?shop.example', false],
  ['https://shop.example@evil.example', false],
  ['http://localhost:3001', false],
  ['null', false],
  ['file:///shop.example', false],
])('%s: %s', (origin, allowed) => {
  expect(isAllowedOrigin(origin, domains)).toBe(allowed);
});

test('a key without domains allows every origin', () => {
  expect(isAllowedOrigin('https://anything.example', [])).toBe(true);
});
