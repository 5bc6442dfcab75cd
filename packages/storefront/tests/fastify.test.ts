import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { rawRequest } from '@genvoris/testing/raw-request';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFastifyStorefront, type FastifyStorefrontOptions } from '../src/hosts/fastify.ts';
import { Browser, SHOP } from './browser.ts';

let upstream: ScenarioServer;
let started: FastifyInstance[] = [];

beforeAll(async () => {
  upstream = await createScenarioServer();
});
afterEach(async () => {
  await Promise.all(started.map((app) => app.close()));
  started = [];
  upstream.reset();
});
afterAll(() => upstream.close());

const options = (): FastifyStorefrontOptions => ({
  apiKey: 'gvk_test_ALLOWED',
  shopOrigin: SHOP,
  backendUrl: upstream.url,
  portalUrl: upstream.url,
  guests: true,
  identify: ({ host }) => (host.headers['x-shopper'] ? { id: String(host.headers['x-shopper']) } : null),
});

async function start(app: FastifyInstance): Promise<string> {
  started.push(app);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

describe('in a Fastify application', () => {
  test.each(['/api/genvoris', '/genvoris-proxy/', '/:locale/api/genvoris', ''])(
    'answers below the prefix "%s"',
    async (prefix) => {
      const app = Fastify();
      app.register(createFastifyStorefront(options()), { prefix });
      const url = await start(app);
      const mount = prefix.replace(':locale', 'de').replace(/\/$/, '');
      expect((await rawRequest(url, { path: `${mount}/status?product_id=/a/b` })).status).toBe(200);
      expect((await rawRequest(url, { path: `${mount}/../status` })).status).toBe(404);
      expect((await rawRequest(url, { path: `${mount}/st%61tus` })).status).toBe(404);
    },
  );

  test('identifies the shopper by what the application’s hooks found out', async () => {
    const app = Fastify();
    app.decorateRequest('user', null);
    app.addHook('preHandler', async (request) => {
      Object.assign(request, { user: { id: 7 } });
    });
    const identify: FastifyStorefrontOptions['identify'] = ({ host }) => ({
      id: String((host as unknown as { user: { id: number } }).user.id),
    });
    app.register(createFastifyStorefront({ ...options(), identify }), { prefix: '/api' });
    const answer = await rawRequest(await start(app), { path: '/api/status' });
    expect(answer.json).toHaveProperty('sessionToken');
    const upserted = upstream.requests.find(({ operationId }) => operationId === 'upsertCustomer');
    expect(upserted?.json()).toMatchObject({ externalId: 'external_7' });
  });

  test('keeps the headers that the application sets', async () => {
    const app = Fastify();
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('Strict-Transport-Security', 'max-age=1').header('Set-Cookie', 'visit=1');
    });
    app.register(createFastifyStorefront(options()), { prefix: '/api' });
    const { headers } = await rawRequest(await start(app), { path: '/api/status' });
    expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=1', 'set-cookie': ['visit=1'] });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['content-type']).toBe('application/json');
  });

  test('leaves the application its own body parsers and errors', async () => {
    const app = Fastify();
    app.register(createFastifyStorefront(options()), { prefix: '/api' });
    app.post('/echo', async (request) => request.body);
    const url = await start(app);
    const sent = { method: 'POST', path: '/echo', headers: { 'Content-Type': 'application/json' } };
    expect((await rawRequest(url, { ...sent, body: '{"a":1}' })).json).toEqual({ a: 1 });
    expect((await rawRequest(url, { ...sent, body: '{' })).status).toBe(400);
  });

  test('a body whose type cannot be read is refused as the contract says', async () => {
    const app = Fastify();
    app.register(createFastifyStorefront(options()), { prefix: '/api' });
    const browser = new Browser(`${await start(app)}/api`);
    const headers = { 'X-Shopper': '7' };
    const { header, nonce } = (await browser.send({ path: '/nonce', headers })).json;
    const answer = await browser.send({
      method: 'POST',
      path: '/session',
      headers: { ...headers, Origin: SHOP, [header]: nonce, 'Content-Type': 'nonsense' },
      body: '{',
    });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
  });

  test('an error of a hook stays the application’s', async () => {
    const app = Fastify();
    app.setErrorHandler((error: Error, _request, reply) => reply.code(503).send({ said: error.message }));
    app.addHook('onRequest', async () => {
      throw new Error('no session store');
    });
    app.register(createFastifyStorefront(options()), { prefix: '/api' });
    const answer = await rawRequest(await start(app), { path: '/api/status' });
    expect(answer).toMatchObject({ status: 503, json: { said: 'no session store' } });
  });

  test('lives beside another shop in one application', async () => {
    const app = Fastify();
    app.register(createFastifyStorefront(options()), { prefix: '/a' });
    app.register(createFastifyStorefront({ ...options(), apiKey: 'gvk_test_EXHAUSTED' }), { prefix: '/b' });
    const url = await start(app);
    upstream.use('getStatus', (request) =>
      request.header('authorization')?.endsWith('EXHAUSTED') ? 'EXHAUSTED' : 'ALLOWED',
    );
    expect((await rawRequest(url, { path: '/a/status' })).json.access).toBe('ALLOWED');
    expect((await rawRequest(url, { path: '/b/status' })).json.access).toBe('EXHAUSTED');
  });
});

describe('closing the application', () => {
  test('lets what is in flight finish', async () => {
    upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 300 });
    const app = Fastify();
    app.register(createFastifyStorefront(options()), { prefix: '/api' });
    const inFlight = rawRequest(await start(app), { path: '/api/status' });
    await upstream.waitForRequest(() => true);
    await app.close();
    expect((await inFlight).status).toBe(200);
  });

  test('does not wait longer than the grace', async () => {
    upstream.use('getStatus', { fault: 'stall_before_headers' });
    const app = Fastify();
    app.register(createFastifyStorefront({ ...options(), graceMs: 150, timeoutMs: 300_000 }), {
      prefix: '/api',
    });
    const inFlight = rawRequest(await start(app), { path: '/api/status' });
    await upstream.waitForRequest(() => true);
    // Without a grace this test runs into its own timeout.
    await app.close();
    expect((await inFlight).status).toBe(502);
  });
});
