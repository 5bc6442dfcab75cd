import { fileURLToPath } from 'node:url';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { freePort } from '@genvoris/testing/loopback';
import { type MariadbServer, startMariadb } from '@genvoris/testing/mariadb-server';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Laravel, startLaravel } from './laravel/laravel.ts';
import { handOnTo, type ShopFront, startShopFront } from './shop-front.ts';
import { Visitor } from './visitor.ts';

const SIDE_CAR = fileURLToPath(new URL('../../apps/laravel-proxy/src/main.ts', import.meta.url));
const MOUNT = '/api/genvoris';
const MISMATCH = { status: 419, json: { message: 'CSRF token mismatch.' } };

let database: MariadbServer;
let front: ShopFront;
let laravel: Laravel;
let upstream: ScenarioServer;
let sideCar: NodeProcess;

beforeAll(async () => {
  [database, front, upstream] = await Promise.all([
    startMariadb().then((started) => started as MariadbServer),
    startShopFront(),
    createScenarioServer(),
  ]);
  laravel = await startLaravel(database, front.url);
  front.passTo(laravel.phpUrl);
  sideCar = startNode([SIDE_CAR], {
    env: {
      ...process.env,
      GENVORIS_API_KEY: 'gvk_test_ALLOWED',
      GENVORIS_SHOP_ORIGIN: front.url,
      GENVORIS_LARAVEL_URL: laravel.phpUrl,
      GENVORIS_BACKEND_URL: upstream.url,
      GENVORIS_PORTAL_URL: upstream.url,
      // So that each test sees what Laravel says now.
      GENVORIS_USER_CACHE_MS: '0',
      PORT: String(await freePort()),
    },
  });
  const [, url = ''] = await sideCar.says(/listening at (http:[^"]+)/);
  front.mount((path) => path.startsWith(`${MOUNT}/`), handOnTo(url));
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await sideCar?.stop();
  await Promise.all([laravel?.stop(), front?.close(), upstream?.close()]);
  await database?.stop();
});

const own = () => ({ origin: front.url, referer: `${front.url}/`, accept: 'application/json' });

async function post(visitor: Visitor, path: string, body: object = {}, token = tokenOf(visitor)) {
  const headers = { ...own(), 'content-type': 'application/json', ...(token && { 'x-xsrf-token': token }) };
  const answer = await visitor.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}

/** What a page's script puts into the header: the cookie, decoded. */
function tokenOf(visitor: Visitor): string {
  return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]+)/.exec(visitor.cookies())?.[1] ?? '');
}

/** A browser in which the first or the second user is signed in, by Laravel's own session. */
async function signedIn(index: number): Promise<Visitor> {
  const visitor = new Visitor(front.url);
  await visitor.send('/sanctum/csrf-cookie', { headers: own() });
  expect(await post(visitor, '/login', laravel.users[index])).toEqual({ status: 204 });
  return visitor;
}

it('a real Laravel says who a shopper is, by its own session', async () => {
  for (const [index, { id, email }] of laravel.users.entries()) {
    const visitor = await signedIn(index);
    expect(await post(visitor, `${MOUNT}/session`)).toMatchObject({
      status: 200,
      json: { token: expect.any(String) },
    });
    const customer = upstream.requests.findLast(({ operationId }) => operationId === 'upsertCustomer');
    expect(customer?.json()).toMatchObject({ externalId: `laravel_${id}`, email });
    const status = await (await visitor.send(`${MOUNT}/status`)).json();
    expect(status).toMatchObject({ sessionToken: expect.any(String) });
  }
});

it('a real Laravel’s token is good with its own cookie alone', async () => {
  const [ada, bob] = [await signedIn(0), await signedIn(1)];
  for (const token of ['', 'x', tokenOf(bob)])
    expect(await post(ada, `${MOUNT}/session`, {}, token)).toMatchObject(MISMATCH);
  // Laravel itself takes what the side-car takes.
  expect(await post(ada, '/echo')).toEqual({ status: 204 });
  expect(await post(ada, '/echo', {}, tokenOf(bob))).toMatchObject({ status: 419 });
});

it('the side-car gets a token for a browser that has none, which Laravel takes', async () => {
  const guest = new Visitor(front.url);
  const issued = (await (await guest.send(`${MOUNT}/nonce`)).json()) as { nonce: string; header: string };
  expect(issued.header).toBe('X-XSRF-TOKEN');
  expect(issued.nonce).toBe(tokenOf(guest));
  expect(await post(guest, `${MOUNT}/session`, {}, issued.nonce)).toMatchObject({
    status: 401,
    json: { code: 'sign_in_required' },
  });
  expect(await post(guest, '/echo', {}, issued.nonce)).toEqual({ status: 204 });
});

it('forgets who signs out, with the cookies that a thief kept', async () => {
  const ada = await signedIn(0);
  const thief = new Visitor(front.url);
  thief.take(ada.cookies());
  expect(await post(thief, `${MOUNT}/session`)).toMatchObject({ status: 200 });
  expect(await post(ada, '/logout')).toEqual({ status: 204 });
  expect(await post(thief, `${MOUNT}/session`)).toMatchObject({ status: 401 });
});

it('takes a forged session for none', async () => {
  const ada = await signedIn(0);
  const forger = new Visitor(front.url);
  forger.take(ada.cookies().replace(/laravel_session=[^;]{20}/, 'laravel_session=AAAAAAAAAAAAAAAAAAAA'));
  const answer = await post(forger, `${MOUNT}/session`);
  expect(answer).toMatchObject({ status: 401, json: { code: 'sign_in_required' } });
});
