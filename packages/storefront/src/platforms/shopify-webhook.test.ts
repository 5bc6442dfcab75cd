import { SECRET, SHOP_DOMAIN, webhook } from '@genvoris/testing/fake-shopify';
import { expect, test } from 'vitest';
import { createShopifyEvents } from './shopify-webhook.ts';

const OLD = 'shpss_the_one_before_it';
const redacted: string[] = [];
const onShopRedact = () => void redacted.push('shop');
const source = createShopifyEvents({ shop: SHOP_DOMAIN, secrets: [SECRET, OLD], onShopRedact }, () => 0);
const NOON = '2026-11-20T10:00:00.123Z';

function read(topic: string, resource: unknown, headers: Record<string, string> = {}, secret = SECRET) {
  const body = typeof resource === 'string' ? resource : JSON.stringify(resource);
  const sent: Record<string, string> = { ...webhook(topic, body, {}, secret), ...headers };
  return source.read(Buffer.from(body), (name) => sent[name] || undefined);
}

const ORDER = {
  id: 5_712_345_678_901,
  customer: { id: 632910392, email: 'ada@shopper.example' },
  email: 'ada@shopper.example',
  total_price: '129.00',
  currency: 'EUR',
  note_attributes: [{ name: 'genvoris_session', value: 'visit-1' }],
  line_items: [
    { product_id: 42, title: 'Linen shirt', quantity: 2 },
    { product_id: null, title: 'Tip', quantity: 1 },
    { product_id: 43, title: 'Taken off', quantity: 0 },
  ],
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
const CONTRACT = { id: 593791907, customer_id: 632910392, status: 'active', revision_id: 9551 };
const PRIVACY = {
  shop_id: 1,
  customer: { id: 42, email: 'ada@shopper.example' },
  data_request: { id: 9999 },
};
const contract = (type: string, id: string) => ({
  id: `shopify:contract:593791907:${id}`,
  occurredAt: NOON,
  type,
  data: { subscriptionId: '593791907', customerId: '632910392', productIds: [] },
});

test.each<[string, unknown, unknown]>([
  [
    'orders/paid',
    ORDER,
    {
      id: 'shopify:order-paid:5712345678901',
      occurredAt: NOON,
      type: 'order.paid',
      data: {
        orderId: '5712345678901',
        customerId: '632910392',
        email: 'ada@shopper.example',
        currency: 'EUR',
        totalCents: 12900,
        items: [{ productId: '42', quantity: 2, title: 'Linen shirt' }],
        sessionId: 'visit-1',
      },
    },
  ],
  [
    'refunds/create',
    REFUND,
    {
      id: 'shopify:refund:929361463',
      occurredAt: NOON,
      type: 'order.refunded',
      data: {
        ...{ orderId: '5712345678901', refundId: '929361463', amountCents: 2950 },
        ...{ currency: 'EUR', reason: 'size' },
      },
    },
  ],
  [
    'orders/cancelled',
    { ...ORDER, cancelled_at: NOON },
    {
      id: 'shopify:order-cancelled:5712345678901',
      occurredAt: NOON,
      type: 'order.cancelled',
      data: { orderId: '5712345678901' },
    },
  ],
  ['subscription_contracts/create', CONTRACT, contract('subscription.started', 'active:9551')],
  ['subscription_contracts/update', CONTRACT, contract('subscription.resumed', 'active:9551')],
  [
    'subscription_contracts/pause',
    { ...CONTRACT, status: 'paused' },
    contract('subscription.paused', 'paused:9551'),
  ],
  [
    'subscription_contracts/update',
    { ...CONTRACT, status: 'FAILED' },
    contract('subscription.paused', 'failed:9551'),
  ],
  [
    'subscription_contracts/update',
    { ...CONTRACT, status: 'cancelled' },
    contract('subscription.ended', 'cancelled:9551'),
  ],
  [
    'customers/create',
    { id: 42, email: 'ada@shopper.example', verified_email: false },
    { id: 'shopify:customer:42', occurredAt: NOON, type: 'shopper.created', data: { customerId: '42' } },
  ],
  [
    'customers/update',
    { id: 42, email: 'ada@shopper.example', verified_email: true },
    {
      id: 'shopify:customer-verified:42',
      occurredAt: NOON,
      type: 'shopper.created',
      data: { customerId: '42', email: 'ada@shopper.example' },
    },
  ],
  [
    'customers/delete',
    { id: 42 },
    {
      id: 'shopify:customer-deleted:42',
      occurredAt: NOON,
      type: 'shopper.deleted',
      data: { customerId: '42' },
    },
  ],
  [
    'customers/redact',
    PRIVACY,
    {
      id: 'shopify:customer-redacted:42',
      occurredAt: NOON,
      type: 'shopper.deleted',
      data: { customerId: '42', email: 'ada@shopper.example' },
    },
  ],
  [
    'customers/data_request',
    PRIVACY,
    {
      id: 'shopify:data-request:9999',
      occurredAt: NOON,
      type: 'shopper.data_requested',
      data: { customerId: '42', email: 'ada@shopper.example' },
    },
  ],
])('reads %s', async (topic, resource, event) => {
  expect(await read(topic, resource)).toEqual({ kind: 'events', events: [event] });
  // Sent again by hand, Shopify gives a delivery another id.
  const again = { 'x-shopify-webhook-id': 'another', 'x-shopify-triggered-at': '' };
  expect(await read(topic, resource, again)).toMatchObject({
    events: [{ id: (event as { id: string }).id }],
  });
});

test('reads what is signed with either secret, and an order of nobody', async () => {
  const guest = { ...ORDER, customer: null, email: '' };
  expect(await read('orders/paid', guest, {}, OLD)).toMatchObject({
    kind: 'events',
    events: [{ data: { customerId: null, email: null } }],
  });
});

test.each(['orders/updated', 'products/update', 'app/uninstalled', ''])('ignores %s', async (topic) => {
  expect(await read(topic, ORDER)).toEqual({ kind: 'ignored' });
});

test('says what was paid in the buyer’s currency, which refunds are in', async () => {
  const presentment_money = { amount: '19300', currency_code: 'JPY' };
  expect(await read('orders/paid', { ...ORDER, total_price_set: { presentment_money } })).toMatchObject({
    events: [{ data: { currency: 'JPY', totalCents: 1_930_000 } }],
  });
});

test('ignores a contract in a state that it does not know', async () => {
  expect(await read('subscription_contracts/update', { ...CONTRACT, status: 'resting' })).toEqual({
    kind: 'ignored',
  });
});

test('tells the shop’s own code to forget the shop', async () => {
  expect(await read('shop/redact', { shop_id: 1 })).toEqual({ kind: 'ignored' });
  expect(redacted).toEqual(['shop']);
});

test.each<[string, Record<string, string>, string?]>([
  ['another secret', {}, 'shpss_of_another_app'],
  ['no signature', { 'x-shopify-hmac-sha256': '' }],
  ['hex in place of base64', { 'x-shopify-hmac-sha256': '0'.repeat(64) }],
  ['two signatures', { 'x-shopify-hmac-sha256': 'a, b' }],
])('refuses %s, and quotes none', async (_, headers, secret) => {
  const answer = await read('orders/paid', ORDER, headers, secret);
  expect(answer).toMatchObject({ kind: 'invalid_signature' });
  expect(JSON.stringify(answer)).not.toMatch(/shpss_/);
});

test.each(['', 'evil.myshopify.com', `${SHOP_DOMAIN}.evil.example`])(
  'refuses the shop %j',
  async (domain) => {
    const answer = await read('orders/paid', ORDER, { 'x-shopify-shop-domain': domain });
    expect(answer).toMatchObject({ kind: 'invalid_request' });
    expect(JSON.stringify(answer)).toContain('X-Shopify-Shop-Domain');
  },
);

test.each<[string, unknown, string]>([
  ['orders/paid', { ...ORDER, currency: 'Euro' }, 'currency'],
  ['orders/paid', { ...ORDER, currency: undefined }, 'currency'],
  ['orders/paid', { ...ORDER, total_price: 'free' }, 'total_price'],
  ['orders/paid', { ...ORDER, id: {} }, 'id'],
  ['orders/paid', { ...ORDER, customer: 'Ada' }, 'customer'],
  ['orders/paid', { ...ORDER, customer: { id: -1 } }, 'customer.id'],
  ['orders/paid', { ...ORDER, line_items: [{ product_id: 1, quantity: '2' }] }, 'line_items.quantity'],
  ['orders/paid', { ...ORDER, line_items: [{ product_id: [], quantity: 2 }] }, 'line_items.product_id'],
  ['orders/cancelled', {}, 'id'],
  ['refunds/create', { ...REFUND, order_id: null }, 'order_id'],
  ['refunds/create', { ...REFUND, transactions: 'all' }, 'transactions'],
  ['subscription_contracts/update', { ...CONTRACT, customer_id: null }, 'customer_id'],
  ['subscription_contracts/update', { ...CONTRACT, status: 7 }, 'status'],
  ['customers/redact', { customer: null }, 'customer'],
  ['customers/data_request', { customer: {} }, 'customer.id'],
  ['orders/paid', '[]', 'the body'],
  ['orders/paid', '{', 'the body'],
  ['orders/paid', '{"id":'.repeat(20_000), 'the body'],
])('names what is wrong with %s: %#', async (topic, resource, field) => {
  const answer = await read(topic, resource);
  expect(answer).toMatchObject({ kind: 'invalid_request' });
  expect(JSON.stringify(answer)).toContain(field);
});
