import { describe, expect, test } from 'vitest';
import { createFeed } from '../../src/surfaces/dashboard/feed/feed.ts';
import { ACTIONS, DOWNLOADS, PAGES } from '../../src/surfaces/dashboard/routes.ts';
import { type Furnished, furnish } from '../kit/furnish.ts';
import { rowsOf } from '../kit/rows-of.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';
import { type Browsing, signIn } from './browse.ts';

interface Ids extends Furnished {
  readonly storeId: string;
  readonly keyId: string;
}

/** What actions need to succeed for the store that the ids are of: the last test below shows that nothing is missing. */
const FIELDS: Readonly<Record<string, (ids: Ids) => Record<string, string>>> = {
  '/dashboard/keys': () => ({ name: 'Mine', mode: 'live' }),
  '/dashboard/keys/:id/domains': () => ({ domains: 'evil.example' }),
  '/dashboard/plans': () => ({ name: 'Mine', monthlyTryOns: '5', externalId: 'shared' }),
  '/dashboard/plans/:id': () => ({ name: 'Mine', monthlyTryOns: '5' }),
  '/dashboard/customers/:id': () => ({ planId: '', status: 'PAUSED', email: '' }),
  '/dashboard/customers/:id/grants': () => ({ orderId: 'o2', amount: '5' }),
  '/dashboard/customers/:id/grants/revoke': () => ({ orderId: 'o1' }),
  '/dashboard/credits/packs': () => ({ amount: '5' }),
  '/dashboard/webhooks': () => ({ url: 'https://mine.example/hook' }),
  '/dashboard/webhooks/:id': () => ({ url: 'https://mine.example/hook' }),
  '/dashboard/settings': () => ({ name: 'Mine', status: 'SUSPENDED', lowBalanceThreshold: '0' }),
  '/dashboard/settings/password': () => ({ current: 'wrong', password: 'a new long password' }),
  '/dashboard/settings/stores': () => ({ name: 'Mine' }),
  '/dashboard/store': ({ storeId }) => ({ store: storeId }),
};

export function isolation(running: () => TestPortal): void {
  // Nothing of it may change, so that one is enough for all.
  let made: ReturnType<typeof scene> | undefined;
  const untouched = () => {
    made ??= scene(running());
    return made;
  };

  describe('a merchant of another store can neither see nor change anything by', () => {
    test.each([...PAGES, ...DOWNLOADS].map(({ path }) => path))('GET %s', async (path) => {
      const { first, ids, intruder } = await untouched();
      const before = await rowsOf(running(), first.storeId);
      const { status, text } = await intruder.get(pathOf(path, ids));
      expect(status).toBe(path.includes(':') ? 404 : 200);
      for (const secret of [...Object.values(ids), 'The first', 'first.example', 'dress-1'])
        expect(text).not.toContain(secret);
      expect(await rowsOf(running(), first.storeId)).toEqual(before);
    });

    test.each(ACTIONS.map(({ path }) => path))('POST %s', async (path) => {
      const { first, ids, intruder } = await untouched();
      const before = await rowsOf(running(), first.storeId);
      const { status, text } = await intruder.post(pathOf(path, ids), FIELDS[path]?.(ids) ?? {});
      if (path.includes(':')) expect(status).toBe(404);
      for (const secret of Object.values(ids)) expect(text).not.toContain(secret);
      expect(await rowsOf(running(), first.storeId)).toEqual(before);
    });

    test('the live feed', async () => {
      const { first, intruder } = await untouched();
      const cookie = `genvoris_session=${intruder.cookies.get('genvoris_session')}`;
      const stop = new AbortController();
      const stream = await fetch(`${running().server.url}/dashboard/feed`, {
        headers: { cookie },
        signal: stop.signal,
      });
      await first.track({ body: { product_title: 'Of the first' } });
      const heard = readFor(stream, 1_800);
      expect(await heard).not.toContain('Of the first');
      stop.abort();
      expect((await fetch(`${running().server.url}/dashboard/feed`)).status).toBe(401);
    });
  });

  describe('the live feeds of one store', () => {
    test('leave room for those of others', async () => {
      const [greedy, other] = [await running().store(), await running().store()];
      const [first, second] = [await signIn(running(), greedy), await signIn(running(), other)];
      const stop = new AbortController();
      const open = async ({ cookies }: typeof first) => {
        const cookie = `genvoris_session=${cookies.get('genvoris_session')}`;
        const url = `${running().server.url}/dashboard/feed`;
        return fetch(url, { headers: { cookie }, signal: stop.signal });
      };
      // Held until the end: a response that is thrown away is cancelled, and makes room.
      const feeds = await Promise.all(Array.from({ length: 45 }, () => open(first)));
      feeds.push(await open(second));
      expect(feeds.filter(({ status }) => status === 503)).toHaveLength(5);
      expect(feeds.at(-1)?.status).toBe(200);
      stop.abort();
    });

    test('end where nobody reads them', async () => {
      const store = await running().store({ credits: 1_000 });
      const { portal } = running();
      const feed = createFeed(portal, { closing: false });
      const session = { storeId: store.storeId, storeName: '', merchant: '', id: '' };
      const { body } = feed.open(session, new Request('http://portal/dashboard/feed'));
      let told = '';
      for (let round = 0; round < 4; round += 1) {
        await Promise.all(Array.from({ length: 40 }, () => store.track()));
        await new Promise((resolve) => setTimeout(resolve, 1_050));
      }
      for await (const part of body as ReadableStream<Uint8Array>) told += Buffer.from(part).toString();
      expect(told.split('event: tryon').length).toBeLessThanOrEqual(110);
    });
  });

  describe('a form that was not sent by a page of this sign-in is refused:', () => {
    test.each([...ACTIONS.map(({ path }) => path), '/logout'])('POST %s', async (path) => {
      const { first, ids, owner, intruder } = await untouched();
      const before = await rowsOf(running(), first.storeId);
      const fields = FIELDS[path]?.(ids) ?? {};
      const own = { origin: running().server.url };
      const attempts: [Record<string, string>, Record<string, string>][] = [
        [{ ...fields, csrf: 'none' }, own],
        [{ ...fields, csrf: intruder.csrf }, own],
        [{ ...fields, csrf: owner.csrf }, { origin: 'https://evil.example' }],
        [{ ...fields, csrf: owner.csrf }, { origin: 'null' }],
        [
          { ...fields, csrf: owner.csrf },
          { ...own, 'sec-fetch-site': 'cross-site' },
        ],
        [{ ...fields, csrf: owner.csrf }, {}],
      ];
      for (const [body, headers] of attempts) {
        expect((await owner.post(pathOf(path, ids), body, headers)).status).toBe(403);
      }
      expect(await rowsOf(running(), first.storeId)).toEqual(before);
    });
  });

  test('what the intruder is refused, the owner may: every form works', async () => {
    for (const { path } of ACTIONS) {
      const { ids, owner } = await scene(running());
      const { status } = await owner.post(pathOf(path, ids), FIELDS[path]?.(ids) ?? {});
      expect([path, status]).toEqual([path, path.endsWith('/password') ? 422 : 303]);
    }
  });
}

async function scene(
  running: TestPortal,
): Promise<{ first: TestStore; ids: Ids; owner: Browsing; intruder: Browsing }> {
  const first = await running.store({ name: 'The first' });
  const owner = await signIn(running, first);
  const intruder = await signIn(running, await running.store());
  const { storeId, keyId } = first;
  return { first, ids: { storeId, keyId, ...(await furnish(first)) }, owner, intruder };
}

function pathOf(path: string, ids: Ids): string {
  const [, , section] = path.split('/');
  const own: Record<string, string> = {
    keys: ids.keyId,
    plans: ids.planId,
    customers: ids.customerId,
    webhooks: ids.endpointId,
  };
  return path
    .replace(':id', own[section ?? ''] ?? '')
    .replace(':jti', ids.jti)
    .replace(':deliveryId', ids.deliveryId);
}

/** What a stream says within so many milliseconds. */
export async function readFor(response: Response, ms: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const until = Date.now() + ms;
  while (reader && Date.now() < until) {
    const left = new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), until - Date.now());
    });
    const piece = await Promise.race([reader.read(), left]);
    if (!piece || piece.done) break;
    text += decoder.decode(piece.value, { stream: true });
  }
  return text;
}
