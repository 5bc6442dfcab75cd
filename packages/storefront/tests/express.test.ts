import http from 'node:http';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { rawRequest } from '@genvoris/testing/raw-request';
import express, { type Express } from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createExpressStorefront,
  type ExpressStorefront,
  type ExpressStorefrontOptions,
} from '../src/hosts/express.ts';
import { Browser } from './browser.ts';
import { identify } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();

function create(options: Partial<ExpressStorefrontOptions> = {}): ExpressStorefront {
  return createExpressStorefront({
    ...upstream.options,
    guests: true,
    identify,
    ...options,
  });
}

async function start(app: Express): Promise<string> {
  const { url, close } = await listenOnLoopback(http.createServer(app));
  onTestFinished(close);
  return url;
}

/** Starts an application with the storefront alone, or behind what it uses before; returns its mount. */
async function mount(storefront: ExpressStorefront, app = express()): Promise<string> {
  return `${await start(app.use('/api/proxy', storefront))}/api/proxy`;
}

describe('in an Express application', () => {
  test.each(['/api/genvoris', '/genvoris-proxy', '/api/proxy', '/wp-json/genvoris/v1'])(
    'answers below %s',
    async (mount) => {
      const url = await start(express().use(mount, create()));
      expect((await rawRequest(url, { path: `${mount}/status?product_id=1` })).status).toBe(200);
      expect((await rawRequest(url, { path: '/status' })).headers['x-request-id']).toBeUndefined();
      expect((await rawRequest(url, { path: `${mount}/../status` })).status).toBe(404);
    },
  );

  test('lives in a router, beside other routes', async () => {
    const router = express.Router().use('/proxy', create());
    const url = await start(express().use('/api', router));
    expect((await rawRequest(url, { path: '/api/proxy/status' })).status).toBe(200);
  });

  test('keeps the headers that the application sets', async () => {
    const app = express().use((_request, response, next) => {
      response.set('Strict-Transport-Security', 'max-age=1');
      response.vary('Cookie');
      next();
    });
    const { headers } = await rawRequest(await mount(create(), app), { path: '/status' });
    expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=1', vary: 'Cookie' });
    expect(headers['cache-control']).toBe('private, no-store');
  });

  test('takes a JSON body that the application has parsed already', async () => {
    const browser = new Browser(await mount(create(), express().use(express.json())), '7');
    const answer = await browser.post('/session', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ productId: 'dress-42' }),
    });
    expect(answer.status).toBe(200);
    const created = upstream.server.requests.find(({ operationId }) => operationId === 'createSession');
    expect(created?.json()).toEqual({ productId: 'dress-42' });
  });

  test('a shopper who cannot be identified gets an error, not a guest’s answer', async () => {
    const reports: unknown[] = [];
    const storefront = create({
      identify: () => Promise.reject(new Error('no session store at redis://u:hunter2@x gvk_live_canary')),
      onError: (report) => reports.push(report),
    });
    const answer = await rawRequest(await mount(storefront), { path: '/status' });
    expect(answer).toMatchObject({ status: 500, json: { code: 'internal_error' } });
    expect(answer.text).not.toContain('redis');
    expect(reports).toMatchObject([{ kind: 'internal', operationId: 'getStorefrontStatus' }]);
    expect(JSON.stringify(reports)).not.toContain('gvk_live_canary');
  });

  test('awaits whatever the application’s own session gives, such as a query', async () => {
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
    const query = { then: (resolve: (user: { id: string }) => void) => resolve({ id: '7' }) };
    const identify = () => query as unknown as Promise<{ id: string }>;
    const url = await mount(create({ identify }));
    expect((await rawRequest(url, { path: '/status' })).json).toHaveProperty('sessionToken');
  });

  test('a log that throws does not take the answer with it', async () => {
    upstream.server.use('getStatus', 'internal_error');
    const onError = () => {
      throw new Error('disk full');
    };
    expect((await rawRequest(await mount(create({ onError })), { path: '/status' })).status).toBe(502);
  });

  test('takes a request id only from a proxy that it is told to trust', async () => {
    const url = await start(
      express()
        .use('/a', create())
        .use('/b', create({ trustRequestId: true })),
    );
    const id = async (path: string, sent: string) =>
      (await rawRequest(url, { path, headers: { 'X-Request-Id': sent } })).headers['x-request-id'];
    expect(await id('/a/status', 'edge-12345678')).not.toBe('edge-12345678');
    expect(await id('/b/status', 'edge-12345678')).toBe('edge-12345678');
    expect(await id('/b/status', 'edge 12345678; x')).toMatch(/^req_/);
  });
});

describe('closing', () => {
  test('refuses what is new, and lets what is in flight finish', async () => {
    upstream.server.use('getStatus', { scenario: 'ALLOWED', delayMs: 300 });
    const storefront = create();
    const url = await mount(storefront);
    const inFlight = rawRequest(url, { path: '/status' });
    await upstream.server.waitForRequest(() => true);
    const closed = storefront.close();
    const late = await rawRequest(url, { path: '/nonce' });
    expect(late).toMatchObject({ status: 500, json: { code: 'internal_error' } });
    expect((await inFlight).status).toBe(200);
    await closed;
  });

  test('does not wait longer than the grace', async () => {
    upstream.server.use('getStatus', { fault: 'stall_before_headers' });
    const storefront = create({ graceMs: 150, timeoutMs: 300_000 });
    const inFlight = rawRequest(await mount(storefront), { path: '/status' });
    await upstream.server.waitForRequest(() => true);
    // Without a grace this test runs into its own timeout.
    await storefront.close();
    expect((await inFlight).status).toBe(502);
  });
});
