import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { createVault } from '@genvoris/storefront';
import { createNodeStorefront, createVaultFolder, type NodeStorefront } from '@genvoris/storefront/node';
import { woocommerce } from '@genvoris/storefront/woocommerce';
import { wordpress } from '@genvoris/storefront/wordpress';
import { type MariadbServer, startMariadb } from '@genvoris/testing/mariadb-server';
import { startNode } from '@genvoris/testing/node-process';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { allowConnect } from '../connect/merchant.ts';
import { type ShopFront, startShopFront } from './shop-front.ts';
import { Visitor } from './visitor.ts';
import { startWordPress, type WordPress } from './wordpress/wordpress.ts';

const PORTAL = fileURLToPath(import.meta.resolve('@genvoris/portal/cli'));
const MOUNTS = ['/wp-json/genvoris/v1', '/?rest_route=/genvoris/v1', '/genvoris-proxy'] as const;
const PASSWORD = 'another password of these tests';
const INVALID_NONCE = {
  code: 'rest_cookie_invalid_nonce',
  message: 'Cookie check failed',
  data: { status: 403 },
};
const PLAN = JSON.stringify({ name: 'Gold', monthlyTryOns: 100, externalId: 'gold' });

let database: MariadbServer;
let front: ShopFront;
let site: WordPress;
let upstream: ScenarioServer;
const storefronts: NodeStorefront[] = [];
let admin: Visitor;

beforeAll(async () => {
  [database, front, upstream] = await Promise.all([
    startMariadb().then((started) => started as MariadbServer),
    startShopFront(),
    createScenarioServer(),
  ]);
  site = await startWordPress(database, front.url);
  front.passTo(site.phpUrl);
  const options = {
    apiKey: 'gvk_test_ALLOWED',
    shopOrigin: front.url,
    portalUrl: upstream.url,
    backendUrl: upstream.url,
    guests: true,
    rateLimits: {
      getStorefrontStatus: false,
      createStorefrontSession: false,
      getNonce: false,
      proxyCreatePlan: false,
    },
  } as const;
  // Nothing is remembered, so that each test sees what the site says now.
  const asked = { siteUrl: front.url, identityTtlMs: 0 };
  const restUrl = `${front.url}/?rest_route=`;
  const plugin = createNodeStorefront({ ...options, platform: woocommerce({ ...asked, restUrl }) });
  const proxy = createNodeStorefront({ ...options, platform: wordpress(asked) });
  storefronts.push(plugin, proxy);
  front.mount((url) => /^\/wp-json\/genvoris\/v1\/|[?&]rest_route=\/genvoris\/v1\//.test(url), plugin);
  front.mount((url) => url.startsWith('/genvoris-proxy/'), proxy);
  admin = new Visitor(front.url);
  await admin.signIn(site.admin.name, site.admin.password);
  await createUsers();
});
afterEach(() => {
  upstream.reset();
  site.shortNonces(false);
});
afterAll(async () => {
  await Promise.all(storefronts.map((storefront) => storefront.close()));
  await Promise.all([site?.stop(), front?.close(), upstream?.close()]);
  await database?.stop();
});

/** By WordPress's own REST API, as its administrator. */
async function createUsers(): Promise<void> {
  const nonce = await (await admin.send('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
  const headers = { 'content-type': 'application/json', 'x-wp-nonce': nonce };
  for (const [username, role] of [
    ['ada', 'subscriber'],
    ['bob', 'subscriber'],
    ['mia', 'shop_manager'],
  ]) {
    const user = { username, email: `${username}@shopper.example`, password: PASSWORD, roles: [role] };
    const answer = await admin.send('/wp-json/wp/v2/users', {
      method: 'POST',
      headers,
      body: JSON.stringify(user),
    });
    if (answer.status !== 201) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
  }
}

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(front.url);
  await visitor.signIn(name, PASSWORD);
  return visitor;
}

async function nonceOf(visitor: Visitor, mount: string): Promise<string> {
  const answer = (await (await visitor.send(`${mount}/nonce`)).json()) as { nonce: string; header: string };
  expect(answer.header).toBe('X-WP-Nonce');
  return answer.nonce;
}

async function post(visitor: Visitor, path: string, nonce: string | undefined, body = '{}') {
  const headers = {
    origin: front.url,
    'content-type': 'application/json',
    ...(nonce !== undefined && { 'x-wp-nonce': nonce }),
  };
  const answer = await visitor.send(path, { method: 'POST', headers, body });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

const customers = () =>
  upstream.requests
    .filter(({ operationId }) => operationId === 'upsertCustomer')
    .map((request) => request.json());

describe.each(MOUNTS)('a real WordPress, by %s', (mount) => {
  const prefix = mount === '/genvoris-proxy' ? 'wp_' : 'woocommerce_';

  it('says who a shopper is, by its own cookie and nonce', async () => {
    const ada = await signedIn('ada');
    const nonce = await nonceOf(ada, mount);
    expect(nonce).toMatch(/^[0-9a-f]{10}$/);
    const session = await post(ada, `${mount}/session`, nonce);
    expect(session).toMatchObject({ status: 200, json: { token: expect.any(String) } });
    expect(session.headers.get('x-wp-nonce')).toBe(nonce);
    const [customer] = customers();
    expect(customer).toMatchObject({ email: 'ada@shopper.example', metadata: { source: 'wordpress' } });
    expect((customer as { externalId: string }).externalId).toMatch(new RegExp(`^${prefix}[2-9]$`));
    const status = await ada.send(`${mount}/status`, { headers: { 'x-wp-nonce': nonce } });
    expect(await status.json()).toMatchObject({ sessionToken: expect.any(String) });
  });

  it('takes who sends no nonce for a guest', async () => {
    const ada = await signedIn('ada');
    const status = await (await ada.send(`${mount}/status`)).json();
    expect(status).toMatchObject({ canTryOn: true });
    expect(status).not.toHaveProperty('sessionToken');
  });

  it('refuses a nonce that is another’s, none, or has ended', async () => {
    const [ada, bob] = [await signedIn('ada'), await signedIn('bob')];
    for (const nonce of [
      await nonceOf(bob, mount),
      await nonceOf(new Visitor(front.url), mount),
      '0123456789',
      undefined,
    ])
      expect(await post(ada, `${mount}/session`, nonce)).toMatchObject({ status: 403, json: INVALID_NONCE });
    site.shortNonces(true);
    const nonce = await nonceOf(ada, mount);
    expect((await post(ada, `${mount}/session`, nonce)).status).toBe(200);
    await sleep(2100);
    expect(await post(ada, `${mount}/session`, nonce)).toMatchObject({ status: 403, json: INVALID_NONCE });
    expect((await post(ada, `${mount}/session`, await nonceOf(ada, mount))).status).toBe(200);
  });

  it('forgets who signs out, with the cookies that a thief kept', async () => {
    const ada = await signedIn('ada');
    const nonce = await nonceOf(ada, mount);
    const thief = new Visitor(front.url);
    thief.take(ada.cookies());
    expect((await post(thief, `${mount}/session`, nonce)).status).toBe(200);
    await ada.signOut();
    expect((await post(thief, `${mount}/session`, nonce)).status).toBe(403);
    expect((await post(ada, `${mount}/session`, await nonceOf(ada, mount))).status).toBe(401);
  });

  it('lets who may manage the shop reach a plan, and nobody else', async () => {
    const mia = await signedIn('mia');
    const ada = await signedIn('ada');
    const path = `${mount}/proxy/api/v1/plans`;
    for (const manager of [admin, mia])
      expect((await post(manager, path, await nonceOf(manager, mount), PLAN)).status).toBe(200);
    expect(await post(ada, path, await nonceOf(ada, mount), PLAN)).toMatchObject({
      status: 403,
      json: { code: 'rest_forbidden' },
    });
    expect(upstream.requests.filter(({ operationId }) => operationId === 'createPlan')).toHaveLength(2);
  });
});

it('an administrator of a real WordPress connects the shop with the portal, and nobody else does', async () => {
  const mount = '/wp-json/connecting/v1';
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-connect-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { PATH: process.env.PATH, GENVORIS_DATA: join(folder, 'portal'), LOG_LEVEL: 'error' };
  const email = 'merchant@shop.example';
  const seed = startNode([PORTAL, 'seed', '--history', '0', '--email', email], { env });
  expect(await seed.ended, seed.said()).toBe(0);
  const [, password = ''] = /password (\S+)/.exec(seed.said()) ?? [];
  const portal = startNode([PORTAL, 'serve', '--port', '0', '--allow-private-receivers'], { env });
  onTestFinished(() => void portal.stop());
  const [, portalUrl = ''] = await portal.says(/Portal at (http:\/\/\S+?),/);
  const secret = 'the secret of the host, 0123456789 0123';
  const storefront = createNodeStorefront({
    shopOrigin: front.url,
    basePath: mount,
    platform: woocommerce({ siteUrl: front.url, identityTtlMs: 0 }),
    vault: createVault({ secret, storage: createVaultFolder(join(folder, 'vault')) }),
    secret,
    portalUrl,
    backendUrl: portalUrl,
    connect: { siteName: 'Real shop' },
  });
  storefronts.push(storefront);
  front.mount((url) => url.startsWith(`${mount}/`), storefront);

  const ada = await signedIn('ada');
  expect(await post(ada, `${mount}/oauth/start`, await nonceOf(ada, mount))).toMatchObject({
    status: 403,
    json: { code: 'rest_forbidden' },
  });
  const nonce = await nonceOf(admin, mount);
  const started = await post(admin, `${mount}/oauth/start`, nonce);
  expect(started.status).toBe(200);
  const { connectUrl } = started.json as { connectUrl: string };
  const back = await allowConnect(connectUrl, { email, password });
  expect(back.origin + back.pathname).toBe(`${front.url}/wp-admin/admin.php`);
  const callback = JSON.stringify(
    Object.fromEntries(['code', 'state'].map((name) => [name, back.searchParams.get(name)])),
  );
  const finish = async (visitor: Visitor) =>
    post(visitor, `${mount}/oauth/callback`, await nonceOf(visitor, mount), callback);
  // Whoever may manage the shop may begin, but a state is good for who began.
  expect((await finish(await signedIn('mia'))).status).toBe(400);
  expect(await finish(admin)).toMatchObject({ status: 200, json: { connected: true } });
  const status = await ada.send(`${mount}/status`, { headers: { 'x-wp-nonce': await nonceOf(ada, mount) } });
  expect(await status.json()).toMatchObject({ access: 'ALLOWED', sessionToken: expect.any(String) });
});
