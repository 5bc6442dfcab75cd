import { createHmac } from 'node:crypto';
import { validateRequest } from '@genvoris/contract/validators';
import { describe, expect, it } from 'vitest';
import { type OrderReport, readShopifyOrder, readWooCommerceOrder, reportOrder } from '../src/orders.ts';

const SECRET = 'canary-of-the-platform';
const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('base64');

const PAID = {
  id: 5_712_345_678_901,
  total_price: '129.00',
  currency: 'EUR',
  email: 'ada@shop.example',
  note_attributes: [
    { name: 'gift', value: 'yes' },
    { name: 'genvoris_session', value: '0f9c2f6e-5a1b' },
  ],
  line_items: [{ product_id: 632910392, title: 'Linen shirt', quantity: 2 }],
};
const REFUND = {
  id: 929361463,
  order_id: 5_712_345_678_901,
  note: 'size',
  transactions: [
    { kind: 'refund', status: 'success', amount: '29.50', currency: 'EUR' },
    { kind: 'refund', status: 'failure', amount: '99.50', currency: 'EUR' },
  ],
};
const ORDER = {
  id: 727,
  status: 'completed',
  currency: 'USD',
  total: '29.35',
  billing: { email: 'ada@shop.example' },
  meta_data: [{ key: '_genvoris_session', value: 'visit-1' }],
  line_items: [
    { product_id: 93, name: 'Scarf', quantity: 1 },
    { product_id: 22, name: 'Hat', quantity: 1 },
  ],
  refunds: [{ id: 9, reason: '', total: '-10.00' }],
};

const shopify = (topic: string, payload: unknown, text = JSON.stringify(payload)) =>
  readShopifyOrder(text, { 'x-shopify-topic': topic, 'x-shopify-hmac-sha256': sign(text) }, SECRET);
const woocommerce = (payload: unknown, topic = 'order.updated', text = JSON.stringify(payload)) =>
  readWooCommerceOrder(text, { 'X-WC-Webhook-Topic': topic, 'X-WC-Webhook-Signature': sign(text) }, SECRET);

describe('an order of Shopify', () => {
  it('is a conversion once it is paid', () => {
    expect(shopify('orders/paid', PAID)).toEqual({
      conversion: {
        orderId: '5712345678901',
        platform: 'shopify',
        amountCents: 12900,
        currency: 'EUR',
        quantity: 2,
        productId: '632910392',
        productTitle: 'Linen shirt',
        sessionId: '0f9c2f6e-5a1b',
        customerEmail: 'ada@shop.example',
      },
      returns: [],
    });
  });

  it('is a return of what went back', () => {
    expect(shopify('refunds/create', REFUND)).toEqual({
      returns: [
        {
          key: 'shopify-refund-929361463',
          refund: {
            orderId: '5712345678901',
            platform: 'shopify',
            refundedAmountCents: 2950,
            currency: 'EUR',
            reason: 'size',
          },
        },
      ],
    });
  });

  it('keeps an id that no number holds', () => {
    const text = JSON.stringify(PAID).replace('5712345678901', '820982911946154508');
    expect(shopify('orders/paid', undefined, text).conversion?.orderId).toBe('820982911946154508');
  });

  it('says nothing under another topic', () => {
    expect(shopify('orders/create', PAID)).toEqual({ returns: [] });
  });

  it('is told in the buyer’s currency, which its refunds are in', () => {
    const presentment_money = { amount: '19300', currency_code: 'JPY' };
    const total_price_set = { shop_money: { amount: '129.00', currency_code: 'EUR' }, presentment_money };
    expect(shopify('orders/paid', { ...PAID, total_price_set }).conversion).toMatchObject({
      amountCents: 1_930_000,
      currency: 'JPY',
    });
    const odd = { presentment_money: { amount: '1', currency_code: 'yen' } };
    expect(shopify('orders/paid', { ...PAID, total_price_set: odd })).toEqual(shopify('orders/paid', PAID));
  });
});

describe('an order of WooCommerce', () => {
  it('is a conversion and its refunds, of several products without one', () => {
    expect(woocommerce(ORDER)).toEqual({
      conversion: {
        orderId: '727',
        platform: 'woocommerce',
        amountCents: 2935,
        currency: 'USD',
        quantity: 2,
        sessionId: 'visit-1',
        customerEmail: 'ada@shop.example',
      },
      returns: [
        {
          key: 'woocommerce-refund-9',
          refund: { orderId: '727', platform: 'woocommerce', refundedAmountCents: 1000, currency: 'USD' },
        },
      ],
    });
  });

  it.each(['pending', 'on-hold', 'cancelled', 'failed'])(
    'is told while it is %s by its refunds alone',
    (status) => {
      expect(woocommerce({ ...ORDER, status, refunds: [] })).toEqual({ returns: [] });
      expect(woocommerce({ ...ORDER, status })).toMatchObject({ returns: [{ key: 'woocommerce-refund-9' }] });
    },
  );

  it('begins with a ping that is not signed and says nothing', () => {
    expect(readWooCommerceOrder('webhook_id=12', {}, SECRET)).toEqual({ returns: [] });
    expect(() => readWooCommerceOrder('webhook_id=12&status=completed', {}, SECRET)).toThrow(/X-WC|x-wc/);
  });
});

it.each([
  ['an email that is none', { email: 'nobody' }, 'customerEmail'],
  ['an email that the contract refuses', { email: 'a..b@x.example' }, 'customerEmail'],
  [
    'a title that cannot be kept',
    { line_items: [{ product_id: 1, title: 'a\u0000b', quantity: 1 }] },
    'productTitle',
  ],
  [
    'a title that is too long',
    { line_items: [{ product_id: 1, title: 'x'.repeat(501), quantity: 1 }] },
    'productTitle',
  ],
  ['a quantity that is none', { line_items: [{ product_id: 1, title: 'Hat', quantity: 'two' }] }, 'quantity'],
  ['an email without a dot', { email: 'a@localhost' }, 'customerEmail'],
  ['a currency that is none', { currency: 'euro' }, 'currency'],
  ['a session that is none', { note_attributes: [{ name: 'genvoris_session', value: 'a b' }] }, 'sessionId'],
  ['no products', { line_items: null }, 'productId'],
  ['a title of blanks', { line_items: [{ product_id: 1, title: ' ', quantity: 1 }] }, 'productTitle'],
])('leaves out %s, and what is left is what the contract takes', (_, change, field) => {
  const { conversion } = shopify('orders/paid', { ...PAID, ...change });
  expect(conversion).not.toHaveProperty(field);
  expect(validateRequest('createConversion', conversion)).toEqual({ ok: true });
});

it.each([
  ['no id', () => shopify('orders/paid', { ...PAID, id: null }), 'malformed_payload'],
  [
    'an amount that is none',
    () => shopify('orders/paid', { ...PAID, total_price: '1e9' }),
    'malformed_payload',
  ],
  ['a list for a body', () => shopify('orders/paid', []), 'malformed_payload'],
  ['no JSON', () => shopify('orders/paid', undefined, 'id=1'), 'malformed_payload'],
  [
    'another secret',
    () => readShopifyOrder('{}', { 'x-shopify-hmac-sha256': sign('{}', 'other') }, SECRET),
    'signature_mismatch',
  ],
  [
    'another body',
    () => readShopifyOrder('{ }', { 'x-shopify-hmac-sha256': sign('{}') }, SECRET),
    'signature_mismatch',
  ],
  ['no signature', () => readWooCommerceOrder('{}', {}, SECRET), 'missing_signature'],
  [
    'two signatures',
    () => readWooCommerceOrder('{}', { 'x-wc-webhook-signature': [sign('{}'), 'x'] }, SECRET),
    'ambiguous_header',
  ],
  [
    'another spelling of the signature',
    () => readShopifyOrder('{}', { 'x-shopify-hmac-sha256': sign('{}').replace('=', '') }, SECRET),
    'signature_mismatch',
  ],
])('refuses %s', (_, read, code) => {
  expect(read).toThrow(expect.objectContaining({ code }));
});

it.each(['', ' ', undefined])('names a secret that is %j', (secret) => {
  expect(() => readShopifyOrder('{}', {}, secret as never)).toThrow(/^secret:/);
});

it('reports an order, and each refund that has not been told, under a key of its own', async () => {
  const told: unknown[] = [];
  const genvoris = {
    conversions: { create: async (order: unknown) => told.push(order) as never },
    returns: { create: async (refund: unknown, options: unknown) => told.push([refund, options]) as never },
  };
  const {
    conversion,
    returns: [first],
  } = woocommerce(ORDER) as Required<OrderReport>;
  const second = { key: 'second', refund: { ...first?.refund, refundedAmountCents: 5 } as never };
  await reportOrder(genvoris, { conversion, returns: [first as never, second] }, (key) => key === first?.key);
  expect(told).toEqual([conversion, [second.refund, { idempotencyKey: 'second' }]]);
});
