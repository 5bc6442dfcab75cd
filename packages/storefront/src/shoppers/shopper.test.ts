import { expect, test } from 'vitest';
import { type ShopperIdentity, toShopper } from './shopper.ts';

test('a shopper is known by the platform’s prefix and id', () => {
  expect(toShopper({ id: 42 }, 'laravel')?.externalId).toBe('laravel_42');
  expect(toShopper({ id: 'ada' }, 'external')?.externalId).toBe('external_ada');
  expect(toShopper(null, 'external')).toBeNull();
  expect(toShopper(undefined, 'external')).toBeNull();
});

test.each([['ada@shop.example\n'], ['ada'.repeat(100)], [''], [-1], [1.5], [undefined], [{ ada: 1 }]])(
  'an id that cannot be one is refused without being quoted: %j',
  (id) => {
    const refused = () => toShopper({ id } as ShopperIdentity, 'external');
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow(/^identify gave an id that fits behind no prefix: external ids are a whole/);
    expect(refused).not.toThrow('ada');
  },
);
