import { startFakeWordPress, type WordPressUser } from '@genvoris/testing/fake-wordpress';
import type { Json } from '@genvoris/testing/http-message';
import { rawRequest } from '@genvoris/testing/raw-request';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createStorefront, type ErrorReport, type StorefrontOptions } from '../src/index.ts';
import { woocommerce } from '../src/platforms/woocommerce.ts';
import { wordpress } from '../src/platforms/wordpress.ts';
import { FORM_TYPE, form, SHOP } from './browser.ts';
import { HOSTS, type RunningHost } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const users = new Map<string, WordPressUser>();
const KINDS: [string, WordPressUser][] = [
  ['ada', { id: 7, email: 'ada@shopper.example', capabilities: { read: true } }],
  ['bob', { id: 8, email: 'bob@shopper.example', capabilities: { read: true } }],
  ['mia', { id: 9, capabilities: { manage_woocommerce: true } }],
  ['owner', { id: 1, capabilities: { manage_options: 1 } }],
];

let site: Awaited<ReturnType<typeof startFakeWordPress>>;
beforeAll(async () => {
  site = await startFakeWordPress((name) => users.get(name));
});
afterEach(() => site.reset());
afterAll(() => site.close());

function resetUsers() {
  users.clear();
  for (const [name, user] of KINDS) users.set(name, user);
}
resetUsers();
afterEach(resetUsers);

/** What a browser of this user sends from the shop's page; without a name, a guest's. */
function headersOf(name?: string, nonce?: string | null): Record<string, string> {
  const cookie = name === undefined ? undefined : site.cookieOf(name);
  const own = nonce === undefined ? site.nonceOf(cookie) : nonce;
  return {
    Origin: SHOP,
    'Content-Type': 'application/json',
    ...(cookie !== undefined && { Cookie: `tracker=1; ${cookie}; wp-settings-7=x` }),
    ...(own !== null && { 'X-WP-Nonce': own }),
  };
}

const INVALID_NONCE = {
  code: 'rest_cookie_invalid_nonce',
  message: 'Cookie check failed',
  data: { status: 403 },
};
const PLAN = JSON.stringify({ name: 'Gold', monthlyTryOns: 100, externalId: 'gold' });

describe.each(HOSTS.filter(({ name }) => name !== 'Laravel-style'))(
  'a WordPress shop on $name',
  ({ start }) => {
    const upstream = useUpstream();
    let host: RunningHost;

    beforeAll(async () => {
      host = await start({
        ...upstream.options,
        platform: wordpress({ siteUrl: site.url, identityTtlMs: 0 }),
      });
    });
    afterAll(() => host.close());
    const send = (path: string, headers: Record<string, string>, body?: string) =>
      rawRequest(host.url, {
        method: body === undefined ? 'GET' : 'POST',
        path,
        headers,
        ...(body !== undefined && { body }),
      });

    test('knows a shopper by the site’s cookie and nonce, and renews the nonce', async () => {
      const before = headersOf('ada');
      site.passTime();
      const answer = await send('/session', before, '{}');
      expect(answer).toMatchObject({ status: 200, json: { expiresIn: expect.any(Number) } });
      expect(answer.headers['x-wp-nonce']).toBe(site.nonceOf(site.cookieOf('ada')));
      const customer = upstream.server.requests.find(({ operationId }) => operationId === 'upsertCustomer');
      expect(customer?.json()).toEqual({
        externalId: 'wp_7',
        email: 'ada@shopper.example',
        metadata: { source: 'wordpress', wp_user_id: 7, site_url: site.url },
      });
      // Nothing else of the visitor's goes to the site.
      expect(site.requests.map(({ headers }) => headers)).toEqual([
        {
          host: expect.any(String),
          connection: expect.any(String),
          accept: 'application/json',
          'accept-encoding': 'identity',
          cookie: site.cookieOf('ada'),
          'x-wp-nonce': before['X-WP-Nonce'],
        },
      ]);
    });

    test('takes who has no nonce for a guest, and asks nobody', async () => {
      const answer = await send('/status', headersOf('ada', null));
      expect(answer).toMatchObject({ status: 200, json: { ctaType: 'sign_in' } });
      expect(answer.json).not.toHaveProperty('sessionToken');
      expect(site.requests).toEqual([]);
    });

    test('refuses a bad nonce as WordPress does, whatever is asked', async () => {
      expect(await send('/status', headersOf('ada', 'aaaaaaaaaa'))).toMatchObject({
        status: 403,
        json: INVALID_NONCE,
      });
      expect(await send('/session', headersOf('ada', 'aaaaaaaaaa'), '{}')).toMatchObject({
        status: 403,
        json: INVALID_NONCE,
      });
      expect(await send('/session', headersOf('ada', null), '{}')).toMatchObject({
        status: 403,
        json: INVALID_NONCE,
      });
      expect(await send('/session', headersOf('ada', ''), '{}')).toMatchObject({
        status: 403,
        json: INVALID_NONCE,
      });
    });

    test('answers every error in the form of WordPress', async () => {
      const errors = [
        await send('/nowhere', headersOf('ada')),
        await send('/session', { ...headersOf('ada'), Origin: 'https://evil.example' }, '{}'),
        await send('/session', headersOf(), '{}'),
        await send('/session', headersOf('ada'), '{"shopperId":"8"}'),
      ];
      expect(errors.map(({ status, json }) => [status, json.code, json.data])).toEqual([
        [404, 'path_not_allowed', { status: 404 }],
        [403, 'cross_origin', { status: 403 }],
        [401, 'sign_in_required', { status: 401 }],
        [400, 'invalid_request', { status: 400 }],
      ]);
    });

    test('lets who manages the shop reach a plan, and nobody else', async () => {
      for (const name of ['mia', 'owner'])
        expect(await send('/proxy/api/v1/plans', headersOf(name), PLAN)).toMatchObject({
          status: 200,
          json: { name: expect.any(String) },
        });
      const sent = upstream.server.requests.filter(({ operationId }) => operationId === 'createPlan');
      expect(sent.map((request) => request.json())).toEqual([JSON.parse(PLAN), JSON.parse(PLAN)]);
      expect(await send('/proxy/api/v1/plans', headersOf('ada'), PLAN)).toMatchObject({
        status: 403,
        json: { code: 'rest_forbidden' },
      });
      expect(await send('/proxy/api/v1/plans', headersOf(), PLAN)).toMatchObject({
        status: 401,
        json: { code: 'sign_in_required' },
      });
      for (const path of [
        '/proxy/api/v1/customers',
        '/proxy/api/v1/plans/../customers',
        '/proxy/api/v1/plans/',
        '/proxy/api/v1/%70lans',
      ])
        expect(await send(path, headersOf('owner'), PLAN)).toMatchObject({
          status: 404,
          json: { code: 'path_not_allowed' },
        });
      expect(upstream.server.requests.filter(({ operationId }) => operationId === 'createPlan')).toHaveLength(
        2,
      );
    });
  },
);

describe('nonces', () => {
  const upstream = useUpstream();

  test('are the site’s own for who is signed in, even with a stale one', async () => {
    const { get } = open(upstream.options);
    const cookie = site.cookieOf('ada');
    const { json } = await get('/nonce', { Cookie: cookie, 'X-WP-Nonce': 'aaaaaaaaaa' });
    expect(json).toMatchObject({ nonce: site.nonceOf(cookie), header: 'X-WP-Nonce' });
    const hours = (Date.parse(json.expiresAt) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(12);
  });

  test('let guests try on where the shop lets them, WordPress’s own too', async () => {
    const { get, post } = open({ ...upstream.options, guests: true });
    const upload = (nonce: string, cookie?: string) =>
      post(
        '/proxy/api/analyze',
        { 'Content-Type': FORM_TYPE, 'X-WP-Nonce': nonce, ...(cookie !== undefined && { Cookie: cookie }) },
        form(Buffer.from('photo')),
      );
    const { nonce } = (await get('/nonce', {})).json;
    expect((await upload(nonce)).status).toBe(200);
    expect((await upload(site.nonceOf())).status).toBe(200);
    expect((await upload('0123456789')).status).toBe(403);
    // A sign-in that has ended is a guest's; one that lasts needs the site's nonce.
    expect((await upload(nonce, site.cookieOf('nobody'))).status).toBe(200);
    expect(await upload(nonce, site.cookieOf('ada'))).toMatchObject({ status: 403, json: INVALID_NONCE });
    const another = open({ ...upstream.options, secret: 'another secret of more than 32 characters' });
    expect(await another.post('/session', { 'X-WP-Nonce': nonce })).toMatchObject({ status: 403 });
  });
});

describe('who a visitor is', () => {
  const upstream = useUpstream();

  test('is found by cookie and nonce together', async () => {
    const { post } = open(upstream.options);
    const [ada, bob] = [site.cookieOf('ada'), site.cookieOf('bob')];
    expect((await post('/session', { Cookie: ada, 'X-WP-Nonce': site.nonceOf(ada) })).status).toBe(200);
    for (const [Cookie, from] of [
      [bob, ada],
      [ada, bob],
      [ada, undefined],
    ] as const)
      expect(await post('/session', { Cookie, 'X-WP-Nonce': site.nonceOf(from) })).toMatchObject({
        status: 403,
        json: INVALID_NONCE,
      });
    // Both, though each was good with its own before.
    expect((await post('/session', { Cookie: bob, 'X-WP-Nonce': site.nonceOf(bob) })).status).toBe(200);
    expect(
      (await post('/session', { Cookie: `${ada}; ${bob}`, 'X-WP-Nonce': site.nonceOf(bob) })).status,
    ).toBe(403);
    const known = upstream.server.requests.filter(({ operationId }) => operationId === 'upsertCustomer');
    expect(known.map((request) => (request.json() as Json).externalId)).toEqual(['wp_7', 'wp_8']);
  });

  test('is asked once for what a page asks together, and not for what is remembered', async () => {
    const { get } = open(upstream.options);
    const ada = { Cookie: site.cookieOf('ada'), 'X-WP-Nonce': site.nonceOf(site.cookieOf('ada')) };
    const tokens = await Promise.all([get('/status', ada), get('/status', ada), get('/status', ada)]);
    expect(tokens.map(({ json }) => typeof json.sessionToken)).toEqual(['string', 'string', 'string']);
    await get('/status', ada);
    expect(site.requests).toHaveLength(1);
  });

  test('is no word of the visitor’s', async () => {
    const { post } = open(upstream.options);
    const forged = { 'X-WP-User': '1', Authorization: 'Basic b3duZXI6eA==', 'X-Forwarded-User': 'owner' };
    const guest = { 'X-WP-Nonce': site.nonceOf() };
    expect((await post('/session?user_id=1&_wpnonce=x', { ...forged, ...guest })).status).toBe(401);
    const cookie = 'session=owner; xwordpress_logged_in_0123abcd=owner; wordpress_logged_in_=owner';
    expect((await post('/session', { Cookie: cookie, ...guest })).status).toBe(401);
    for (const { headers } of site.requests) expect(headers.authorization).toBeUndefined();
  });

  test('may do at once no more than the site still says', async () => {
    const { post } = open(upstream.options);
    const mia = { Cookie: site.cookieOf('mia'), 'X-WP-Nonce': site.nonceOf(site.cookieOf('mia')) };
    expect((await post('/proxy/api/v1/plans', mia, PLAN)).status).toBe(200);
    users.set('mia', { id: 9, capabilities: { manage_woocommerce: false, manage_options: 0 } });
    expect(await post('/proxy/api/v1/plans', mia, PLAN)).toMatchObject({
      status: 403,
      json: { code: 'rest_forbidden' },
    });
    users.delete('mia');
    expect((await post('/proxy/api/v1/plans', mia, PLAN)).status).toBe(403);
  });

  test('is nobody’s whom the site has not said whole', async () => {
    const { get, reports } = open({ ...upstream.options, timeoutMs: 2000 }, { siteTimeoutMs: 150 });
    const ada = { Cookie: site.cookieOf('ada'), 'X-WP-Nonce': site.nonceOf(site.cookieOf('ada')) };
    const user = (more: object) => JSON.stringify({ id: 7, email: 'ada@shopper.example', ...more });
    const lies: [RegExp, Parameters<typeof site.answerWith>[0]][] = [
      [/failed: timeout/, () => {}],
      [/failed: too_large/, (_, response) => response.end(user({ more: 'x'.repeat(70_000) }))],
      [
        /answered 302: set siteUrl/,
        (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
      ],
      [/answered 404: .*restUrl/, (_, response) => response.writeHead(404).end()],
      [
        /answered 403 rest_forbidden_by_plugin\)$/,
        (_, response) => response.writeHead(403).end('{"code":"rest_forbidden_by_plugin"}'),
      ],
      [/answered 500\)$/, (_, response) => response.writeHead(500).end('{"code":"secret words of a log"}')],
      [/without the user's id/, (_, response) => response.end('<!doctype html>')],
      ...['"7"', '0', '-7', '1.5', '[7]', 'null', '9007199254740993'].map((id): (typeof lies)[number] => [
        /without the user's id/,
        (_, response) => response.end(`{"id":${id}}`),
      ]),
      [/came from a cache/, (_, response) => response.setHeader('Age', '3').end(user({}))],
      [/failed: /, (request) => request.socket.destroy()],
    ];
    for (const [says, answer] of lies) {
      site.answerWith(answer);
      expect(await get('/status', ada)).toMatchObject({
        status: 500,
        json: { code: 'internal_error', data: { status: 500 } },
      });
      expect(reports.pop()?.message).toMatch(says);
    }
    // Nothing of it is remembered, and nothing of the visitor's stands in a report.
    site.reset();
    expect((await get('/status', ada)).json.sessionToken).toEqual(expect.any(String));
    expect(JSON.stringify(reports)).not.toContain('token|mac');
  });

  test('puts no header of the site’s into an answer but a nonce that is one', async () => {
    const { get } = open(upstream.options);
    const ada = { Cookie: site.cookieOf('ada'), 'X-WP-Nonce': site.nonceOf(site.cookieOf('ada')) };
    site.answerWith((_, response) =>
      response.writeHead(200, { 'X-WP-Nonce': 'a b, c', 'Set-Cookie': 'x=1', Link: '<x>' }).end('{"id":7}'),
    );
    const { status, headers } = await get('/status', ada);
    expect(status).toBe(200);
    expect([headers.get('x-wp-nonce'), headers.get('set-cookie'), headers.get('link')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a WooCommerce shop', () => {
  const upstream = useUpstream();

  test('is asked by path or by query, and asks its site either way', async () => {
    const platform = woocommerce({ siteUrl: site.url, restUrl: `${site.url}/?rest_route=/` });
    const storefront = createStorefront({ ...upstream.options, platform });
    const cookie = site.cookieOf('ada');
    const headers = { Cookie: cookie, 'X-WP-Nonce': site.nonceOf(cookie) };
    const at = async (path: string) => storefront.fetch(new Request(SHOP + path, { headers }));
    const paths = [
      '/wp-json/genvoris/v1/status?product_id=1',
      '/?rest_route=/genvoris/v1/status&product_id=1',
      '/index.php?rest_route=%2Fgenvoris%2Fv1%2Fstatus',
    ];
    for (const path of paths)
      expect(await (await at(path)).json()).toMatchObject({ sessionToken: expect.any(String) });
    for (const path of ['/?rest_route=/genvoris/v2/status', '/?rest_route=/status', '/?x=1', '/status'])
      expect((await at(path)).status).toBe(404);
    const customer = upstream.server.requests.find(({ operationId }) => operationId === 'upsertCustomer');
    expect(customer?.json()).toMatchObject({ externalId: 'woocommerce_7' });
    expect(site.requests[0]?.url).toMatch(/^\/\?rest_route=\/wp\/v2\/users\/me&context=edit/);
    await storefront.close();
  });

  test('may keep the ids of the plugin', () => {
    expect(woocommerce({ shopperIds: 'wordpress' })).toMatchObject({
      name: 'wordpress',
      basePath: '/wp-json/genvoris/v1',
    });
  });

  test.each<[string, Parameters<typeof woocommerce>[0]]>([
    ['siteUrl', { siteUrl: 'shop.example' }],
    ['siteUrl', { siteUrl: 'https://user:word@shop.example' }],
    ['restUrl', { siteUrl: 'https://shop.example', restUrl: 'https://shop.example/?p=1' }],
    ['siteTimeoutMs', { siteUrl: 'https://shop.example', siteTimeoutMs: 0 }],
    ['identityTtlMs', { siteUrl: 'https://shop.example', identityTtlMs: 3_600_000 }],
    ['webhookSecret', { webhookSecret: [] }],
    ['webhookSecret', { webhookSecret: 'short' }],
  ])('names the option %s that is wrong', (name, options) => {
    expect(() => woocommerce(options)).toThrow(`@genvoris/storefront: options.${name} must`);
  });
});

/** A shop on WordPress, asked without a network before it. */
function open(
  options: Partial<StorefrontOptions<Request>> & Pick<StorefrontOptions, 'apiKey' | 'shopOrigin'>,
  more: object = {},
) {
  const reports: ErrorReport[] = [];
  const platform = wordpress<Request>({ siteUrl: site.url, ...more });
  const storefront = createStorefront({ platform, onError: (report) => reports.push(report), ...options });
  const ask = async (path: string, init: RequestInit) => {
    const answer = await storefront.fetch(new Request(`${SHOP}/genvoris-proxy${path}`, init));
    return { status: answer.status, headers: answer.headers, json: (await answer.json()) as Json };
  };
  return {
    reports,
    get: (path: string, headers: Record<string, string>) => ask(path, { headers }),
    post: (path: string, headers: Record<string, string>, body: string | Buffer = '{}') =>
      ask(path, {
        method: 'POST',
        headers: { Origin: SHOP, 'Content-Type': 'application/json', ...headers },
        body,
      }),
  };
}
