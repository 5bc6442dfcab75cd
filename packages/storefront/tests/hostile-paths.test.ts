import http from 'node:http';
import { OPERATIONS } from '@genvoris/contract/operations/storefront';
import { forwarded, SECRET, SHOP_DOMAIN } from '@genvoris/testing/fake-shopify';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { exchangeRaw } from '@genvoris/testing/raw-wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeStorefront } from '../src/hosts/node.ts';
import type { StorefrontOptions } from '../src/index.ts';
import { laravel } from '../src/laravel.ts';
import { woocommerce } from '../src/platforms/woocommerce.ts';
import { wordpress } from '../src/platforms/wordpress.ts';
import { shopify } from '../src/shopify.ts';
import { FORM_TYPE, form, SHOP } from './browser.ts';
import { type HostileRequest, hostileRequests, isListed, smuggled } from './hostile-requests.ts';

interface Shop {
  name: string;
  mount: string;
  platform: StorefrontOptions['platform'];
  /** What each request of its own pages carries in the query. */
  query?: () => string;
}

const SHOPS: Shop[] = [
  { name: 'external', mount: '/shop', platform: 'external' },
  { name: 'laravel', mount: '/api/genvoris', platform: laravel() },
  { name: 'wordpress', mount: '/genvoris-proxy', platform: wordpress() },
  { name: 'woocommerce', mount: '/wp-json/genvoris/v1', platform: woocommerce() },
  {
    name: 'shopify',
    mount: '/api/proxy',
    // One signature for all of them, so that only the path stands between an attack and the upstream.
    platform: shopify({ shop: SHOP_DOMAIN, clientSecret: SECRET, isFirstUse: () => true }),
    query: () => forwarded().toString(),
  },
];
/** All that a storefront may ask of Genvoris, and where. */
const ALLOWED = new Set([
  ...['GET /status', 'POST /api/v1/customers', 'POST /api/v1/customers/ec_1/sessions', 'POST /api/v1/events'],
  ...['POST /api/analyze', 'POST /api/tryon'],
]);
const AT_ONCE = 200;
const NO_LIMITS = Object.fromEntries(Object.keys(OPERATIONS).map((id) => [id, false as const]));

let upstream: Awaited<ReturnType<typeof listenOnLoopback>>;
const reached = new Set<string>();
let calls = 0;

beforeAll(async () => {
  const server = http.createServer((request, response) => {
    calls++;
    reached.add(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(request.url === '/status' ? '{"access":"LOCKED"}' : '{"id":"ec_1"}');
  });
  upstream = await listenOnLoopback(server);
});
afterAll(() => upstream.close());

describe.each(SHOPS)('$name', ({ mount, platform, query }) => {
  test('5,000 hostile paths reach nothing of Genvoris that is not on the list', async () => {
    const storefront = createNodeStorefront({
      ...{ apiKey: 'gvk_test_ALLOWED', shopOrigin: SHOP, backendUrl: upstream.url, portalUrl: upstream.url },
      ...{ basePath: mount, platform, guests: true, rateLimits: NO_LIMITS },
    });
    const { url, close } = await listenOnLoopback(http.createServer(storefront));
    reached.clear();
    calls = 0;

    const own = await ownHeaders(url + mount, query);
    const requests = hostileRequests(mount);
    expect(requests.length).toBeGreaterThanOrEqual(5000);
    const statuses = await sendAll(url, requests, (one) => written(one, own, query));
    const served = requests.filter((one, i) => (statuses[i] ?? 0) < 400 && !isListed(one, mount));
    expect(served.slice(0, 5)).toEqual([]);
    expect(statuses).toHaveLength(requests.length);
    await Promise.all(
      smuggled(mount, own).map(async (text) => {
        const { text: answers } = await exchangeRaw(url, text, { patienceMs: 300 });
        expect(answers, text).not.toMatch(/HTTP\/1\.1 2.*HTTP\/1\.1 2/s);
      }),
    );
    // What is on the list and was asked for in an odd way came through, so the way was open.
    expect(calls).toBeGreaterThan(0);
    expect([...reached].filter((one) => !ALLOWED.has(one))).toEqual([]);
    await close();
    await storefront.close();
  });
});

/** What a page of the shop sends with each request: a token, the origin, and a form. */
async function ownHeaders(base: string, query: Shop['query']): Promise<string[]> {
  const answer = await fetch(`${base}/nonce${query ? `?${query()}` : ''}`);
  const { nonce, header } = (await answer.json()) as { nonce: string; header: string };
  return [
    `Origin: ${SHOP}`,
    `${header}: ${nonce}`,
    `Cookie: XSRF-TOKEN=${nonce}`,
    `Content-Type: ${FORM_TYPE}`,
  ];
}

const BODY = form(Buffer.from('photo')).toString('latin1');

function written({ method, target, headers }: HostileRequest, own: readonly string[], query: Shop['query']) {
  const asked = query === undefined ? target : `${target}${target.includes('?') ? '&' : '?'}${query()}`;
  const body = method === 'GET' || method === 'HEAD' ? '' : BODY;
  const length = body === '' ? [] : [`Content-Length: ${body.length}`];
  return [`${method} ${asked} HTTP/1.1`, 'Host: shop.example', ...own, ...headers, ...length, '', body].join(
    '\r\n',
  );
}

/** The status of each, many to a connection. One that the server closes the connection at is the last that was read. */
async function sendAll(url: string, requests: HostileRequest[], write: (one: HostileRequest) => string) {
  const statuses: number[] = [];
  while (statuses.length < requests.length) {
    const batch = requests.slice(statuses.length, statuses.length + AT_ONCE);
    const last = 'GET /-last HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n';
    const { text } = await exchangeRaw(url, batch.map(write).join('') + last);
    const answers = Array.from(text.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status));
    if (answers.length === 0) throw new Error('a server answered nothing');
    statuses.push(...answers.slice(0, batch.length));
  }
  return statuses;
}
