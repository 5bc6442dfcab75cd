import { createHmac } from 'node:crypto';
import type { ShopEvent } from '@genvoris/contract/types/storefront';
import { describe, expect, test } from 'vitest';
import { woocommerce } from './woocommerce.ts';

const SECRET = 'a secret of the webhook';
const shopEvents = woocommerce({ webhookSecret: ['the one before it', SECRET] }).shopEvents;

const ORDER = {
  id: 1042,
  status: 'completed',
  customer_id: 42,
  currency: 'EUR',
  total: '89.00',
  date_created_gmt: '2026-11-20T09:00:00',
  date_paid_gmt: '2026-11-20T09:30:00',
  date_modified_gmt: '2026-11-20T10:00:00',
  billing: { email: 'ada@shopper.example' },
  line_items: [
    { product_id: 42, quantity: 2, name: 'Linen dress' },
    { product_id: 0, quantity: 1, name: 'Deleted' },
  ],
  meta_data: [{ key: '_genvoris_session', value: 'visit-1' }],
  refunds: [] as { id: unknown; total: unknown; reason?: string }[],
};

function signed(body: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

async function read(topic: string, resource: unknown, signature?: string) {
  const body = typeof resource === 'string' ? resource : JSON.stringify(resource);
  const headers: Record<string, string> = {
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-signature': signature ?? signed(body),
  };
  return shopEvents?.read(new TextEncoder().encode(body), (name) => headers[name]);
}

async function eventsOf(topic: string, resource: unknown): Promise<readonly ShopEvent[]> {
  const reading = await read(topic, resource);
  if (reading?.kind !== 'events') throw new Error(JSON.stringify(reading));
  return reading.events;
}

describe('an order', () => {
  test.each(['processing', 'completed'])('that is %s is paid', async (status) => {
    expect(await eventsOf('order.updated', { ...ORDER, status })).toEqual([
      {
        id: 'woocommerce:order:1042:paid',
        type: 'order.paid',
        occurredAt: '2026-11-20T09:30:00.000Z',
        data: {
          orderId: '1042',
          customerId: '42',
          email: 'ada@shopper.example',
          currency: 'EUR',
          totalCents: 8900,
          items: [{ productId: '42', quantity: 2, title: 'Linen dress' }],
          sessionId: 'visit-1',
        },
      },
    ]);
  });

  test('of a guest has no customer', async () => {
    const [event] = await eventsOf('order.created', { ...ORDER, customer_id: 0 });
    expect(event).toMatchObject({ data: { customerId: null, email: 'ada@shopper.example' } });
  });

  test('tells of each refund under its own id, whenever it tells of it', async () => {
    const refunds = [
      { id: 7, total: '-10.50', reason: 'Wrong size' },
      { id: 9, total: '-1' },
    ];
    const events = await eventsOf('order.updated', { ...ORDER, refunds });
    expect(events.map(({ id, type }) => [id, type])).toEqual([
      ['woocommerce:order:1042:paid', 'order.paid'],
      ['woocommerce:refund:7', 'order.refunded'],
      ['woocommerce:refund:9', 'order.refunded'],
    ]);
    expect(events[1]).toEqual({
      id: 'woocommerce:refund:7',
      type: 'order.refunded',
      occurredAt: '2026-11-20T10:00:00.000Z',
      data: { orderId: '1042', refundId: '7', amountCents: 1050, currency: 'EUR', reason: 'Wrong size' },
    });
  });

  test('that is refunded without a refund is refunded whole', async () => {
    const events = await eventsOf('order.updated', { ...ORDER, status: 'refunded' });
    expect(events.map(({ type }) => type)).toEqual(['order.paid', 'order.refunded']);
    expect(events[1]).toMatchObject({ data: { orderId: '1042', amountCents: null } });
  });

  test('that was paid and is cancelled takes back; one that never was says nothing', async () => {
    const cancelled = { ...ORDER, status: 'cancelled' };
    expect(await eventsOf('order.updated', cancelled)).toMatchObject([
      { id: 'woocommerce:order:1042:cancelled', type: 'order.cancelled', data: { orderId: '1042' } },
    ]);
    expect(await read('order.updated', { ...cancelled, date_paid_gmt: null })).toEqual({ kind: 'ignored' });
  });

  test('that is paid on delivery says nothing before that', async () => {
    const sent = { ...ORDER, status: 'processing', date_paid_gmt: null };
    expect(await read('order.updated', sent)).toEqual({ kind: 'ignored' });
    const events = await eventsOf('order.updated', { ...sent, status: 'completed' });
    expect(events.map(({ type }) => type)).toEqual(['order.paid']);
  });

  test.each(['pending', 'on-hold', 'failed', 'checkout-draft', 'trash', undefined])(
    'that is %s says nothing',
    async (status) => {
      expect(await read('order.updated', { ...ORDER, status })).toEqual({ kind: 'ignored' });
    },
  );

  test.each<[string, object]>([
    ['id', { id: '../1' }],
    ['id', { id: null }],
    ['customer_id', { customer_id: 'ada' }],
    ['customer_id', { customer_id: -1 }],
    ['currency', { currency: 'euros' }],
    ['total', { total: 'a lot' }],
    ['line_items', { line_items: 'none' }],
    ['line_items.quantity', { line_items: [{ product_id: 1, quantity: 'two' }] }],
    ['line_items.product_id', { line_items: [{ product_id: {}, quantity: 1 }] }],
    ['refunds.total', { refunds: [{ id: 7, total: {} }] }],
    ['date_paid_gmt', { date_paid_gmt: 'yesterday' }],
    ['date_modified_gmt', { date_modified_gmt: null, date_created_gmt: null, date_paid_gmt: null }],
  ])('is refused by the name of its field %s', async (field, wrong) => {
    const reading = await read('order.updated', { ...ORDER, ...wrong });
    expect(reading).toMatchObject({ kind: 'invalid_request' });
    expect(reading).toHaveProperty('detail', expect.stringContaining(`"${field}"`));
  });

  test('may have an id that no number holds', async () => {
    const body = JSON.stringify(ORDER).replace('1042', '90071992547409931');
    expect((await eventsOf('order.updated', body))[0]).toMatchObject({
      data: { orderId: '90071992547409931' },
    });
  });
});

describe('a subscription', () => {
  const SUBSCRIPTION = {
    id: 77,
    status: 'active',
    customer_id: 42,
    date_modified_gmt: '2026-11-20T10:00:00Z',
    end_date_gmt: '',
    line_items: [{ product_id: 5, quantity: 1 }],
  };

  test.each([
    ['active', 'subscription.started', ''],
    ['pending-cancel', 'subscription.started', '2026-12-20T10:00:00'],
    ['on-hold', 'subscription.paused', ''],
    ['cancelled', 'subscription.ended', '2026-11-20T10:00:00'],
    ['expired', 'subscription.ended', '2026-11-20T10:00:00'],
  ])('that is %s is %s', async (status, type, end_date_gmt) => {
    const ends = status === 'pending-cancel' ? '2026-12-20T10:00:00.000Z' : null;
    expect(await eventsOf('subscription.updated', { ...SUBSCRIPTION, status, end_date_gmt })).toEqual([
      {
        id: `woocommerce:subscription:77:${status}:2026-11-20T10:00:00.000Z`,
        type,
        occurredAt: '2026-11-20T10:00:00.000Z',
        data: { subscriptionId: '77', customerId: '42', productIds: ['5'], endsAt: ends },
      },
    ]);
  });

  test('that is not paid yet says nothing', async () => {
    expect(await read('subscription.created', { ...SUBSCRIPTION, status: 'pending' })).toEqual({
      kind: 'ignored',
    });
  });
});

test('a customer comes with the email, and goes by the id alone', async () => {
  const customer = { id: 42, email: 'ada@shopper.example', date_created_gmt: '2026-11-20T10:00:00' };
  expect(await eventsOf('customer.created', customer)).toMatchObject([
    {
      id: 'woocommerce:customer:42:created',
      type: 'shopper.created',
      data: { customerId: '42', email: customer.email },
    },
  ]);
  expect(await eventsOf('customer.deleted', { id: 42 })).toMatchObject([
    { id: 'woocommerce:customer:42:deleted', type: 'shopper.deleted', data: { customerId: '42' } },
  ]);
});

describe('a delivery', () => {
  test('says nothing where it is the unsigned ping or of a topic of another kind', async () => {
    expect(await read('', 'webhook_id=7', '')).toEqual({ kind: 'ignored' });
    for (const topic of ['product.updated', 'coupon.created', 'action.woocommerce_add_to_cart', ''])
      expect(await read(topic, { id: 1 })).toEqual({ kind: 'ignored' });
  });

  test.each<[string, string]>([
    ['none', ''],
    ['another’s', signed(JSON.stringify(ORDER), 'a secret of another')],
    ['of other bytes', signed(`${JSON.stringify(ORDER)} `)],
    ['in hex', createHmac('sha256', SECRET).update(JSON.stringify(ORDER)).digest('hex')],
    ['twice', `${signed(JSON.stringify(ORDER))}, ${signed(JSON.stringify(ORDER))}`],
  ])('is refused whose signature is %s', async (_, signature) => {
    expect(await read('order.updated', ORDER, signature)).toMatchObject({ kind: 'invalid_signature' });
  });

  test('is taken by any of the secrets', async () => {
    const body = JSON.stringify(ORDER);
    expect(await read('order.updated', body, signed(body, 'the one before it'))).toMatchObject({
      kind: 'events',
    });
  });

  test('that pretends to be the ping is refused', async () => {
    for (const body of ['webhook_id=7&status=completed', 'webhook_id=', '{"webhook_id":7}'])
      expect(await read('order.updated', body, '')).toMatchObject({ kind: 'invalid_signature' });
  });
});
