import http from 'node:http';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { rawRequest } from '@genvoris/testing/raw-request';
import express, { type Express } from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createExpressStorefront, type ExpressStorefrontOptions } from '../src/hosts/express.ts';
import { Browser, SHOP } from './browser.ts';

let upstream: ScenarioServer;
let closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  upstream = await createScenarioServer();
});
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
  upstream.reset();
});
afterAll(() => upstream.close());

const options = (): ExpressStorefrontOptions => ({
  apiKey: 'gvk_test_ALLOWED',
  shopOrigin: SHOP,
  backendUrl: upstream.url,
  portalUrl: upstream.url,
  guests: true,
  identify: ({ host }) => (host.get('x-shopper') ? { id: host.get('x-shopper') as string } : null),
});

async function start(app: Express): Promise<string> {
  const { url, close } = await listenOnLoopback(http.createServer(app));
  closing.push(close);
  return url;
}

describe('in an Express application', () => {
  test.each(['/api/genvoris', '/genvoris-proxy', '/api/proxy', '/wp-json/genvoris/v1'])(
    'answers below %s',
    async (mount) => {
      const url = await start(express().use(mount, createExpressStorefront(options())));
      expect((await rawRequest(url, { path: `${mount}/status?product_id=1` })).status).toBe(200);
      expect((await rawRequest(url, { path: '/status' })).headers['x-request-id']).toBeUndefined();
      expect((await rawRequest(url, { path: `${mount}/../status` })).status).toBe(404);
    },
  );

  test('lives in a router, beside other routes', async () => {
    const router = express.Router().use('/proxy', createExpressStorefront(options()));
    const url = await start(express().use('/api', router));
    expect((await rawRequest(url, { path: '/api/proxy/status' })).status).toBe(200);
  });

  test('keeps the headers that the application sets', async () => {
    const app = express().use((_request, response, next) => {
      response.set('Strict-Transport-Security', 'max-age=1');
      response.vary('Cookie');
      next();
    });
    const url = await start(app.use('/api/proxy', createExpressStorefront(options())));
    const { headers } = await rawRequest(url, { path: '/api/proxy/status' });
    expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=1', vary: 'Cookie' });
    expect(headers['cache-control']).toBe('private, no-store');
  });

  test('takes a JSON body that the application has parsed already', async () => {
    const app = express().use(express.json());
    const url = await start(app.use('/api/proxy', createExpressStorefront(options())));
    const browser = new Browser(`${url}/api/proxy`);
    const headers = { 'X-Shopper': '7', 'Content-Type': 'application/json' };
    const { header, nonce } = (await browser.send({ path: '/nonce', headers })).json;
    const answer = await browser.send({
      method: 'POST',
      path: '/session',
      headers: { ...headers, Origin: SHOP, [header]: nonce },
      body: JSON.stringify({ productId: 'dress-42' }),
    });
    expect(answer.status).toBe(200);
    const created = upstream.requests.find(({ operationId }) => operationId === 'createSession');
    expect(created?.json()).toEqual({ productId: 'dress-42' });
  });

  test('a shopper who cannot be identified gets an error, not a guest’s answer', async () => {
    const reports: unknown[] = [];
    const storefront = createExpressStorefront({
      ...options(),
      identify: () => Promise.reject(new Error('no session store at redis://u:hunter2@x gvk_live_canary')),
      onError: (report) => reports.push(report),
    });
    const url = await start(express().use('/api/proxy', storefront));
    const answer = await rawRequest(url, { path: '/api/proxy/status' });
    expect(answer).toMatchObject({ status: 500, json: { code: 'internal_error' } });
    expect(answer.text).not.toContain('redis');
    expect(reports).toMatchObject([{ kind: 'internal', operationId: 'getStorefrontStatus' }]);
    expect(JSON.stringify(reports)).not.toContain('gvk_live_canary');
  });

  test('awaits whatever the application’s own session gives, such as a query', async () => {
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
    const query = { then: (resolve: (user: { id: string }) => void) => resolve({ id: '7' }) };
    const identify = () => query as unknown as Promise<{ id: string }>;
    const url = await start(express().use('/api/proxy', createExpressStorefront({ ...options(), identify })));
    expect((await rawRequest(url, { path: '/api/proxy/status' })).json).toHaveProperty('sessionToken');
  });

  test('a log that throws does not take the answer with it', async () => {
    upstream.use('getStatus', 'internal_error');
    const onError = () => {
      throw new Error('disk full');
    };
    const url = await start(express().use('/api/proxy', createExpressStorefront({ ...options(), onError })));
    expect((await rawRequest(url, { path: '/api/proxy/status' })).status).toBe(502);
  });

  test('takes a request id only from a proxy that it is told to trust', async () => {
    const app = express()
      .use('/a', createExpressStorefront(options()))
      .use('/b', createExpressStorefront({ ...options(), trustRequestId: true }));
    const url = await start(app);
    const id = async (path: string, sent: string) =>
      (await rawRequest(url, { path, headers: { 'X-Request-Id': sent } })).headers['x-request-id'];
    expect(await id('/a/status', 'edge-12345678')).not.toBe('edge-12345678');
    expect(await id('/b/status', 'edge-12345678')).toBe('edge-12345678');
    expect(await id('/b/status', 'edge 12345678; x')).toMatch(/^req_/);
  });
});

describe('closing', () => {
  test('refuses what is new, and lets what is in flight finish', async () => {
    upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 300 });
    const storefront = createExpressStorefront(options());
    const url = await start(express().use('/api/proxy', storefront));
    const inFlight = rawRequest(url, { path: '/api/proxy/status' });
    await upstream.waitForRequest(() => true);
    const closed = storefront.close();
    const late = await rawRequest(url, { path: '/api/proxy/nonce' });
    expect(late).toMatchObject({ status: 500, json: { code: 'internal_error' } });
    expect((await inFlight).status).toBe(200);
    await closed;
  });

  test('does not wait longer than the grace', async () => {
    upstream.use('getStatus', { fault: 'stall_before_headers' });
    const storefront = createExpressStorefront({ ...options(), graceMs: 150, timeoutMs: 300_000 });
    const url = await start(express().use('/api/proxy', storefront));
    const inFlight = rawRequest(url, { path: '/api/proxy/status' });
    await upstream.waitForRequest(() => true);
    // Without a grace this test runs into its own timeout.
    await storefront.close();
    expect((await inFlight).status).toBe(502);
  });
});
