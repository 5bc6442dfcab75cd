import { describe, expect, test } from 'vitest';
import {
  createStorefront,
  createVault,
  createVaultMemory,
  type ErrorReport,
  type ShopperIdentity,
  type StorefrontOptions,
} from '../src/index.ts';
import { SHOP } from './browser.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();
const SECRET = 'the secret of the host, 0123456789 0123';
const CODE = 'gvc_4tYb8QmZr2Kx7LwN9sPd3VhF';
const ADA: ShopperIdentity = { id: 1, managesStore: true, sessionId: 's1', email: 'ada@shop.example' };

/** A shop and, by `again`, further processes of it. */
function openShop(options: Partial<StorefrontOptions<Request>> = {}, storage = createVaultMemory()) {
  const reports: ErrorReport[] = [];
  const { apiKey: _, ...rest } = upstream.options;
  const who: { is: ShopperIdentity | null } = { is: ADA };
  const storefront = createStorefront<Request>({
    ...rest,
    platform: 'wordpress',
    vault: createVault({ secret: SECRET, storage }),
    connect: { siteName: 'Example Shop' },
    identify: () => who.is,
    csrf: { header: 'X-WP-Nonce', issue: () => ({ nonce: 'n', expiresAt: new Date() }), verify: () => true },
    onError: (report) => reports.push(report),
    ...options,
  });
  const post = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await storefront.fetch(
      new Request(SHOP + path, {
        method: 'POST',
        headers: { origin: SHOP, 'x-wp-nonce': 'n', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    const told = JSON.parse(text) as { connectUrl?: string; expiresAt?: string; code?: string };
    return { status: answer.status, text, ...told };
  };
  const start = async () => {
    const { connectUrl } = await post('/oauth/start');
    return new URL(connectUrl ?? '').searchParams.get('state') ?? '';
  };
  const finish = (state: string, code = CODE) => post('/oauth/callback', { code, state });
  const exchanges = () =>
    upstream.server.requests.filter(({ operationId }) => operationId === 'exchangeConnectCode');
  return { who, post, start, finish, storage, reports, exchanges, storefront };
}

describe('a connect', () => {
  test('begins at the consent page, as the portal asks for it', async () => {
    const { post } = openShop({ connect: { siteName: ' Ada & Co ', pluginVersion: '2.0.1' } });
    const { status, connectUrl = '', expiresAt = '' } = await post('/oauth/start');
    expect(status).toBe(200);
    const { origin, pathname, searchParams } = new URL(connectUrl);
    expect(origin + pathname).toBe(`${upstream.server.url}/oauth/wordpress`);
    const { state, ...asked } = Object.fromEntries(searchParams);
    expect(asked).toEqual({
      site_url: SHOP,
      site_name: 'Ada & Co',
      admin_email: 'ada@shop.example',
      return_url: `${SHOP}/wp-admin/admin.php?page=genvoris`,
      platform: 'wordpress',
      plugin_version: '2.0.1',
    });
    expect(state).toMatch(/^[\w-]{32}$/);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 600_000)).toBeLessThan(60_000);
  });

  test('exchanges the code without a key, seals both secrets, and goes by them at once', async () => {
    const { start, finish, storage, exchanges, storefront, reports } = openShop({ guests: true });
    const state = await start();
    const answer = await finish(state);
    expect(answer).toMatchObject({ status: 200, connected: true });
    expect(answer.text).not.toMatch(/gvk_|whsec_/);
    const [exchange] = exchanges();
    expect(exchange?.header('authorization')).toBeUndefined();
    expect(exchange?.json()).toEqual({
      code: CODE,
      state,
      return_url: `${SHOP}/wp-admin/admin.php?page=genvoris`,
    });
    expect(await storage.get('api-key')).toMatch(/^gv1\./);
    expect(await storage.get('webhook-secret')).toMatch(/^gv1\./);
    const vault = createVault({ secret: SECRET, storage });
    const { secret: apiKey } = (await vault.read('api-key')) as { secret: string };
    await storefront.fetch(new Request(`${SHOP}/status`));
    const [called] = upstream.server.requests.filter(({ operationId }) => operationId === 'getStatus');
    expect(called?.header('authorization')).toBe(`Bearer ${apiKey}`);
    expect(JSON.stringify(reports)).not.toContain(apiKey);
  });

  test('is finished in another process than it was begun in, once of all', async () => {
    const first = openShop();
    const second = openShop({}, first.storage);
    const state = await first.start();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? first : second).finish(state)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
    expect(first.exchanges()).toHaveLength(1);
    expect(await first.finish(state)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('needs an email to prefill, and says which option is missing', async () => {
    const { post, who, reports } = openShop();
    who.is = { ...ADA, email: undefined };
    expect(await post('/oauth/start')).toMatchObject({ status: 500 });
    expect(reports[0]?.message).toContain('connect.adminEmail');
  });
});

describe('a connect is refused', () => {
  const cases: [string, (shop: ReturnType<typeof openShop>, state: string) => unknown][] = [
    ['with a state that nobody was given', (shop) => shop.finish('q7Hc2V9sYx0dLm4RkTz8Wb1N')],
    [
      'to another administrator',
      (shop, state) => {
        shop.who.is = { ...ADA, id: 2 };
        return shop.finish(state);
      },
    ],
    [
      'in another session of the same administrator',
      (shop, state) => {
        shop.who.is = { ...ADA, sessionId: 's2' };
        return shop.finish(state);
      },
    ],
    [
      'with the state of before, where it was begun again',
      async (shop, state) => {
        await shop.start();
        return shop.finish(state);
      },
    ],
    [
      'where somebody moved the sealed state to another administrator’s place',
      async (shop, state) => {
        const other = openShop({}, shop.storage);
        other.who.is = { ...ADA, id: 2 };
        const before = new Set<string>();
        const { set } = shop.storage;
        shop.storage.set = (name, record, replaces) => {
          before.add(name);
          return set(name, record, replaces);
        };
        await other.start();
        const [place = ''] = before;
        const fresh = await shop.start();
        const [own = ''] = [...before].filter((name) => name !== place);
        await set(place, (await shop.storage.get(own)) as string);
        expect(fresh).not.toBe(state);
        return other.finish(fresh);
      },
    ],
  ];
  test.each(cases)('%s', async (_, attack) => {
    const shop = openShop();
    const state = await shop.start();
    expect(await attack(shop, state)).toMatchObject({
      status: 400,
      code: 'invalid_request',
      message: expect.stringContaining('begin the connect again'),
    });
    expect(shop.exchanges()).toEqual([]);
    expect(await shop.storage.get('api-key')).toBeUndefined();
  });

  test('to whoever may not manage the shop, as if there were nothing', async () => {
    const { post, who, start, finish } = openShop();
    const state = await start();
    for (const managesStore of [false, undefined, 'true' as unknown as boolean]) {
      who.is = { ...ADA, managesStore };
      expect(await post('/oauth/start')).toMatchObject({ status: 404, code: 'path_not_allowed' });
      expect(await finish(state)).toMatchObject({ status: 404, code: 'path_not_allowed' });
    }
    who.is = null;
    expect(await post('/oauth/start')).toMatchObject({ status: 401, code: 'sign_in_required' });
  });

  test('from another site, and without the page’s token', async () => {
    const { post } = openShop({ csrf: undefined });
    expect(await post('/oauth/start')).toMatchObject({ status: 403, code: 'cross_origin' });
    expect(await post('/oauth/start', undefined, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      code: 'cross_origin',
    });
  });

  test('where the shop does not connect this way', async () => {
    const { post } = openShop({ connect: undefined });
    expect(await post('/oauth/start')).toMatchObject({ status: 404, code: 'path_not_allowed' });
  });

  test('by the portal, for a code of another site, with what to do', async () => {
    const { start, finish, storage } = openShop();
    const state = await start();
    upstream.server.use('exchangeConnectCode', { scenario: 'invalid_body' });
    expect(await finish(state)).toMatchObject({
      status: 400,
      code: 'invalid_request',
      message: expect.stringContaining('begin the connect again'),
    });
    expect(await storage.get('api-key')).toBeUndefined();
    upstream.server.reset();
    expect(await finish(state)).toMatchObject({ status: 400 });
  });

  test('while the portal is down, and works when it is begun again', async () => {
    const { start, finish, reports } = openShop();
    upstream.server.use('exchangeConnectCode', { fault: 'reset_before_headers' });
    expect(await finish(await start())).toMatchObject({ status: 502, code: 'upstream_unreachable' });
    expect(reports).toMatchObject([{ kind: 'upstream_failed', operationId: 'completeConnect' }]);
    upstream.server.reset();
    expect(await finish(await start())).toMatchObject({ status: 200 });
  });

  test.each<[string, object]>([
    ['code', { state: 'q7Hc2V9sYx0dLm4RkTz8Wb1N' }],
    ['state', { code: CODE }],
    ['state', { code: CODE, state: ['q7Hc2V9sYx0dLm4RkTz8Wb1N'] }],
    ['extra', { code: CODE, state: 'q7Hc2V9sYx0dLm4RkTz8Wb1N', extra: 1 }],
  ])('for a body whose %s is wrong, which it names', async (field, body) => {
    const { post, exchanges } = openShop();
    expect(await post('/oauth/callback', body)).toMatchObject({
      status: 400,
      message: expect.stringContaining(field),
    });
    expect(exchanges()).toEqual([]);
  });
});
