import { createHmac } from 'node:crypto';
import { createMemoryLedger } from '@genvoris/ledger/memory';
import { createScenarioServer } from '@genvoris/mock';
import { createStorefront } from '@genvoris/storefront';
import { woocommerce } from '@genvoris/storefront/woocommerce';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';

const SECRET = 'the secret of the webhooks';
const SHOP = 'https://shop.example';
const ORDER = {
  id: 1042,
  status: 'completed',
  customer_id: 42,
  currency: 'EUR',
  total: '100.00',
  date_paid_gmt: '2026-11-20T09:30:00',
  date_modified_gmt: '2026-11-20T10:00:00',
  billing: { email: 'ada@shopper.example' },
  line_items: [
    { product_id: 1, quantity: 1, name: 'Dress' },
    { product_id: 2, quantity: 1, name: 'Shirt' },
  ],
  refunds: [] as { id: number; total: string }[],
};

let upstream: Awaited<ReturnType<typeof createScenarioServer>>;
beforeAll(async () => {
  upstream = await createScenarioServer();
});
afterAll(() => upstream.close());

/** A shop on WooCommerce in which each order grants five try-ons. */
function openShop(more: object = {}) {
  const ledger = createMemoryLedger();
  const storefront = createStorefront({
    ...{ apiKey: 'gvk_test_ALLOWED', shopOrigin: SHOP, portalUrl: upstream.url, backendUrl: upstream.url },
    ...{ model: { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: 5 }, ledger },
    platform: woocommerce({ webhookSecret: SECRET }),
    secret: 'a secret of the shop, 0123456789 0123456789',
    rateLimits: { receiveWooCommerceWebhook: false },
    ...more,
  });
  onTestFinished(() => storefront.close());
  const deliver = async (topic: string, resource: unknown, headers: Record<string, string> = {}) => {
    const body = typeof resource === 'string' ? resource : JSON.stringify(resource);
    const signature = createHmac('sha256', SECRET).update(body).digest('base64');
    const answer = await storefront.fetch(
      new Request(`${SHOP}/wp-json/genvoris/v1/webhooks/woocommerce`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-wc-webhook-topic': topic,
          'x-wc-webhook-signature': signature,
          ...headers,
        },
        body,
      }),
    );
    return { status: answer.status, json: await answer.json() };
  };
  const creditsOf = async (customer: number) => {
    await ledger.open();
    return (await ledger.allowance(`woocommerce_${customer}`, { at: Date.now(), freeSince: 0 })).credits;
  };
  return { deliver, creditsOf };
}

it('an order of two products grants once, however often and in however many states it is told', async () => {
  const { deliver, creditsOf } = openShop();
  const told = await Promise.all(
    ['processing', 'completed', 'completed', 'completed'].map((status) =>
      deliver('order.updated', { ...ORDER, status }),
    ),
  );
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(told.filter(({ json }) => (json as { granted?: number }).granted === 5)).not.toEqual([]);
  expect(await creditsOf(42)).toBe(5);
});

it('refunds take back in proportion, each once, though each change tells all of them', async () => {
  const { deliver, creditsOf } = openShop();
  await deliver('order.created', ORDER);
  const refunds = [{ id: 7, total: '-40.00' }];
  await deliver('order.updated', { ...ORDER, refunds });
  await deliver('order.updated', { ...ORDER, refunds, date_modified_gmt: '2026-11-20T11:00:00' });
  expect(await creditsOf(42)).toBe(3);
  refunds.push({ id: 8, total: '-60.00' });
  await deliver('order.updated', { ...ORDER, status: 'refunded', refunds });
  expect(await creditsOf(42)).toBe(0);
});

it('a guest’s order is the customer’s who registers with its email', async () => {
  const { deliver, creditsOf } = openShop();
  expect((await deliver('order.updated', { ...ORDER, customer_id: 0 })).json).toMatchObject({
    outcome: 'guest_order',
  });
  await deliver('customer.created', {
    id: 43,
    email: 'ADA@shopper.example',
    date_created_gmt: '2026-11-21T10:00:00',
  });
  expect(await creditsOf(43)).toBe(5);
});

it('the ping is answered and does nothing, and a bad signature is refused in WordPress’s form', async () => {
  const { deliver, creditsOf } = openShop();
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-wc-webhook-signature': '' };
  expect(await deliver('', 'webhook_id=7', form)).toMatchObject({
    status: 200,
    json: { outcome: 'ignored' },
  });
  expect(await deliver('order.updated', ORDER, { 'x-wc-webhook-signature': 'AAAA' })).toMatchObject({
    status: 401,
    json: { code: 'invalid_signature', data: { status: 401 } },
  });
  const wrong = await deliver('order.updated', { ...ORDER, customer_id: 'ada' });
  expect(wrong).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
  expect((wrong.json as { message: string }).message).toContain('"customer_id"');
  expect(await creditsOf(42)).toBe(0);
});

it('a shop without a webhook’s secret takes no webhook', async () => {
  const { deliver } = openShop({ platform: woocommerce() });
  expect((await deliver('order.updated', ORDER)).status).toBe(404);
});
