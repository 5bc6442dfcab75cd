import http from 'node:http';
import { createMemoryLedger } from '@genvoris/ledger/memory';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import type { ModelSettings } from '@genvoris/storefront';
import { createShopifyStorefront } from '@genvoris/storefront/shopify';
import { behindShopify, SECRET, SHOP_DOMAIN, webhook } from '@genvoris/testing/fake-shopify';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { afterAll, beforeAll, expect, test } from 'vitest';

let upstream: ScenarioServer;
let url: string;
const CREDITS: ModelSettings = { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: 4 };
let inForce: ModelSettings = CREDITS;
let closeAll: () => Promise<unknown>;

beforeAll(async () => {
  upstream = await createScenarioServer();
  await upstream.warmUp();
  const ledger = createMemoryLedger();
  const storefront = createShopifyStorefront({
    ...{ apiKey: 'gvk_test_ALLOWED', backendUrl: upstream.url, portalUrl: upstream.url },
    ...{ shop: SHOP_DOMAIN, clientSecret: SECRET },
    model: () => inForce,
    ledger,
  });
  const customerOf = (cookie: string | undefined) => /customer=(\d+)/.exec(cookie ?? '')?.[1];
  const server = await listenOnLoopback(http.createServer(behindShopify(storefront, customerOf)));
  url = `${server.url}/api/proxy`;
  closeAll = () =>
    server.close().then(() => Promise.all([storefront.close(), ledger.close(), upstream.close()]));
});
afterAll(() => closeAll());

async function tell(topic: string, resource: unknown, headers: Record<string, string> = {}) {
  const body = JSON.stringify(resource);
  const answer = await fetch(`${url}/webhooks/shopify`, {
    method: 'POST',
    headers: webhook(topic, body, headers),
    body,
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}
const remaining = async (customer: number) =>
  (await (
    await fetch(`${url}/status`, { headers: { cookie: `customer=${customer}` } })
  ).json()) as object as {
    remaining: number;
  };

const order = (id: number, customer: number | null) => ({
  ...{ id, total_price: '100.00', currency: 'EUR', email: 'ada@shopper.example' },
  customer: customer === null ? null : { id: customer },
  line_items: [
    { product_id: 1, title: 'Linen shirt', quantity: 1 },
    { product_id: 2, title: 'Scarf', quantity: 2 },
  ],
});
const refund = (id: number, orderId: number, amount: string) => ({
  ...{ id, order_id: orderId, note: null },
  transactions: [{ kind: 'refund', status: 'success', amount, currency: 'EUR' }],
});

test('an order grants once, however often and under whichever id it is told, and a refund takes back its part', async () => {
  expect(await tell('orders/paid', order(1, 42))).toMatchObject({
    status: 200,
    outcome: 'granted',
    granted: 4,
  });
  const again = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      tell('orders/paid', order(1, 42), { 'x-shopify-webhook-id': `resent-${i}` }),
    ),
  );
  expect(
    again.every((one) => one.status === 200 && (one as { duplicate?: boolean }).duplicate === true),
  ).toBe(true);
  expect(await remaining(42)).toMatchObject({ remaining: 4, canTryOn: true });
  expect(await remaining(43)).toMatchObject({ remaining: 0, ctaType: 'purchase' });
  expect(await tell('refunds/create', refund(1, 1, '50.00'))).toMatchObject({
    outcome: 'revoked',
    revoked: 2,
  });
  expect(await remaining(42)).toMatchObject({ remaining: 2 });
  expect(await tell('orders/cancelled', order(1, 42))).toMatchObject({ outcome: 'revoked', revoked: 2 });
});

test('a refund that is told before its order leaves nothing', async () => {
  expect((await tell('refunds/create', refund(2, 2, '100.00'))).status).toBe(200);
  expect((await tell('orders/paid', order(2, 44))).status).toBe(200);
  expect(await remaining(44)).toMatchObject({ remaining: 0 });
});

test('a guest’s order is the customer’s once Shopify has verified the email', async () => {
  expect(await tell('orders/paid', order(3, null))).toMatchObject({ outcome: 'guest_order' });
  const customer = { id: 45, email: 'ada@shopper.example', verified_email: false };
  await tell('customers/create', customer);
  expect(await remaining(45)).toMatchObject({ remaining: 0 });
  const verified = await tell('customers/update', { ...customer, verified_email: true });
  expect(verified).toMatchObject({ outcome: 'claimed', granted: 4 });
  expect(await remaining(45)).toMatchObject({ remaining: 4 });
});

test('a contract that is paused, resumed and cancelled permits what it says', async () => {
  const contract = (status: string, revision_id: number) => ({ id: 9, customer_id: 46, status, revision_id });
  const at = (second: number) => ({ 'x-shopify-triggered-at': `2026-11-20T10:00:0${second}Z` });
  inForce = { model: 'SUBSCRIPTION' };
  await tell('subscription_contracts/create', contract('active', 1), at(1));
  expect(await remaining(46)).toMatchObject({ canTryOn: true, remaining: null });
  await tell('subscription_contracts/update', contract('paused', 2), at(2));
  expect(await remaining(46)).toMatchObject({ canTryOn: false });
  await tell('subscription_contracts/update', contract('active', 3), at(3));
  expect(await remaining(46)).toMatchObject({ canTryOn: true });
  await tell('subscription_contracts/cancel', contract('cancelled', 4), at(4));
  await tell('subscription_contracts/update', contract('active', 3), at(3));
  expect(await remaining(46)).toMatchObject({ canTryOn: false });
  inForce = CREDITS;
});

test('a data request is answered with what is kept, and redaction leaves nobody', async () => {
  await tell('orders/paid', order(5, 47));
  const privacy = { customer: { id: 47, email: 'ada@shopper.example' }, data_request: { id: 1 } };
  expect(await tell('customers/data_request', privacy)).toMatchObject({
    outcome: 'exported',
    export: { externalId: 'shopify_47', credits: [{ orderId: '5', granted: 4 }] },
  });
  expect(await tell('customers/redact', privacy)).toMatchObject({ outcome: 'deleted' });
  expect(await remaining(47)).toMatchObject({ remaining: 0 });
  expect(await tell('shop/redact', { shop_id: 1 })).toMatchObject({ status: 200, outcome: 'ignored' });
});

test('what is forged or of another shop grants nothing', async () => {
  const other = { 'x-shopify-shop-domain': 'evil.myshopify.com' };
  expect((await tell('orders/paid', order(6, 48), other)).status).toBe(400);
  expect((await tell('orders/paid', order(6, 48), { 'x-shopify-hmac-sha256': 'AAAA' })).status).toBe(401);
  expect(await tell('orders/paid', { ...order(6, 48), currency: 'Euro' })).toMatchObject({
    status: 400,
    message: expect.stringContaining('currency'),
  });
  expect(await remaining(48)).toMatchObject({ remaining: 0 });
});
