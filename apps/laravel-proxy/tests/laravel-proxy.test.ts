import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import type { ErrorReport } from '@genvoris/storefront';
import { startNode } from '@genvoris/testing/node-process';
import { exchangeRaw } from '@genvoris/testing/raw-wire';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LaravelProxy, startLaravelProxy } from '../src/laravel-proxy.ts';
import { readVariables } from '../src/variables.ts';
import { startLaravel } from './laravel.ts';

const SHOP = 'https://shop.example';
const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

let upstream: ScenarioServer;
let laravel: Awaited<ReturnType<typeof startLaravel>>;
let proxy: LaravelProxy;
const reports: ErrorReport[] = [];

const environment = () => ({
  GENVORIS_API_KEY: 'gvk_test_ALLOWED',
  GENVORIS_SHOP_ORIGIN: SHOP,
  GENVORIS_LARAVEL_URL: laravel.url,
  GENVORIS_LARAVEL_TIMEOUT_MS: '300',
  GENVORIS_USER_CACHE_MS: '0',
  GENVORIS_BACKEND_URL: upstream.url,
  GENVORIS_PORTAL_URL: upstream.url,
  GENVORIS_TIMEOUT_MS: '1000',
  PORT: '0',
});

beforeAll(async () => {
  [upstream, laravel] = await Promise.all([createScenarioServer(), startLaravel(SHOP)]);
  await upstream.warmUp();
  proxy = await startLaravelProxy(readVariables(environment()), (report) => reports.push(report));
});
afterEach(() => {
  upstream.reset();
  laravel.reset();
  reports.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await Promise.all([upstream.close(), laravel.close()]);
});

const get = (path: string, cookie?: string) =>
  fetch(`${proxy.url}/api/genvoris${path}`, { headers: cookie === undefined ? {} : { cookie } });
const identified = () => laravel.requests.filter(({ path }) => path === '/api/user');

describe('the shopper', () => {
  test('is whom Sanctum names, under Laravel’s prefix', async () => {
    const answer = await get('/status', 'laravel_session=user-42; other=1');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('sessionToken');
    const customers = upstream.requests.filter(({ operationId }) => operationId === 'upsertCustomer');
    expect(customers.map((request) => request.json())).toEqual([
      { externalId: 'laravel_42', email: 'ada@shop.example' },
    ]);
    expect(upstream.requests.every((request) => request.header('cookie') === undefined)).toBe(true);
  });

  test('is a guest without a cookie, and Laravel is not asked', async () => {
    expect(await (await get('/status')).json()).not.toHaveProperty('sessionToken');
    expect(laravel.requests).toHaveLength(0);
  });

  test.each([401, 403, 419])('is a guest when Laravel answers %s', async (status) => {
    laravel.answerUserWith((_, response) => response.writeHead(status).end());
    const answer = await get('/status', 'laravel_session=expired');
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('sessionToken');
  });

  test('is asked for once by requests that come together', async () => {
    laravel.answerUserWith((id, response) => {
      setTimeout(() => response.writeHead(200).end(JSON.stringify({ id: Number(id) })), 80);
    });
    const cookie = 'laravel_session=user-7';
    await Promise.all([get('/status', cookie), get('/nonce', `${cookie}`), get('/status', cookie)]);
    expect(identified()).toHaveLength(1);
    await get('/status', cookie);
    expect(identified()).toHaveLength(2);
  });

  test.each([
    ['an email that is none', { id: 3, email: '' }, 'email'],
    ['an email that is no text', { id: 4, email: { at: 'canary' } }, 'email'],
    ['an id beyond what a number holds', { id: 2 ** 53 }, 'id'],
    ['an empty id', { id: '' }, 'id'],
  ])('goes on with %s, which is reported', async (_, user, field) => {
    laravel.answerUserWith((_id, response) => response.end(JSON.stringify(user)));
    const answer = await get('/status', 'laravel_session=user-3');
    expect(answer.status).toBe(200);
    expect('sessionToken' in ((await answer.json()) as object)).toBe(field === 'email');
    expect(reports).toMatchObject([{ kind: 'identity_ignored' }]);
    expect(reports[0]?.message).toMatch(new RegExp(`^${field} `));
    expect(reports[0]?.message).not.toContain('canary');
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['fails', (response) => response.writeHead(500).end()],
    ['is silent', () => {}],
    ['names nobody', (response) => response.end('{"id":null}')],
    ['redirects', (response) => response.writeHead(302, { location: '/login' }).end()],
  ])('is not guessed when Laravel %s', async (_, answer) => {
    laravel.answerUserWith((_id, response) => answer(response));
    const refused = await get('/status', 'laravel_session=user-42');
    expect(refused.status).toBe(500);
    expect(await refused.json()).toMatchObject({ code: 'internal_error' });
    expect(reports[0]?.message).toContain("Laravel's /api/user");
    expect(upstream.requests).toHaveLength(0);
  });
});

describe('with a model', () => {
  const ORDER_SECRET = 'canary-of-the-order-system';
  let shop: LaravelProxy;

  beforeAll(async () => {
    const variables = {
      ...environment(),
      GENVORIS_MODEL: 'CREDITS_WITH_PURCHASE',
      GENVORIS_CREDITS_PER_ORDER: '2',
      GENVORIS_LEDGER_FILE: ':memory:',
      GENVORIS_ORDER_SECRET: `${ORDER_SECRET},an-order-secret-of-before`,
      GENVORIS_USER_PATH: '/session-user',
      GENVORIS_USER_CACHE_MS: '60000',
      GENVORIS_MANAGER_FIELD: 'is_admin',
    };
    shop = await startLaravelProxy(readVariables(variables), (report) => reports.push(report));
  });
  afterAll(() => shop.close());

  const ask = (path: string, cookie: string, init: RequestInit = {}) =>
    fetch(`${shop.url}/api/genvoris${path}`, { ...init, headers: { cookie, ...init.headers } });
  const tell = (event: unknown, secret = ORDER_SECRET) => {
    const body = JSON.stringify(event);
    const time = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    const headers = { 'Content-Type': 'application/json', 'X-Shop-Signature': `t=${time},v1=${signature}` };
    return fetch(`${shop.url}/api/genvoris/webhooks/orders`, { method: 'POST', headers, body });
  };
  const PAID = {
    id: 'order-7-paid',
    type: 'order.paid',
    occurredAt: '2026-11-20T10:00:00Z',
    data: { orderId: 7, customerId: 42, currency: 'EUR', totalCents: 100, items: [] },
  };

  test('an order that Laravel tells of is what its user may try on', async () => {
    expect(await (await tell(PAID)).json()).toMatchObject({
      outcome: 'granted',
      granted: 2,
      duplicate: false,
    });
    expect(await (await tell(PAID)).json()).toMatchObject({ duplicate: true, granted: 2 });
    expect((await tell(PAID, 'canary-of-another-system')).status).toBe(401);
    const cookie = 'laravel_session=user-42; XSRF-TOKEN=abcdefgh';
    expect(await (await ask('/status', cookie)).json()).toMatchObject({ canTryOn: true, remaining: 2 });
    const headers = { Origin: SHOP, 'X-XSRF-TOKEN': 'abcdefgh' };
    const used = await ask('/credits/use', cookie, { method: 'POST', headers });
    expect(await used.json()).toEqual({ remaining: 1 });
    expect(await (await ask('/account', cookie)).json()).toMatchObject({
      model: 'CREDITS_WITH_PURCHASE',
      credits: [{ orderId: '7', granted: 2 }],
    });
  });

  test('keeps who is signed in for the same cookies, and for no others', async () => {
    const asked = () => laravel.requests.filter(({ path }) => path === '/session-user').length;
    await ask('/nonce', 'laravel_session=user-50');
    await ask('/nonce', 'laravel_session=user-50');
    expect(asked()).toBe(1);
    await ask('/nonce', 'laravel_session=user-51');
    expect(asked()).toBe(2);
    const other = await (await ask('/status', 'laravel_session=user-51')).json();
    expect(other).toMatchObject({ canTryOn: false, ctaType: 'purchase' });
  });

  test.each([
    [{ id: 60, is_admin: 1 }, 400],
    [{ id: 61, is_admin: 'yes' }, 404],
    [{ id: 62 }, 404],
  ])('whoever %j says may manage the shop reaches more', async (user, status) => {
    laravel.answerUserWith((_, response) => response.end(JSON.stringify(user)));
    const cookie = `laravel_session=user-${user.id}; XSRF-TOKEN=abcdefgh`;
    const headers = { Origin: SHOP, 'X-XSRF-TOKEN': 'abcdefgh', 'Content-Type': 'application/json' };
    const answer = await ask('/proxy/api/v1/plans', cookie, { method: 'POST', headers, body: '[' });
    expect(answer.status).toBe(status);
    // Taken from them, it is gone with the next request, however long who is signed in is kept.
    laravel.answerUserWith((_, response) => response.end(JSON.stringify({ id: user.id })));
    expect((await ask('/proxy/api/v1/plans', cookie, { method: 'POST', headers, body: '[' })).status).toBe(
      404,
    );
  });
});

describe('the XSRF token', () => {
  const session = (headers: Record<string, string>) =>
    fetch(`${proxy.url}/api/genvoris/session`, { method: 'POST', headers: { Origin: SHOP, ...headers } });

  test('is Laravel’s own cookie, decoded', async () => {
    const cookie = 'laravel_session=user-42; XSRF-TOKEN=eyJpdiI6IkEifQ%3D%3D';
    const nonce = (await (await get('/nonce', cookie)).json()) as { nonce: string };
    expect(nonce).toMatchObject({ nonce: 'eyJpdiI6IkEifQ==', header: 'X-XSRF-TOKEN' });
    expect(laravel.requests.map(({ path }) => path)).toEqual(['/api/user']);
    expect((await session({ cookie, 'X-XSRF-TOKEN': nonce.nonce })).status).toBe(200);
  });

  test('is asked of Laravel for a browser that has none', async () => {
    const answer = await get('/nonce');
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['XSRF-TOKEN', 'laravel_session']);
    expect(cookies[1]).toContain('httponly');
    const { nonce } = (await answer.json()) as { nonce: string };
    expect(cookies[0]).toContain(encodeURIComponent(nonce));
  });

  test.each([
    ['two cookies', 'laravel_session=user-42; XSRF-TOKEN=x; XSRF-TOKEN=abcdefgh'],
    ['no cookie', 'laravel_session=user-42'],
  ])('is refused as Laravel does with %s', async (_, cookie) => {
    const answer = await session({ cookie, 'X-XSRF-TOKEN': 'abcdefgh' });
    expect(answer.status).toBe(419);
    expect(await answer.json()).toEqual({ message: 'CSRF token mismatch.' });
    expect(upstream.requests).toHaveLength(0);
  });
});

test('answers 404 outside of its mount, and tells its health', async () => {
  expect((await fetch(`${proxy.url}/api/users`)).status).toBe(404);
  const health = await fetch(`${proxy.url}/health`);
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  const status = async (target: string) => {
    const head = `GET ${target} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n`;
    return Number((await exchangeRaw(proxy.url, head)).text.split(' ')[1]);
  };
  expect(await status('http://shop.example/health?probe=1')).toBe(200);
  expect(await status('http://shop.example/api/genvoris/status?product_id=1')).toBe(200);
  expect(await status('http://shop.example/status')).toBe(404);
});

describe('the process', () => {
  const start = (overrides: Record<string, string | undefined> = {}, args: string[] = []) =>
    startNode([MAIN, ...args], { env: { PATH: process.env.PATH, ...environment(), ...overrides } });

  test('names every variable that is missing or malformed, and quotes none', async () => {
    const proxy = start({
      GENVORIS_API_KEY: undefined,
      GENVORIS_GUESTS: 'canary',
      GENVORIS_TRUSTED_PROXIES: '-1',
    });
    expect(await proxy.ended).toBe(2);
    expect(proxy.said()).toMatch(/GENVORIS_API_KEY is missing/);
    expect(proxy.said()).toMatch(/GENVORIS_GUESTS must be true or false/);
    expect(proxy.said()).toMatch(/GENVORIS_TRUSTED_PROXIES must be a whole number/);
    expect(proxy.said()).not.toContain('canary');
  });

  test.each([
    ['GENVORIS_SHOP_ORIGIN', 'shop.example'],
    ['GENVORIS_LARAVEL_URL', 'ftp://canary'],
    ['GENVORIS_BACKEND_URL', 'http://user:canary@x'],
    ['GENVORIS_API_KEY', 'short'],
  ])('names %s when it breaks its rule', async (name, value) => {
    const proxy = start({ [name]: value });
    expect(await proxy.ended).toBe(2);
    expect(proxy.said()).toContain(`${name} must`);
    expect(proxy.said()).not.toContain('canary');
  });

  test.each<[string, Record<string, string>, string]>([
    ['a model that is none', { GENVORIS_MODEL: 'canary' }, 'GENVORIS_MODEL must be one of FREE_ALL'],
    [
      'a model without a ledger',
      { GENVORIS_MODEL: 'FREEMIUM' },
      'GENVORIS_LEDGER_FILE is needed for FREEMIUM',
    ],
    [
      'a setting that cannot be',
      {
        GENVORIS_MODEL: 'CREDITS_WITH_PURCHASE',
        GENVORIS_CREDITS_PER_ORDER: '0',
        GENVORIS_LEDGER_FILE: ':memory:',
      },
      'GENVORIS_CREDITS_PER_ORDER must',
    ],
    [
      'a checkout that is missing',
      { GENVORIS_MODEL: 'PAY_PER_USE' },
      'GENVORIS_CTA_URL is needed for PAY_PER_USE',
    ],
    [
      'a page that is none',
      { GENVORIS_MODEL: 'SUBSCRIPTION', GENVORIS_LEDGER_FILE: ':memory:', GENVORIS_CTA_URL: 'canary:x' },
      'GENVORIS_CTA_URL must',
    ],
    ['two ledgers', { GENVORIS_LEDGER_FILE: 'canary', GENVORIS_LEDGER_URL: 'canary' }, 'say two databases'],
    [
      'a database of another kind',
      { GENVORIS_LEDGER_URL: 'oracle://canary' },
      'GENVORIS_LEDGER_URL must begin with',
    ],
    [
      'a database that does not answer',
      { GENVORIS_LEDGER_URL: 'postgres://canary:canary@127.0.0.1:1/canary' },
      'GENVORIS_LEDGER_URL names a database that cannot be opened (ECONNREFUSED)',
    ],
    [
      'a file that cannot be',
      { GENVORIS_LEDGER_FILE: '/proc/canary/ledger.sqlite' },
      'GENVORIS_LEDGER_FILE names a database that cannot be opened',
    ],
    ['a short secret', { GENVORIS_ORDER_SECRET: 'canary' }, 'GENVORIS_ORDER_SECRET must'],
    [
      'an expiry in words',
      { GENVORIS_CREDITS_EXPIRE_DAYS: 'canary' },
      'GENVORIS_CREDITS_EXPIRE_DAYS must be',
    ],
    ['a user path that is none', { GENVORIS_USER_PATH: 'canary' }, 'GENVORIS_USER_PATH must be a path'],
  ])('names the variable of %s', async (_, variables, said) => {
    const start = async () => startLaravelProxy(readVariables({ ...environment(), ...variables }), () => {});
    const error = (await start().catch((error: unknown) => error)) as Error;
    expect(error.name).toBe('ConfigurationError');
    expect(error.message).toContain(said);
    expect(error.message).not.toContain('canary');
  });

  test('--help lists the variables', async () => {
    const proxy = start({ GENVORIS_API_KEY: undefined }, ['--help']);
    expect(await proxy.ended).toBe(0);
    expect(proxy.said()).toContain('GENVORIS_LARAVEL_URL (required)');
  });

  test('refuses an option, which it would not heed', async () => {
    const proxy = start({}, ['--port', '9000']);
    expect(await proxy.ended).toBe(2);
    expect(proxy.said()).toContain('There is no option --port; environment variables configure it.');
  });

  test('finishes what is in flight on SIGTERM, then ends', async () => {
    upstream.use('getStatus', { scenario: 'ALLOWED', delayMs: 400 });
    const proxy = start();
    const [url] = await proxy.says(/http:\/\/[\d.:]+/);
    const answering = fetch(`${url}/api/genvoris/status`);
    await upstream.waitForRequest(({ operationId }) => operationId === 'getStatus');
    const ended = proxy.stop();
    expect((await answering).status).toBe(200);
    expect(await ended).toBe(0);
  });
});
