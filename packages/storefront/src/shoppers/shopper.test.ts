import { expect, test } from 'vitest';
import { type ShopperIdentity, toShopper } from './shopper.ts';

function read(identity: unknown, platform: 'external' | 'laravel' = 'external') {
  const told: [string, string][] = [];
  const shopper = toShopper(identity as ShopperIdentity, platform, (...each) => told.push(each));
  return { shopper, told };
}

test('a shopper is known by the platform’s prefix and id', () => {
  expect(read({ id: 42 }, 'laravel').shopper?.externalId).toBe('laravel_42');
  expect(read({ id: 'ada' }).shopper?.externalId).toBe('external_ada');
  expect(read({ id: 9_007_199_254_740_993n }).shopper?.externalId).toBe('external_9007199254740993');
});

test.each([[null], [undefined], [false], [''], [0]])('%j is a guest, of which nobody is told', (identity) => {
  expect(read(identity)).toEqual({ shopper: null, told: [] });
});

test.each([
  ['ada@shop.example\n'],
  ['ada'.repeat(100)],
  ['ada\0'],
  ['ada\ud83e'],
  [''],
  [-1],
  [1.5],
  [2 ** 53],
  [Number.NaN],
  [true],
  [null],
  [undefined],
  [{ ada: 1 }],
  [['ada']],
  [() => 'ada'],
])('whoever has no usable id is a guest, and the id is not quoted: %j', (id) => {
  const { shopper, told } = read({ id, email: 'ada@shop.example' });
  expect(shopper).toBeNull();
  expect(told).toEqual([
    ['id', 'must be a whole number or a short text on one line; the shopper is taken for a guest'],
  ]);
});

test('what is no identity is a guest', () => {
  const broken = {
    get id(): string {
      throw new Error('ada');
    },
  };
  for (const identity of ['ada', true, ['ada'], broken]) {
    const { shopper, told } = read(identity);
    expect(shopper).toBeNull();
    expect(told.map(([field]) => field)).toEqual(['id']);
  }
});

test.each([
  ['s1', 's1'],
  [7, '7'],
  [7n, '7'],
  ['', undefined],
  [null, undefined],
])('the shop’s session %o reads as %j', (sessionId, text) => {
  const { shopper, told } = read({ id: 1, sessionId });
  expect(shopper?.sessionId).toBe(text);
  expect(told).toEqual([]);
});

test.each([[{ id: 's1' }], [Number.NaN], [Symbol('s1')], [() => 's1']])(
  'a session that is no text is left out: %o',
  (sessionId) => {
    const { shopper, told } = read({ id: 1, sessionId });
    expect(shopper).toMatchObject({ externalId: 'external_1', sessionId: undefined });
    expect(told.map(([field]) => field)).toEqual(['sessionId']);
  },
);
