import { signWebhook } from '@genvoris/node/webhooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, SECRET, SETTINGS, type Shop, START, sign, useShops } from './shop.ts';

const shops = useShops();
const CREDITS = SETTINGS.CREDITS_WITH_PURCHASE;

const remaining = async (shop: Shop, id = '7') => (await shop.visitor(id).status()).json.remaining;
const told = (operationId: string) =>
  shops.upstream.requests.filter((request) => request.operationId === operationId);

describe('an order', () => {
  test('grants once however many of its products qualify, and adds to what another granted', async () => {
    const shop = await shops.shop({ ...CREDITS, productIds: ['a', 'b'] });
    const items = [
      { productId: 'a', quantity: 3 },
      { productId: 'b', quantity: 1 },
    ];
    expect((await shop.paid('1', '7', { items })).json).toMatchObject({ outcome: 'granted', granted: 2 });
    expect((await shop.paid('2', '7', { items })).json.granted).toBe(2);
    expect((await shop.paid('3', '7')).json.outcome).toBe('recorded');
    expect(await remaining(shop)).toBe(4);
  });

  test('grants once when the same delivery comes a thousand times at once', async () => {
    const shop = await shops.shop(CREDITS);
    const event = {
      ...{ id: 'paid-1', type: 'order.paid', occurredAt: new Date(START).toISOString() },
      data: { orderId: 1, customerId: 7, currency: 'EUR', totalCents: 100, items: [] },
    };
    const answers = await Promise.all(Array.from({ length: 1000 }, () => shop.send(event)));
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.outcome} ${json.granted}`))).toEqual(
      new Set(['200 granted 2']),
    );
    expect(answers.filter(({ json }) => !json.duplicate)).toHaveLength(1);
    expect(await remaining(shop)).toBe(2);
  });

  test('opens a session for each piece that was paid', async () => {
    const shop = await shops.shop(SETTINGS.PAY_PER_USE);
    const items = [
      { productId: 'pass', quantity: 2 },
      { productId: 'dress', quantity: 5 },
    ];
    expect((await shop.paid('1', '7', { items })).json.granted).toBe(4);
    shop.now += 59 * 60_000;
    expect(await remaining(shop)).toBe(4);
    shop.now += 2 * 60_000;
    expect(await remaining(shop)).toBe(0);
  });

  test('may be used for thirty days from when it was paid, however late it is told', async () => {
    const shop = await shops.shop(CREDITS);
    await shop.tell(
      'order.paid',
      { orderId: '1', customerId: '7', currency: 'EUR', totalCents: 1, items: [] },
      { occurredAt: START - 29 * DAY },
    );
    expect(await remaining(shop)).toBe(2);
    shop.now += DAY + 1;
    expect(await remaining(shop)).toBe(0);
    expect((await shop.visitor('7').upload('/proxy/api/tryon')).status).toBe(402);
  });

  test('is taken back in proportion, rounded for the shopper, and never what was used', async () => {
    const shop = await shops.shop({ ...CREDITS, creditsPerOrder: 5 });
    const refund = (refundId: string, amountCents: number | null) =>
      shop.tell('order.refunded', { orderId: '1', refundId, amountCents });
    await shop.paid('1', '7', { totalCents: 1000 });
    expect((await refund('1', 300)).json).toMatchObject({ outcome: 'revoked', revoked: 1 });
    await shop.visitor('7').upload('/proxy/api/tryon');
    expect(await remaining(shop)).toBe(3);
    expect((await refund('2', null)).json).toMatchObject({ outcome: 'revoked', revoked: 3 });
    expect((await refund('3', null)).json.outcome).toBe('recorded');
    expect(await remaining(shop)).toBe(0);
    const { credits, history } = (await shop.visitor('7').send({ path: '/account' })).json;
    expect(credits).toMatchObject([{ orderId: '1', granted: 5, used: 1, revoked: 4, remaining: 0 }]);
    expect(history.map(({ kind, amount }: { kind: string; amount: number }) => [kind, amount])).toEqual(
      expect.arrayContaining([
        ['granted', 5],
        ['used', 1],
        ['revoked', 3],
        ['revoked', 1],
      ]),
    );
  });

  test('of a guest grants nothing, until the guest registers, whichever is told first', async () => {
    const shop = await shops.shop(CREDITS);
    const email = 'Ada@Shopper.example';
    expect((await shop.paid('1', null)).json).toMatchObject({ outcome: 'guest_order', granted: 0 });
    expect((await shop.paid('2', null, { email })).json.outcome).toBe('guest_order');
    expect(
      (await shop.tell('shopper.created', { customerId: 7, email: ' ada@shopper.example' })).json,
    ).toMatchObject({ outcome: 'claimed', granted: 2 });
    expect((await shop.paid('3', null, { email })).json).toMatchObject({ outcome: 'granted', granted: 2 });
    expect(await remaining(shop)).toBe(4);
  });

  test('of a guest is theirs too who were deleted and are back under the same id', async () => {
    const shop = await shops.shop(CREDITS);
    const email = 'ada@shopper.example';
    expect(await remaining(shop, `7,${email}`)).toBe(0);
    await shop.tell('shopper.deleted', { customerId: '7', email });
    expect((await shop.paid('1', null, { email })).json.outcome).toBe('guest_order');
    expect(await remaining(shop, `7,${email}`)).toBe(2);
  });

  test('of a guest is theirs who sign in with an email that the shop has verified', async () => {
    const shop = await shops.shop(CREDITS);
    await shop.paid('1', null, { email: 'ada@shopper.example' });
    expect(await remaining(shop, '7,ada@shopper.example')).toBe(2);
    expect(await remaining(shop, '8,bob@shopper.example')).toBe(0);
    expect(JSON.stringify(await shop.ledger.export('external_7', { at: shop.now }))).not.toContain('ada@');
  });

  test('ends in the same state in whatever order what became of it is told', async () => {
    const at = (minutes: number) => new Date(START - 60_000 * (60 - minutes)).toISOString();
    const order = { orderId: '1', customerId: null, email: 'ada@shopper.example' };
    const sub = { subscriptionId: '9', customerId: '7' };
    const events = [
      { type: 'order.paid', data: { ...order, currency: 'EUR', totalCents: 1000, items: [] } },
      { type: 'order.refunded', data: { orderId: '1', refundId: '1', amountCents: 500 } },
      { type: 'shopper.created', data: { customerId: '7', email: order.email } },
      { type: 'subscription.started', data: sub },
      { type: 'subscription.paused', data: sub },
      { type: 'subscription.resumed', data: sub },
      { type: 'subscription.ended', data: sub },
    ].map((event, n) => ({ ...event, id: `e${n}`, occurredAt: at(n) }));
    const settings = { ...CREDITS, creditsPerOrder: 6 };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
        async (deliveries) => {
          const shop = await shops.shop(settings);
          // What was sold as a subscription is one under any model.
          for (const event of deliveries) {
            shop.model = event.type.startsWith('subscription') ? SETTINGS.SUBSCRIPTION : settings;
            expect((await shop.send(event)).status).toBe(200);
          }
          shop.model = settings;
          const { canTryOn, remaining, subscription } = (await shop.visitor('7').send({ path: '/account' }))
            .json;
          expect({ canTryOn, remaining, state: subscription.state }).toEqual({
            ...{ canTryOn: true, remaining: 3, state: 'ended' },
          });
          expect((await shop.ledger.verify({ at: shop.now })).problems).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the portal', () => {
  test('is told of an order and of its refund, once', async () => {
    const shop = await shops.shop(CREDITS);
    const event = {
      ...{ id: 'a', type: 'order.paid', occurredAt: new Date(START).toISOString() },
      data: {
        ...{ orderId: 1, customerId: 7, currency: 'EUR', totalCents: 8900, email: 'ada@shopper.example' },
        items: [{ productId: 'dress', quantity: 2, title: 'Dress' }],
      },
    };
    await shop.send(event);
    await shop.send(event);
    await shop.tell('order.refunded', { orderId: 1, refundId: 4, amountCents: null });
    await expect.poll(() => told('createReturn').length).toBe(1);
    expect(told('createConversion').map((request) => request.json())).toEqual([
      {
        ...{ orderId: '1', platform: 'custom', amountCents: 8900, currency: 'EUR', quantity: 2 },
        ...{ productId: 'dress', productTitle: 'Dress', customerEmail: 'ada@shopper.example' },
      },
    ]);
    expect(told('createReturn')[0]?.json()).toMatchObject({ orderId: '1', refundedAmountCents: 8900 });
    expect(told('createReturn')[0]?.header('idempotency-key')).toBe('custom-refund-1-4');
    // No plan is made of an order, and no customer's period begins again.
    expect(shops.upstream.requests.map(({ operationId }) => operationId)).toEqual([
      'createConversion',
      'createReturn',
    ]);
  });

  test.each(['wordpress', 'woocommerce'] as const)(
    'is not told what was ordered at a %s shop',
    async (platform) => {
      const shop = await shops.shop(CREDITS, { platform });
      const data = { orderId: 1, customerId: 7, currency: 'EUR', totalCents: 8900 };
      await shop.tell('order.paid', {
        ...data,
        items: [{ productId: 'dress', quantity: 2, title: 'Dress' }],
      });
      await expect.poll(() => told('createConversion').length).toBe(1);
      expect(told('createConversion')[0]?.json()).toEqual({
        ...{ orderId: '1', platform: 'woocommerce', amountCents: 8900, currency: 'EUR' },
      });
    },
  );

  test('is told of none by a shop that does not want it', async () => {
    const shop = await shops.shop(CREDITS, { reportOrders: false });
    expect((await shop.paid('1', '7')).json.granted).toBe(2);
    await shop.tell('order.refunded', { orderId: '1', refundId: 4, amountCents: null });
    await shop.close();
    expect(shops.upstream.requests).toEqual([]);
  });

  test('that refuses or is away fails no order, and the shop is told', async () => {
    const shop = await shops.shop(CREDITS, { graceMs: 0 });
    shops.upstream.use('createConversion', 'invalid_key');
    expect((await shop.paid('1', '7')).json.granted).toBe(2);
    await expect.poll(() => shop.reports.map(({ kind }) => kind)).toEqual(['portal_not_told']);
    shops.upstream.use('createConversion', { fault: 'reset_before_headers' });
    expect((await shop.paid('2', '7')).json.granted).toBe(2);
    await expect.poll(() => told('createConversion').length).toBeGreaterThan(1);
    await shop.close();
    expect(shop.reports.map(({ kind }) => kind)).toEqual(['portal_not_told', 'portal_not_told']);
  });
});

describe('a delivery', () => {
  const event = {
    ...{ id: 'a', type: 'order.paid', occurredAt: new Date(START).toISOString() },
    data: { orderId: 1, customerId: 7, currency: 'EUR', totalCents: 8900, items: [] as object[] },
  };
  const body = JSON.stringify(event);
  const seconds = START / 1000;

  test('is taken in both styles, and with the old secret while it is changed', async () => {
    const shop = await shops.shop(CREDITS, { orderSecret: ['the secret that is to come', SECRET] });
    expect((await shop.send(body)).status).toBe(200);
    const message = { id: 'a', type: 'order.paid', delivery: 'd1', timestamp: seconds };
    const { 'X-Genvoris-Signature': _, ...standard } = signWebhook(body, message, SECRET);
    const response = await fetch(`${shop.url}/webhooks/orders`, { method: 'POST', headers: standard, body });
    expect(await response.json()).toMatchObject({ duplicate: true, granted: 2 });
  });

  test.each([
    ['unsigned', ''],
    ['signed with another secret', sign(body, seconds, 'an order secret of others')],
    ['signed over another body', sign(`${body} `, seconds)],
    ['six minutes old', sign(body, seconds - 360)],
    ['six minutes ahead', sign(body, seconds + 360)],
    ['signed twice', `${sign(body, seconds)}, ${sign(body, seconds)}`],
    ['signed in capitals', sign(body, seconds).toUpperCase()],
  ])('that is %s is refused, and the shop is told', async (_, signature) => {
    const shop = await shops.shop(CREDITS);
    expect(await shop.send(body, { 'x-shop-signature': signature })).toMatchObject({
      ...{ status: 401, json: { code: 'invalid_signature' } },
    });
    expect(shop.reports).toMatchObject([{ kind: 'invalid_signature', code: 'invalid_signature' }]);
    expect(JSON.stringify(shop.reports)).not.toContain(SECRET);
    expect(await remaining(shop)).toBe(0);
  });

  test.each<[string, object]>([
    ['data.currency', { data: { ...event.data, currency: 'XYZ' } }],
    ['data.currency', { data: { ...event.data, currency: 'eur' } }],
    ['data.customerId', { data: { ...event.data, customerId: undefined } }],
    ['data.customerId', { data: { ...event.data, customerId: {} } }],
    ['data.customerId', { data: { ...event.data, customerId: 'a\u0007b' } }],
    ['data.totalCents', { data: { ...event.data, totalCents: '89.00' } }],
    ['data.totalCents', { data: { ...event.data, totalCents: -1 } }],
    ['data.items', { data: { ...event.data, items: {} } }],
    ['data.items.0.quantity', { data: { ...event.data, items: [{ productId: 'a', quantity: 0 }] } }],
    ['data.orderId', { data: { ...event.data, orderId: null } }],
    ['occurredAt', { occurredAt: 'yesterday' }],
    ['occurredAt', { occurredAt: new Date(START + 2 * DAY).toISOString() }],
    ['id', { id: 7 }],
    ['data.refundId', { type: 'order.refunded', data: { orderId: 1, amountCents: null } }],
    ['data.endsAt', { type: 'subscription.started', data: { subscriptionId: 1, customerId: 7, endsAt: 5 } }],
  ])('whose %s cannot be right is refused by that name', async (field, wrong) => {
    const shop = await shops.shop(CREDITS);
    const { status, json } = await shop.send({ ...event, ...wrong });
    expect([status, json.code]).toEqual([400, 'invalid_request']);
    expect(json.message).toContain(`The ${field} field `);
    expect(await remaining(shop)).toBe(0);
  });

  test('is never answered with a fault of ours, whatever is in it', async () => {
    const shop = await shops.shop(CREDITS);
    const odd = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ ...event, data: value })),
    );
    const mutated = fc
      .tuple(fc.constantFrom('id', 'type', 'occurredAt', 'data'), fc.jsonValue())
      .map(([name, value]) => JSON.stringify({ ...event, [name]: value }));
    const deep = fc.constant(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(odd, mutated, deep, fc.string()), async (text) => {
        const { status } = await shop.send(text);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 200 },
    );
    expect(shop.reports).toEqual([]);
  });

  test('without a secret to hold it to is not taken', async () => {
    const shop = await shops.shop(CREDITS, { orderSecret: undefined });
    expect(await shop.send(body)).toMatchObject({ status: 404, json: { code: 'path_not_allowed' } });
  });
});

describe('a shopper', () => {
  test('who is deleted leaves nothing behind that says who it was', async () => {
    const shop = await shops.shop(CREDITS);
    await shop.paid('1', '7', { email: 'ada@shopper.example' });
    const asked = await shop.tell('shopper.data_requested', { customerId: '7' });
    expect(asked.json).toMatchObject({
      outcome: 'exported',
      export: { externalId: 'external_7', credits: [{ orderId: '1', granted: 2 }] },
    });
    const gone = await shop.tell('shopper.deleted', { customerId: '7', email: 'ada@shopper.example' });
    expect(gone.json.outcome).toBe('deleted');
    expect(await remaining(shop)).toBe(0);
    expect((await shop.tell('shopper.data_requested', { customerId: '7' })).json.export).toMatchObject({
      ...{ firstSeenAt: null, credits: [], history: [] },
    });
  });
});
