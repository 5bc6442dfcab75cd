import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, it } from 'vitest';
import { startMerchantSession } from '../../src/domain/merchants/merchant-session.ts';
import { addSignIn } from '../dashboard/browse.ts';
import { CONNECT_LINK as LINK } from '../kit/connect-link.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The consent page, the decision and the exchange. */
export function connect(running: () => TestPortal): void {
  describe('connect', () => {
    async function signIn(store: TestStore, merchant = 'ada@shop.example'): Promise<string> {
      const { portal, clock } = running();
      const who = { storeId: store.storeId, merchant };
      const { token } = await startMerchantSession(portal.db, who, clock.now());
      return `genvoris_session=${token}`;
    }

    async function open(link: Record<string, string> = LINK, cookie = ''): Promise<PageAnswer> {
      const url = `${running().server.url}/oauth/wordpress?${new URLSearchParams(link)}`;
      const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    }

    async function decide(fields: Record<string, string>, cookie = ''): Promise<PageAnswer> {
      const response = await fetch(`${running().server.url}/oauth/wordpress`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    }

    function optionsOf({ text }: PageAnswer): string[] {
      return text.match(/<option.*?<\/option>/g) ?? [];
    }

    function csrfOf({ text }: PageAnswer): string {
      return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    }

    async function allow(cookie: string, link: Record<string, string> = LINK): Promise<string> {
      const { headers } = await decide({ decision: 'allow', csrf: csrfOf(await open(link, cookie)) }, cookie);
      return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
    }

    function exchange(code: string, more: Record<string, string> = {}) {
      const body = { code, state: LINK.state, return_url: LINK.return_url, ...more };
      return running().call('exchangeConnectCode', { body });
    }

    it('asks the merchant, comes back with a code, and gives a key and a secret for it', async () => {
      const store = await running().store({ name: 'Ada & Co', externalId: 'wp_1' });
      const cookie = await signIn(store);
      const page = await open(LINK, cookie);
      expect(page.status).toBe(200);
      expect(validateResponse('startConnect', 200, page.text)).toEqual({ ok: true });
      for (const words of ['Connect Example Shop?', 'Ada &amp; Co', 'ada@shop.example'])
        expect(page.text).toContain(words);

      const decided = await decide({ decision: 'allow', csrf: csrfOf(page) }, cookie);
      expect(decided.status).toBe(302);
      const location = new URL(decided.headers.get('location') ?? '');
      expect(location.href.startsWith(`${LINK.return_url}&code=gvc_`)).toBe(true);
      expect(location.searchParams.get('state')).toBe(LINK.state);
      expect(decided.text).toContain('Back to Example Shop');

      const { status, body, headers } = await exchange(location.searchParams.get('code') ?? '');
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body.store).toEqual({ id: store.storeId, name: 'Ada & Co', external_id: 'wp_1' });
      expect(body.portal_url).toBe(running().server.url);
      const authorization = `Bearer ${body.api_key}`;
      const { body: endpoints } = await running().call('listWebhookEndpoints', {
        headers: { authorization },
      });
      expect(endpoints.data).toMatchObject([
        { url: 'https://shop.example/wp-json/genvoris/v1/webhook', events: ['*'] },
      ]);
      const keys = await running()
        .portal.db.selectFrom('api_keys')
        .select('allowed_domains')
        .where('store_id', '=', store.storeId)
        .execute();
      expect(keys.map(({ allowed_domains }) => allowed_domains)).toContainEqual(['shop.example']);
    });

    it('cannot be framed, runs nothing, passes its address to nobody and is kept by nobody', async () => {
      const cookie = await signIn(await running().store());
      for (const { headers, text } of [await open(LINK, cookie), await open()]) {
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toContain('unsafe');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('x-request-id')).toBeTruthy();
        expect(text).not.toMatch(/<script|javascript:| on[a-z]+=/i);
      }
    });

    it('shows what a shop says of itself as text', async () => {
      const cookie = await signIn(await running().store({ name: '<img src=x onerror=alert(1)>' }));
      const site_name = '"><script>alert(1)</script>';
      for (const page of [await open({ ...LINK, site_name }, cookie), await open({ ...LINK, site_name })]) {
        expect(page.status).toBe(200);
        expect(page.text).not.toMatch(/<script|<img/);
      }
    });

    it('asks who is not signed in to sign in, and remembers where they were', async () => {
      const page = await open();
      expect(page.status).toBe(200);
      expect(page.text).toContain('Sign in to connect Example Shop');
      expect(page.text).toContain('value="admin@shop.example"');
      const next = /name="next" value="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(Object.fromEntries(new URLSearchParams(next.split('?')[1]))).toEqual(LINK);
      expect(csrfOf(page)).toBe('');
    });

    it.each<[string, Record<string, string>, string]>([
      ['a return URL of another origin', { return_url: 'https://evil.example/' }, '/return_url'],
      ['a return URL of another port', { return_url: 'https://shop.example:8443/' }, '/return_url'],
      ['a return URL with a password', { return_url: 'https://shop.example@evil.example/' }, '/return_url'],
      [
        'a return URL with a backslash',
        { return_url: 'https://shop.example\\@evil.example/' },
        '/return_url',
      ],
      [
        'a return URL with a line break',
        { return_url: 'https://shop.example/\r\nSet-Cookie: a=b' },
        '/return_url',
      ],
      ['a return URL with a fragment', { return_url: 'https://shop.example/#x' }, '/return_url'],
      ['a return URL with a code already', { return_url: 'https://shop.example/?code=x' }, '/return_url'],
      ['a script for a return URL', { return_url: 'javascript:alert(1)' }, '/return_url'],
      ['plain http', { site_url: 'http://shop.example', return_url: 'http://shop.example/' }, '/site_url'],
      [
        'the hosts below a domain',
        { site_url: 'https://*.shop.example', return_url: 'https://*.shop.example/' },
        '/site_url',
      ],
      [
        'a rule for the policy of the page',
        { site_url: 'https://shop.example;sandbox', return_url: 'https://shop.example;sandbox/' },
        '/site_url',
      ],
      [
        'the end of the policy of the page',
        { site_url: 'https://shop.example,x', return_url: 'https://shop.example,x/' },
        '/site_url',
      ],
      ['a short state', { state: 'short' }, '/state'],
    ])('refuses %s and redirects nowhere', async (_, change, pointer) => {
      const page = await open({ ...LINK, ...change }, await signIn(await running().store()));
      expect(page.status).toBe(400);
      const body = JSON.parse(page.text);
      expect(validateResponse('startConnect', 400, body)).toEqual({ ok: true });
      expect(body.error).toBe('invalid_body');
      expect(Object.keys(body.fieldErrors)).toContain(pointer);
      expect(page.headers.get('location')).toBeNull();
    });

    it('refuses a parameter that is there twice', async () => {
      const url = `${running().server.url}/oauth/wordpress?${new URLSearchParams(LINK)}&state=another-state-of-16`;
      expect((await fetch(url)).status).toBe(400);
    });

    it('comes back without a code when the merchant denies', async () => {
      const cookie = await signIn(await running().store());
      const { headers } = await decide({ decision: 'deny', csrf: csrfOf(await open(LINK, cookie)) }, cookie);
      const { searchParams } = new URL(headers.get('location') ?? '');
      expect(Object.fromEntries(searchParams)).toEqual({
        page: 'genvoris',
        error: 'access_denied',
        state: LINK.state,
      });
    });

    it('takes a form once, from who it was shown to, while it is fresh', async () => {
      const [one, other] = [await signIn(await running().store()), await signIn(await running().store())];
      const csrf = csrfOf(await open(LINK, one));
      expect((await decide({ decision: 'allow', csrf }, other)).status).toBe(400);
      expect((await decide({ decision: 'allow', csrf })).status).toBe(400);
      expect((await decide({ decision: 'allow', csrf: `${csrf.slice(0, -2)}AA` }, one)).status).toBe(400);
      expect((await decide({ decision: 'maybe', csrf }, one)).status).toBe(400);
      const [first, second] = await Promise.all([
        decide({ decision: 'allow', csrf }, one),
        decide({ decision: 'allow', csrf }, one),
      ]);
      expect([first.status, second.status].sort()).toEqual([302, 400]);
      const stale = csrfOf(await open(LINK, one));
      running().clock.advance(16 * 60_000);
      expect((await decide({ decision: 'allow', csrf: stale }, one)).status).toBe(400);
    });

    it('takes a code once, even of two at once', async () => {
      const code = await allow(await signIn(await running().store()));
      const statuses = (await Promise.all([exchange(code), exchange(code)])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 400]);
      expect((await exchange(code)).body.error).toBe('invalid_body');
    });

    it.each([
      ['another state', { state: 'another-state-of-its-own' }],
      ['another return URL', { return_url: `${LINK.return_url}&more=1` }],
      [
        'the same return URL, written otherwise',
        { return_url: 'https://SHOP.example/wp-admin/admin.php?page=genvoris' },
      ],
    ])('uses a code up that comes with %s', async (_, wrong) => {
      const code = await allow(await signIn(await running().store()));
      const refused = await exchange(code, wrong);
      expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_body' } });
      expect((await exchange(code)).status).toBe(400);
      expect((await exchange('gvc_never-handed-out')).body).toEqual(refused.body);
    });

    it('takes a code for ten minutes', async () => {
      const cookie = await signIn(await running().store());
      const [fresh, stale] = [await allow(cookie), await allow(cookie)];
      running().clock.advance(9.9 * 60_000);
      expect((await exchange(fresh)).status).toBe(200);
      running().clock.advance(0.2 * 60_000);
      expect((await exchange(stale)).status).toBe(400);
    });

    it('keeps no code and no secret that could be read', async () => {
      const store = await running().store();
      const code = await allow(await signIn(store));
      const { body } = await exchange(code);
      const { db } = running().portal;
      const tables = [
        'connect_codes',
        'connect_forms',
        'connected_sites',
        'api_keys',
        'webhook_endpoints',
        'merchant_sessions',
      ] as const;
      const rows = await Promise.all(
        tables.map((table) =>
          db.selectFrom(table).selectAll().where('store_id', '=', store.storeId).execute(),
        ),
      );
      const stored = JSON.stringify(rows);
      for (const secret of [code, LINK.state, body.api_key, body.webhook_secret])
        expect(stored).not.toContain(secret);
    });

    it('replaces the key and the endpoint of a site that connects again', async () => {
      const store = await running().store();
      const cookie = await signIn(store);
      const [first, second] = [await exchange(await allow(cookie)), await exchange(await allow(cookie))];
      const list = (key: string) =>
        running().call('listWebhookEndpoints', { headers: { authorization: `Bearer ${key}` } });
      expect((await list(first.body.api_key)).status).toBe(401);
      expect((await list(second.body.api_key)).body.data).toHaveLength(1);
    });

    it('leaves one key and one endpoint to a site that connects twice at once', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => running().store()));
      const kept = await Promise.all(
        stores.map(async (store) => {
          const cookie = await signIn(store);
          const codes = [await allow(cookie), await allow(cookie), await allow(cookie)];
          const keys = (await Promise.all(codes.map((code) => exchange(code)))).map(
            ({ body }) => body.api_key as string,
          );
          const lists = await Promise.all(
            keys.map((key) =>
              running().call('listWebhookEndpoints', { headers: { authorization: `Bearer ${key}` } }),
            ),
          );
          return lists.map(({ status, body }) => body.data?.length ?? status).sort();
        }),
      );
      expect(kept).toEqual(stores.map(() => [1, 401, 401]));
    });

    it('asks a merchant of several stores which one, and connects that', async () => {
      const [one, other] = [
        await running().store({ name: 'Same Name', externalId: 'wp_1' }),
        await running().store({ name: 'Same Name' }),
      ];
      const suspended = await running().store({ name: 'Closed' });
      const { db } = running().portal;
      await db
        .updateTable('stores')
        .set({ status: 'SUSPENDED' })
        .where('store_id', '=', suspended.storeId)
        .execute();
      const merchant = await addSignIn(running(), one, other, suspended);
      const cookie = await signIn(one, merchant);
      const page = await open(LINK, cookie);
      expect(validateResponse('startConnect', 200, page.text)).toEqual({ ok: true });
      expect(optionsOf(page)).toEqual([
        `<option value="${suspended.storeId}" disabled>Closed, suspended</option>`,
        `<option value="${one.storeId}" selected>Same Name (wp_1)</option>`,
        `<option value="${other.storeId}">Same Name (external_${other.storeId.slice(3)})</option>`,
      ]);
      const chosen = { decision: 'allow', csrf: csrfOf(page), store: other.storeId };
      const { headers } = await decide(chosen, cookie);
      const { body } = await exchange(new URL(headers.get('location') ?? '').searchParams.get('code') ?? '');
      expect(body.store.id).toBe(other.storeId);
      const closed = { decision: 'allow', csrf: csrfOf(await open(LINK, cookie)), store: suspended.storeId };
      expect((await decide(closed, cookie)).status).toBe(403);
    });

    it('offers no choice where there is none, and connects no store of somebody else', async () => {
      const [own, foreign] = [await running().store(), await running().store()];
      await addSignIn(running(), foreign);
      const cookie = await signIn(own, await addSignIn(running(), own));
      const page = await open(LINK, cookie);
      expect(page.text).not.toContain('<select');
      const csrf = csrfOf(page);
      for (const store of [foreign.storeId, 'st_NOBODYSSTORE', 'x', '']) {
        const refused = await decide({ decision: 'allow', csrf, store }, cookie);
        expect([refused.status, Object.keys(JSON.parse(refused.text).fieldErrors)]).toEqual([
          400,
          ['/store'],
        ]);
      }
      expect((await decide({ decision: 'allow', csrf, store: own.storeId }, cookie)).status).toBe(302);
    });
  });
}
