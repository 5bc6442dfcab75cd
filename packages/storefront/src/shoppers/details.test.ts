import { expect, test } from 'vitest';
import { readDetails } from './details.ts';

const SECRET = 'secret-of-ada';
const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]));
const circular: Record<string, unknown> = {};
circular.self = circular;
const throwing = {
  plan: 'gold',
  get broken(): string {
    throw new Error(SECRET);
  },
};
const hostile = new Proxy(
  {},
  {
    ownKeys(): never {
      throw new Error(SECRET);
    },
  },
);

function read(given: { email?: unknown; metadata?: unknown }) {
  const told: [string, string][] = [];
  const whole = { email: undefined, metadata: undefined, ...given };
  const details = readDetails('external_1', whole, (...each) => told.push(each));
  return { sent: JSON.parse(JSON.stringify(details)), told };
}

test.each([
  [{}],
  [{ email: 'ada@shop.example' }],
  [{ email: null }],
  [{ metadata: {} }],
  [{ metadata: keys(20) }],
  [{ metadata: { text: 'a', number: 1.5, flag: false, nothing: null } }],
  [{ metadata: { note: 'x'.repeat(4096 - '{"note":""}'.length) } }],
  [{ metadata: { note: 'ü'.repeat(2042) } }],
  [{ metadata: { note: 'a literal \\u0000' } }],
])('what the contract takes is sent as it is: %j', (given) => {
  expect(read(given)).toEqual({ sent: given, told: [] });
});

test('an absent value is absent, and what has a text as JSON is that text', () => {
  const at = new Date('2026-11-20T10:00:00Z');
  const { sent, told } = read({
    email: undefined,
    metadata: { a: undefined, at, id: { toJSON: () => 'x' } },
  });
  expect(sent).toEqual({ metadata: { at: '2026-11-20T10:00:00.000Z', id: 'x' } });
  expect(told).toEqual([]);
  // A column of the shop's that is empty; what the portal has stays.
  expect(read({ metadata: null })).toEqual({ sent: {}, told: [] });
});

test.each<[string, unknown]>([
  ['empty', ''],
  ['no email', SECRET],
  ['with a blank', ` ${SECRET}@shop.example`],
  ['with a line break', `${SECRET}@shop.example\n`],
  ['with a NUL', `${SECRET}\0@shop.example`],
  ['too long', `${SECRET}@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.example`],
  ['half of a surrogate pair', `${SECRET}\ud83e@shop.example`],
  ['a number', 5],
  ['a list', [`${SECRET}@shop.example`]],
  ['a function', () => SECRET],
  ['a symbol', Symbol(SECRET)],
])('an email that is %s is left out', (_, email) => {
  const { sent, told } = read({ email, metadata: { plan: 'gold' } });
  expect(sent).toEqual({ metadata: { plan: 'gold' } });
  expect(told).toEqual([['email', expect.stringMatching(/^must /)]]);
  expect(told.join()).not.toContain(SECRET);
});

test.each<[string, unknown]>([
  ['nested', { a: SECRET }],
  ['a list', [SECRET]],
  ['circular', circular],
  ['no number', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
  ['a bigint', 5n],
  ['a function', () => SECRET],
  ['a symbol', Symbol(SECRET)],
  ['a map', new Map([['a', SECRET]])],
  ['a text with a NUL', `${SECRET}\0`],
  ['half of a surrogate pair', `${SECRET}\udc00`],
  ['an object with a throwing toJSON', { toJSON: () => throwing.broken }],
])('a value of metadata that is %s is left out alone', (_, broken) => {
  const { sent, told } = read({ email: 'ada@shop.example', metadata: { plan: 'gold', broken } });
  expect(sent).toEqual({ email: 'ada@shop.example', metadata: { plan: 'gold' } });
  expect(told).toEqual([['metadata.broken', expect.stringMatching(/^must /)]]);
  expect(told.join()).not.toContain(SECRET);
});

test('a key of metadata that may be somebody’s name is not repeated', () => {
  const { sent, told } = read({ metadata: { [`${SECRET}@shop.example`]: {}, 'a\0': 1 } });
  expect(sent).toEqual({ metadata: {} });
  expect(told.map(([field]) => field)).toEqual(['a key of metadata', 'a key of metadata']);
});

test('a getter that throws leaves out its value alone', () => {
  expect(read({ metadata: throwing })).toMatchObject({
    sent: { metadata: { plan: 'gold' } },
    told: [['metadata.broken', expect.any(String)]],
  });
});

test.each<[string, unknown]>([
  ['more keys than the contract takes', keys(21)],
  ['a hundred thousand nested keys', Object.fromEntries(Object.keys(keys(100_000)).map((key) => [key, {}]))],
  ['one byte too many', { note: 'x'.repeat(4097 - '{"note":""}'.length) }],
  ['too many bytes in few letters', { note: 'ü'.repeat(2043) }],
  ['a list', [{ plan: SECRET }]],
  ['a map, which would clear what is there', new Map([['plan', SECRET]])],
  ['a date', new Date()],
  ['a text', SECRET],
  ['a function', () => SECRET],
  ['a proxy that throws', hostile],
])('metadata that is %s is left out whole, and told of once', (_, metadata) => {
  const { sent, told } = read({ email: 'ada@shop.example', metadata });
  expect(sent).toEqual({ email: 'ada@shop.example' });
  expect(told).toEqual([['metadata', expect.any(String)]]);
  expect(told.join()).not.toContain(SECRET);
});

test('getters of the identity itself may throw', () => {
  const given = {
    get email(): string {
      throw new Error(SECRET);
    },
    metadata: { plan: 'gold' },
  };
  const told: string[] = [];
  expect(readDetails('external_1', given, (field) => told.push(field))).toEqual({
    metadata: { plan: 'gold' },
  });
  expect(told).toEqual(['email']);
});
