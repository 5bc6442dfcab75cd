import { forwarded, SECRET, SHOP_DOMAIN, signedText } from '@genvoris/testing/fake-shopify';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StorefrontRequest } from '../exchange/request.ts';
import { findRoute, type Route } from '../exchange/routes.ts';
import { createProxyCheck } from './shopify-proxy.ts';

const NOW = 1_795_168_800;
const STATUS = findRoute('GET', '/status') as Route;
const SESSION = findRoute('POST', '/session') as Route;
const timestamp = String(NOW);

function ask(query: string, { route = STATUS, secrets = [SECRET], seconds = NOW } = {}) {
  const check = createProxyCheck({ shop: SHOP_DOMAIN, secrets }, () => seconds * 1000);
  return check({ query } as StorefrontRequest, route);
}
const signed = (options: Parameters<typeof forwarded>[0] = {}) =>
  forwarded({ ...options, changed: { timestamp, ...options.changed } });

test('takes what Shopify signs, in any order, and reads the customer', async () => {
  const text = `shop=${SHOP_DOMAIN}&path_prefix=%2Fapps%2Fgenvoris&timestamp=${NOW}&product_id=dress-42&logged_in_customer_id=42`;
  const signature = '0432887a43d7498d05316898473a7afc321c5a416857b363c5acf752c8bcd434';
  for (const query of [`${text}&signature=${signature}`, `signature=${signature}&${text}`])
    expect(await ask(query)).toEqual({ kind: 'forwarded', customerId: '42', signature, at: NOW * 1000 });
  expect(await ask(signed().toString())).toMatchObject({ kind: 'forwarded', customerId: undefined });
});

test.each<[string, Parameters<typeof forwarded>[0], string]>([
  ['another app’s secret', { secret: 'shpss_another' }, 'fits none of the app’s secrets'],
  ['another shop', { changed: { shop: 'evil.myshopify.com' } }, 'for another shop'],
  ['a shop that is none', { changed: { shop: 'evil.example' } }, 'the value of shop'],
  [
    'a prefix that is none of Shopify’s',
    { changed: { path_prefix: '/admin/x' } },
    'the value of path_prefix',
  ],
  ['a timestamp in another form', { changed: { timestamp: '1795168800.5' } }, 'the value of timestamp'],
  ['a customer who is no number', { customer: '42a' }, 'the value of logged_in_customer_id'],
  ['an id of more than twenty digits', { customer: '1'.repeat(21) }, 'the value of logged_in_customer_id'],
  ['a parameter of the visitor’s own', { own: 'extra=1' }, 'neither Shopify’s nor the operation’s'],
  ['a parameter twice', { own: 'product_id=1&product_id=2' }, 'twice'],
  ['an equals sign in a value', { own: 'product_id=a%3Db' }, 'the value of product_id'],
])('refuses %s, though it is signed', async (_, options, why) => {
  const answer = await ask(signed(options).toString());
  expect(answer).toMatchObject({ kind: 'unproxied' });
  expect(JSON.stringify(answer)).toContain(why);
});

test('takes the parameters of this operation only', async () => {
  const query = signed({ own: 'product_id=dress-42' }).toString();
  expect(await ask(query)).toMatchObject({ kind: 'forwarded' });
  expect(await ask(query, { route: SESSION })).toMatchObject({ kind: 'unproxied' });
});

test.each([-91, 91, -100_000, 100_000])('refuses a signature that is %i seconds off', async (off) => {
  expect(await ask(signed().toString(), { seconds: NOW + off })).toMatchObject({ kind: 'unproxied' });
});
test.each([-90, 0, 90])('takes a signature that is %i seconds off', async (off) => {
  expect(await ask(signed().toString(), { seconds: NOW + off })).toMatchObject({ kind: 'forwarded' });
});

test('takes either secret while they are rotated', async () => {
  for (const secret of [SECRET, 'shpss_the_next_one_of_the_app']) {
    const query = signed({ secret }).toString();
    expect(await ask(query, { secrets: ['shpss_the_next_one_of_the_app', SECRET] })).toMatchObject({
      kind: 'forwarded',
    });
  }
});

test('refuses any other query than the one that was signed', async () => {
  const query = signed({ customer: '42' });
  const others: [string, (text: string) => string][] = [
    ['no signature', (text) => text.replace(/&signature=.*/, '')],
    ['a second signature', (text) => `${text}&signature=${'0'.repeat(64)}`],
    ['an upper-case signature', (text) => text.replace(/signature=.*/, (one) => one.toUpperCase())],
    ['capital hex', (text) => text.replace(/(?<=signature=).*/, (one) => one.toUpperCase())],
    ['a short signature', (text) => text.slice(0, -1)],
    ['another customer', (text) => text.replace('customer_id=42', 'customer_id=43')],
    ['no customer', (text) => text.replace('customer_id=42', 'customer_id=')],
    ['nothing', () => ''],
  ];
  for (const [what, change] of others)
    expect(await ask(change(query.toString())), what).toMatchObject({ kind: 'unproxied' });
});

/**
 * The text that is signed does not say where a parameter ends. A visitor chooses parameters of their own, has Shopify
 * sign them, and cuts the text apart in another way.
 */
test('however the signed text is cut apart, nobody becomes another customer', async () => {
  const names = ['logged_in_customer_id', 'path_prefix', 'product_id', 'shop', 'timestamp'];
  // Pieces of a query that says what the visitor likes, in the order in which they would be signed; and any text.
  const pieces = fc.subarray([
    ...['logged_in_customer_id=', '42', 'path_prefix=/apps/x', 'product_id=', 'product_id'],
    ...[`shop=${SHOP_DOMAIN}`, `timestamp=${timestamp}`],
  ]);
  const some = fc.oneof(
    fc.constant(''),
    fc.constantFrom('&', '=', ',', '+', '%3D', '7'),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.tuple(pieces, some).map(([parts, rest]) => [...parts, rest]);
  const own = fc.array(fc.tuple(text, text), { maxLength: 2 });
  const customer = fc.constantFrom('', '7', '77');
  let taken = 0;
  const property = fc.asyncProperty(own, customer, async (chosen, customer) => {
    const query = new URLSearchParams(chosen.map(([a, b]) => [a.join(''), b.join('')]));
    const whole = signed({ own: query.toString(), customer });
    const signature = whole.get('signature') ?? '';
    whole.delete('signature');
    for (const pairs of cuts(signedText(whole), names)) {
      const asked = new URLSearchParams([...pairs, ['signature', signature]]);
      const answer = await ask(asked.toString());
      if (answer.kind !== 'forwarded') continue;
      taken++;
      expect(answer.customerId ?? '').toBe(customer);
    }
  });
  await fc.assert(property, { numRuns: 200 });
  // The honest cut is among them wherever the visitor chose nothing that is refused.
  expect(taken).toBeGreaterThan(20);
});

/** Every way to cut a text into parameters of these names. */
function* cuts(text: string, names: readonly string[]): Generator<[string, string][]> {
  const starts = names.flatMap((name) =>
    Array.from(text.matchAll(new RegExp(`${name}=`, 'g')), ({ index }) => ({ index, name })),
  );
  starts.sort((a, b) => a.index - b.index);
  if (starts[0]?.index !== 0) return;
  const others = starts.slice(1, 10);
  for (let chosen = 0; chosen < 1 << others.length; chosen++) {
    const cut = [starts[0], ...others.filter((_, i) => (chosen >> i) & 1)];
    // Five names, each once at most: more cannot be taken, and are cells of their own above.
    if (cut.length > 5) continue;
    yield cut.map(({ index, name }, i): [string, string] => [
      name,
      text.slice(index + name.length + 1, cut[i + 1]?.index),
    ]);
  }
}
