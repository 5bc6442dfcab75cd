import http from 'node:http';
import { forwarded, SECRET, SHOP_DOMAIN } from '@genvoris/testing/fake-shopify';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { rawRequest } from '@genvoris/testing/raw-request';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createExpressStorefront } from '../src/hosts/express.ts';
import type { ErrorReport } from '../src/index.ts';
import { createShopifyStorefront, shopify } from '../src/shopify.ts';
import { FORM_TYPE, form, SHOP } from './browser.ts';
import type { RunningHost } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();
const reports: ErrorReport[] = [];
let host: RunningHost;
let address = 0;

beforeAll(async () => {
  const storefront = createShopifyStorefront({
    ...upstream.options,
    guests: true,
    shop: SHOP_DOMAIN,
    clientSecret: [SECRET, 'shpss_the_one_before_it'],
    onError: (report) => reports.push(report),
  });
  const { url, close } = await listenOnLoopback(http.createServer(storefront));
  host = { url: `${url}/api/proxy`, close: () => close().then(storefront.close) };
});
afterEach(() => void reports.splice(0));
afterAll(() => host.close());

/** What a page of the shop asks, as it arrives through Shopify's app proxy. */
async function ask(
  path: string,
  { customer = '', own = '', query = forwarded({ customer, own }).toString(), ...request }: Asked = {},
) {
  const method = request.method ?? 'GET';
  const headers = { 'X-Forwarded-For': `198.51.100.${++address % 250}`, ...request.headers };
  return rawRequest(host.url, { method, path: `${path}?${query}`, headers, body: request.body ?? '' });
}
interface Asked {
  customer?: string;
  own?: string;
  query?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A mutation; each with a signature of its own second. */
let second = 0;
async function post(path: string, { customer = '', ...request }: Asked = {}) {
  const { nonce, header } = (await ask('/nonce', { customer })).json;
  const timestamp = String(Math.floor(Date.now() / 1000) - 60 + (second++ % 120));
  const query = request.query ?? forwarded({ customer, changed: { timestamp } }).toString();
  const headers = { Origin: SHOP, [header as string]: nonce as string, ...request.headers };
  return ask(path, { ...request, method: 'POST', query, headers });
}

describe('behind Shopify’s app proxy', () => {
  test('a shopper is the customer whom Shopify signs, and a guest is a guest', async () => {
    const status = await ask('/status', { customer: '632910392', own: 'product_id=dress-42' });
    expect(status).toMatchObject({ status: 200, json: { canTryOn: true, sessionToken: expect.any(String) } });
    const customers = upstream.server.requests.filter(({ operationId }) => operationId === 'upsertCustomer');
    expect(customers.map((request) => request.json())).toEqual([{ externalId: 'shopify_632910392' }]);
    const guest = await ask('/status');
    expect(guest).toMatchObject({ status: 200, json: { canTryOn: true } });
    expect(guest.json).not.toHaveProperty('sessionToken');
  });

  test.each(['/status', '/nonce', '/account'])('GET %s without a signature is refused', async (path) => {
    const query = `shop=${SHOP_DOMAIN}&logged_in_customer_id=42`;
    const answer = await ask(path, { query });
    // What the model does not offer is no path at all.
    expect(answer).toMatchObject(
      path === '/account' ? { status: 404 } : { status: 403, json: { code: 'cross_origin' } },
    );
    expect(upstream.server.requests).toHaveLength(0);
  });

  test('what is wrong with a signature is told to the log, and no secret with it', async () => {
    const query = forwarded({ secret: 'shpss_of_another_app' }).toString();
    expect((await ask('/status', { query })).status).toBe(403);
    expect(reports).toMatchObject([{ kind: 'unproxied', code: 'cross_origin', status: 403 }]);
    expect(reports[0]?.message).toContain('fits none of the app’s secrets');
    expect(JSON.stringify(reports)).not.toContain('shpss_');
  });

  test('a mutation carries the token that this customer was given, and the shop’s origin', async () => {
    expect((await post('/session', { customer: '1' })).status).toBe(200);
    const { nonce } = (await ask('/nonce', { customer: '2' })).json;
    const stolen = { 'X-WP-Nonce': nonce as string };
    expect((await post('/session', { customer: '1', headers: stolen })).status).toBe(403);
    expect(
      (await post('/session', { customer: '1', headers: { Origin: 'https://evil.example' } })).status,
    ).toBe(403);
    const photo = { headers: { 'Content-Type': FORM_TYPE }, body: form(Buffer.from('photo')) };
    expect((await post('/proxy/api/tryon', { customer: '1', ...photo })).status).toBe(200);
    expect((await post('/proxy/api/analyze', photo)).status).toBe(200);
    expect((await post('/session')).status).toBe(401);
  });

  test('guests whose signatures are of one second do not stand in each other’s way', async () => {
    const query = forwarded().toString();
    const photo = { query, headers: { 'Content-Type': FORM_TYPE }, body: form(Buffer.from('photo')) };
    const { nonce } = (await ask('/nonce')).json;
    const again = { ...photo, headers: { ...photo.headers, 'X-WP-Nonce': nonce as string } };
    // Tokens are of a second too.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await post('/proxy/api/analyze', photo)).status).toBe(200);
    expect((await post('/proxy/api/analyze', again)).status).toBe(200);
    expect((await post('/proxy/api/analyze', again)).status).toBe(429);
  });

  test('a customer’s signature is good for one mutation of a kind', async () => {
    const query = forwarded({ customer: '3' }).toString();
    expect((await post('/session', { customer: '3', query })).status).toBe(200);
    const again = await post('/session', { customer: '3', query });
    expect(again).toMatchObject({ status: 429, json: { code: 'rate_limited' } });
    expect(again.headers['retry-after']).toBe('1');
    expect((await ask('/status', { query })).status).toBe(200);
  });

  test('a customer of the query’s is nobody where Shopify was not asked', async () => {
    const app = express().use('/x', createExpressStorefront({ ...upstream.options, platform: 'shopify' }));
    const { url, close } = await listenOnLoopback(http.createServer(app));
    const answer = await rawRequest(url, { path: `/x/status?${forwarded({ customer: '42' })}` });
    await close();
    expect(answer.json).not.toHaveProperty('sessionToken');
  });
});

test.each<[string, object]>([
  ['shop', { shop: 'shop.example' }],
  ['shop', { shop: 'https://my-shop.myshopify.com' }],
  ['clientSecret', { clientSecret: 'short' }],
  ['clientSecret', { clientSecret: [] }],
  ['clientSecret', { clientSecret: [SECRET, ''] }],
  ['isFirstUse', { isFirstUse: true }],
])('names the option %s when it breaks its rule', (name, options) => {
  const make = () => shopify({ shop: SHOP_DOMAIN, clientSecret: SECRET, ...options } as never);
  expect(make).toThrow(`options.${name} must`);
  expect(make).not.toThrow('canary');
});
