import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStorefront, type Storefront } from '../src/index.ts';
import { laravel } from '../src/laravel.ts';
import { Browser, SHOP } from './browser.ts';
import { HOSTS, type RunningHost } from './hosts.ts';
import { KEY, useUpstream } from './upstream.ts';

// Laravel's conventions on plain Node are the host "Laravel-style" of the battery.
describe.each(HOSTS.filter(({ name }) => name !== 'Laravel-style'))('Laravel on $name', ({ start }) => {
  const upstream = useUpstream();
  let host: RunningHost;

  beforeAll(async () => {
    host = await start({ ...upstream.options, platform: laravel() });
  });
  afterAll(() => host.close());

  test('hands the token out as a cookie, and takes it back beside the cookie', async () => {
    const visitor = new Browser(host.url, '7');
    const issued = await visitor.send({ path: '/nonce' });
    expect(issued.json.header).toBe('X-XSRF-TOKEN');
    expect(issued.headers['set-cookie']).toEqual([
      expect.stringMatching(/^XSRF-TOKEN=[\w.]+; Path=\/; Expires=[^;]+; SameSite=Lax; Secure$/),
    ]);
    expect((await visitor.post('/session')).status).toBe(200);
    const customer = upstream.server.requests.find(({ operationId }) => operationId === 'upsertCustomer');
    expect(customer?.json()).toEqual({ externalId: 'laravel_7' });
  });

  test('refuses in Laravel’s own form', async () => {
    const visitor = new Browser(host.url, '7');
    const headers = { Origin: SHOP, 'X-XSRF-TOKEN': 'x' };
    expect(await visitor.send({ method: 'POST', path: '/session', headers })).toMatchObject({
      status: 419,
      json: { message: 'CSRF token mismatch.' },
    });
    expect(await visitor.post('/session', { body: '{"shopperId":"7"}' })).toMatchObject({
      status: 422,
      json: { errors: { shopperId: [expect.any(String)] } },
    });
  });
});

test('a platform says where it is mounted, unless the options do', async () => {
  const options = { apiKey: KEY, shopOrigin: SHOP, platform: laravel() };
  const statusAt = async (storefront: Storefront, path: string) =>
    (await storefront.fetch(new Request(SHOP + path))).status;
  expect(await statusAt(createStorefront(options), '/api/genvoris/nonce')).toBe(200);
  const elsewhere = createStorefront({ ...options, basePath: '/shop' });
  expect(await statusAt(elsewhere, '/shop/nonce')).toBe(200);
  expect(await statusAt(elsewhere, '/api/genvoris/nonce')).toBe(404);
});
