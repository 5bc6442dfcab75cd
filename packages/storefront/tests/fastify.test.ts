import { rawRequest } from '@genvoris/testing/raw-request';
import Fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFastifyStorefront, type FastifyStorefrontOptions } from '../src/hosts/fastify.ts';
import { Browser } from './browser.ts';
import { identify } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();

async function start(app: FastifyInstance): Promise<string> {
  onTestFinished(() => app.close());
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** Puts a storefront into an application. */
function register(
  prefix: string,
  options: Partial<FastifyStorefrontOptions> = {},
  app: FastifyInstance = Fastify(),
): FastifyInstance {
  const storefront = createFastifyStorefront({
    ...upstream.options,
    guests: true,
    identify,
    ...options,
  });
  app.register(storefront, { prefix });
  return app;
}

describe('in a Fastify application', () => {
  test.each(['/api/genvoris', '/genvoris-proxy/', '/:locale/api/genvoris', ''])(
    'answers below the prefix "%s"',
    async (prefix) => {
      const url = await start(register(prefix));
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
    const url = await start(register('/api', { identify }, app));
    const answer = await rawRequest(url, { path: '/api/status' });
    expect(answer.json).toHaveProperty('sessionToken');
    const upserted = upstream.server.requests.find(({ operationId }) => operationId === 'upsertCustomer');
    expect(upserted?.json()).toMatchObject({ externalId: 'external_7' });
  });

  test('keeps the headers that the application sets', async () => {
    const app = Fastify();
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('Strict-Transport-Security', 'max-age=1').header('Set-Cookie', 'visit=1');
    });
    const url = await start(register('/api', {}, app));
    const { headers } = await rawRequest(url, { path: '/api/status' });
    expect(headers).toMatchObject({ 'strict-transport-security': 'max-age=1', 'set-cookie': ['visit=1'] });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['content-type']).toBe('application/json');
  });

  test('leaves the application its own body parsers and errors', async () => {
    const app = register('/api');
    app.post('/echo', async (request) => request.body);
    const url = await start(app);
    const sent = { method: 'POST', path: '/echo', headers: { 'Content-Type': 'application/json' } };
    expect((await rawRequest(url, { ...sent, body: '{"a":1}' })).json).toEqual({ a: 1 });
    expect((await rawRequest(url, { ...sent, body: '{' })).status).toBe(400);
  });

  test('a body whose type cannot be read is refused as the contract says', async () => {
    const browser = new Browser(`${await start(register('/api'))}/api`, '7');
    const headers = { 'Content-Type': 'nonsense' };
    const answer = await browser.post('/session', { headers, body: '{' });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
  });

  test('an error of a hook stays the application’s', async () => {
    const app = Fastify();
    app.setErrorHandler((error: Error, _request, reply) => reply.code(503).send({ said: error.message }));
    app.addHook('onRequest', async () => {
      throw new Error('no session store');
    });
    const url = await start(register('/api', {}, app));
    const answer = await rawRequest(url, { path: '/api/status' });
    expect(answer).toMatchObject({ status: 503, json: { said: 'no session store' } });
  });

  test('lives beside another shop in one application', async () => {
    const url = await start(register('/b', { apiKey: 'gvk_test_EXHAUSTED' }, register('/a')));
    upstream.server.use('getStatus', (request) =>
      request.header('authorization')?.endsWith('EXHAUSTED') ? 'EXHAUSTED' : 'ALLOWED',
    );
    expect((await rawRequest(url, { path: '/a/status' })).json.access).toBe('ALLOWED');
    expect((await rawRequest(url, { path: '/b/status' })).json.access).toBe('EXHAUSTED');
  });
});

test('closing the application closes the storefront, which waits no longer than its grace', async () => {
  upstream.server.use('getStatus', { fault: 'stall_before_headers' });
  const app = register('/api', { graceMs: 150, timeoutMs: 300_000 });
  const inFlight = rawRequest(await start(app), { path: '/api/status' });
  await upstream.server.waitForRequest(() => true);
  // Without a grace this test runs into its own timeout.
  await app.close();
  expect((await inFlight).status).toBe(502);
});
