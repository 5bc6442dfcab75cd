import { describe, expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';
import { signIn } from './browse.ts';
import { readFor } from './isolation.ts';

const DAY_MS = 86_400_000;

export function pages(running: () => TestPortal): void {
  describe('the dashboard', () => {
    test('makes every access value reachable by its switches', async () => {
      const store = await running().store({ credits: 0 });
      const browser = await signIn(running(), store);
      const access = async () => (await store.call('getStatus')).body.access;
      const save = (fields: Record<string, string>) =>
        browser.post('/dashboard/settings', {
          name: 'Shop',
          status: 'ACTIVE',
          lowBalanceThreshold: '0',
          ...fields,
        });
      expect(await access()).toBe('EXHAUSTED');
      await save({ tryonEnabled: 'on', overageEnabled: 'on' });
      expect(await access()).toBe('ALLOWED');
      await save({ overageEnabled: 'on' });
      expect(await access()).toBe('LOCKED');
      await save({ tryonEnabled: 'on', status: 'SUSPENDED' });
      expect(await access()).toBe('LOCKED');
      await save({ tryonEnabled: 'on', status: 'MAINTENANCE' });
      expect(await access()).toBe('ERROR');
      await save({ tryonEnabled: 'on' });
      await browser.post('/dashboard/credits/packs', { amount: '3' });
      expect(await access()).toBe('ALLOWED');
      expect((await browser.get('/dashboard')).text).toContain('ALLOWED');
    });

    test('shows a new key once; it works, and no more once it is revoked', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      const shown = await browser.submit('/dashboard/keys', {
        name: 'Shop',
        mode: 'live',
        domains: 'https://Shop.example/',
      });
      const key = /gvk_live_[A-Za-z0-9]+/.exec(shown.text)?.[0] ?? '';
      expect(key).toHaveLength(41);
      expect((await browser.get('/dashboard/keys')).text).not.toContain(key);
      const headers = { authorization: `Bearer ${key}` };
      expect((await running().call('listPlans', { headers })).status).toBe(200);
      const { id, allowed_domains } = await running()
        .portal.db.selectFrom('api_keys')
        .selectAll()
        .where('store_id', '=', store.storeId)
        .where('name', '=', 'Shop')
        .executeTakeFirstOrThrow();
      expect(allowed_domains).toEqual(['shop.example']);
      await browser.post(`/dashboard/keys/${id}/revoke`);
      expect((await running().call('listPlans', { headers })).status).toBe(401);
    });

    test.each(['not a host!', 'http://', '*.com', 'a..example', '-x.example'])(
      'takes no domain like %j, says so beside the field, and keeps what was entered',
      async (domains) => {
        const browser = await signIn(running(), await running().store());
        const { status, text } = await browser.post('/dashboard/keys', {
          form: 'create',
          name: 'Kept name',
          domains,
        });
        expect(status).toBe(422);
        expect(text).toContain('value="Kept name"');
        expect(text).toContain('aria-invalid="true"');
        expect(text).toContain('must be hosts such as shop.example');
      },
    );

    test('says what is wrong with a field as people say it, and shows a new store where to begin', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      expect((await browser.get('/dashboard')).text).toContain('Begin here');
      const plan = { form: 'create', name: '', monthlyTryOns: '0' };
      const { status, text } = await browser.post('/dashboard/plans', plan);
      expect(status).toBe(422);
      const errors = [...text.matchAll(/<p class="error"[^>]*>([^<]+)</g)].map(([, error]) => error);
      expect(errors).toEqual(['must not be empty', 'must be at least 1']);
      await store.track();
      expect((await browser.get('/dashboard')).text).not.toContain('Begin here');
    });

    test('counts try-ons and credits by day and by platform, the same summed up or not', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      const { id } = await store.shopper(50);
      const tracked = async () => {
        const { token } = (await store.call('createSession', { params: { id } })).body;
        await store.track({ token });
        await store.track();
        await store.track({ success: false });
      };
      await tracked();
      running().clock.advance(1.5 * DAY_MS);
      await tracked();
      const again = await signIn(running(), store);
      for (let look = 0; look < 2; look += 1) {
        const { text } = await again.get('/dashboard?days=7');
        expect(text).toContain('Try-ons per day: 6 in 7 days, at most 3');
        expect(text).toContain('Credits per day: 4 in 7 days, at most 2');
        expect(rowOf(text, 'WordPress')).toMatch(/Try-ons of WordPress per day: 2 in 7 days, at most 1 on/);
        expect(rowOf(text, 'Guests')).toMatch(/Try-ons of Guests per day: 4 in 7 days, at most 2 on/);
        expect(rowOf(text, 'Guests')).toMatch(/Credits of Guests per day: 2 in 7 days, at most 1 on/);
        const table = /<caption>Try-ons per day by platform.*?<\/table>/s.exec(text)?.[0] ?? '';
        const rows = [...table.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
          [...row.matchAll(/<span>(\d+)<\/span>/g)].map(([, figure]) => figure),
        );
        expect(rows.filter((row) => row.join() === '2,1')).toHaveLength(2);
        expect(rows.filter((row) => row.join() === '0,0')).toHaveLength(5);
        running().clock.advance(3_600_000);
      }
      expect((await browser.get('/dashboard')).status).toBe(303);
    });

    test('balances its ledger to nothing, with every kind of entry', async () => {
      const store = await running().store({ credits: 0, overageEnabled: true, planAllowance: 2 });
      const browser = await signIn(running(), store);
      for (let n = 0; n < 3; n += 1) await store.track();
      const tomorrow = new Date(running().clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);
      await browser.post('/dashboard/credits/packs', { amount: '7', expiresAt: tomorrow });
      running().clock.advance(3 * DAY_MS);
      const { text } = await (await signIn(running(), store)).get('/dashboard/credits');
      const balance = (name: string) => /class="figure leads"><span>(−?\d+)/.exec(rowOf(text, name))?.[1];
      expect(['Issued', 'Overage', 'Packs', 'Used', 'Expired', 'Sum'].map(balance)).toEqual([
        '−9',
        '−1',
        '0',
        '3',
        '7',
        '0',
      ]);
    });

    test('finds customers by the beginning of an id, an email, its last name or its domain, page by page, each once', async () => {
      const store = await running().store();
      for (let n = 10; n < 40; n += 1) {
        const body = { externalId: `wp_${n}`, email: `Ana${n}@shop.example` };
        await store.call('upsertCustomer', { body });
      }
      await store.call('upsertCustomer', { body: { externalId: 'shopify_%' } });
      const lima = { externalId: 'laravel_lima', email: 'Eva.de.Lima@post.example', status: 'PAUSED' };
      await store.call('upsertCustomer', { body: lima });
      const browser = await signIn(running(), store);
      const wanted: [search: string, customers: number][] = [
        ['', 32],
        ['WP_', 30],
        ['wp_1%', 0],
        ['1', 10],
        ['12', 1],
        ['%', 1],
        ['_', 0],
        ['ana', 30],
        ['ana1', 10],
        ['ana1@', 0],
        ['ana30@shop', 1],
        ['shop.ex', 30],
        ['@SHOP.example', 30],
        ['shop', 31],
        // By the id without its prefix, and by the last name: one customer.
        ['lima', 1],
        ['eva.de', 1],
        ['de', 0],
        ['ec_', 0],
        ['ec_0', 32],
        ['no', 0],
      ];
      for (const [q, count] of wanted) {
        const found = await all(`/dashboard/customers?q=${encodeURIComponent(q)}`);
        expect([q, found.length, new Set(found).size]).toEqual([q, count, count]);
      }
      expect(await all('/dashboard/customers?q=lima&status=ACTIVE')).toEqual([]);
      expect(await all('/dashboard/customers?q=lima&status=PAUSED')).toHaveLength(1);
      const [one] = await all('/dashboard/customers?q=shopify_%25');
      expect(await all(`/dashboard/customers?q=${one}`)).toEqual([one]);
      for (const query of ['cursor=nonsense', 'q=a&cursor=nonsense', 'q=a&cursor=WzksIiIsIiJd']) {
        expect((await browser.get(`/dashboard/customers?${query}`)).status).toBe(400);
      }

      async function all(path: string): Promise<string[]> {
        const ids: string[] = [];
        for (let next: string | undefined = path; next !== undefined; ) {
          const { text } = await browser.get(next);
          ids.push(...[...text.matchAll(/customers\/(ec_\w+)"/g)].map(([, id = '']) => id));
          next = /href="([^"]+)">(?:Older|More)</.exec(text)?.[1]?.replaceAll('&amp;', '&');
        }
        return ids;
      }
    });

    test('changes a customer by the rules of v1', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(5);
      const browser = await signIn(running(), store);
      const path = `/dashboard/customers/${id}`;
      const { planId } = (await store.call('getCustomer', { params: { id } })).body;
      await browser.post(`${path}/grants`, { orderId: 'o-1', amount: '3' });
      expect((await browser.submit(`${path}/grants`, { orderId: 'o-1', amount: '3' })).text).toContain(
        'granted already',
      );
      expect((await browser.get(path)).text).toContain('0 of 8 used, 8 left');
      await browser.post(`${path}/grants/revoke`, { orderId: 'o-1' });
      expect((await browser.get(path)).text).toContain('0 of 5 used, 5 left');
      const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      await browser.post(`${path}/sessions/${jti}/revoke`);
      expect((await store.track({ token })).body.error).toBe('invalid_session_token');
      await browser.post(path, { planId, status: 'CANCELLED', email: 'ana@shop.example' });
      const { body } = await store.call('getCustomer', { params: { id } });
      expect(body).toMatchObject({ status: 'CANCELLED', email: 'ana@shop.example', planId });
      const wrong = await browser.post(path, {
        form: 'change',
        planId: 'pln_nope',
        status: 'ACTIVE',
        email: '',
      });
      expect(wrong.status).toBe(422);
    });

    test('saves a customer whose plan was switched off, or is older than all that are offered', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      const { id, planId } = await store.shopper(1);
      const now = running().clock.now();
      const later = Array.from({ length: 201 }, (_, n) => ({
        store_id: store.storeId,
        id: `pln_ZZ${String(n).padStart(24, '0')}`,
        name: `Later ${n}`,
        monthly_try_ons: 1,
        active: true,
        created_at: now,
        updated_at: now,
      }));
      await running().portal.db.insertInto('plans').values(later).execute();
      const path = `/dashboard/customers/${id}`;
      expect((await browser.get(path)).text).toContain(`<option value="${planId}" selected>`);
      await store.call('disablePlan', { params: { id: planId } });
      expect((await browser.get(path)).text).toContain(`<option value="${planId}" selected>`);
      const saved = await browser.submit(path, { form: 'change', planId, status: 'PAUSED', email: '' });
      expect(saved.text).toContain('The customer was saved.');
      expect((await store.call('getCustomer', { params: { id } })).body).toMatchObject({
        planId,
        status: 'PAUSED',
      });
    });

    test('pages through the grants of a customer, each once, those that never expire first', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      const { id } = await store.shopper(1);
      const made: { orderId: string; expiresAt: string | null; createdAt: string }[] = [];
      for (let n = 0; n < 25; n += 1) {
        // Every other one never; the others in four groups of the same moment.
        const expiresAt = n % 2 === 0 ? null : `2099-01-0${(n % 4) + (n > 12 ? 4 : 1)}T12:00:00Z`;
        const body = { orderId: `order-${n}`, amount: 1, expiresAt };
        made.push((await store.call('createGrant', { params: { id }, body })).body);
      }
      const place = ({ orderId, expiresAt, createdAt }: (typeof made)[number]) =>
        `${expiresAt ?? 'never'} ${createdAt} ${orderId}`;
      const wanted = made.toSorted((one, other) => (place(one) < place(other) ? 1 : -1));
      const seen: string[] = [];
      let path: string | undefined = `/dashboard/customers/${id}`;
      for (let page = 0; path !== undefined && page < 5; page += 1) {
        const { status, text } = await browser.get(path);
        expect(status).toBe(200);
        seen.push(...[...text.matchAll(/<th scope="row">(order-\d+)</g)].map(([, order = '']) => order));
        path = /href="([^"]+cursor=[^"]+)">More</.exec(text)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toEqual(wanted.map(({ orderId }) => orderId));
      expect((await browser.get(`/dashboard/customers/${id}?cursor=WzEsMiwzXQ`)).status).toBe(400);
    });

    test('takes no text that cannot be kept, and no day that is not', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      for (const [path, status] of [
        ['/dashboard/customers?q=%00', 400],
        ['/dashboard/sessions?customer=%00', 400],
        ['/dashboard/customers/%00', 404],
        [`/dashboard/customers?q=a&cursor=${Buffer.from('[1,"a\\u0000",""]').toString('base64url')}`, 400],
      ] as const)
        expect([path, (await browser.get(path)).status]).toEqual([path, status]);
      const plan = await browser.post('/dashboard/plans', {
        form: 'create',
        name: 'a\0',
        monthlyTryOns: '5',
      });
      expect(plan.status).toBe(400);
      expect((await browser.post('/login', { email: 'a\0@b.example', password: 'x' })).status).toBe(400);
      for (const expiresAt of ['2099-02-30', '+099999-01-01']) {
        const pack = await browser.post('/dashboard/credits/packs', { form: 'pack', amount: '5', expiresAt });
        expect([pack.status, pack.text.includes('must be a day of the calendar')]).toEqual([422, true]);
      }
    });

    test('lists the sessions of all and of one shopper, those valid now, and revokes one', async () => {
      const store = await running().store();
      const [first, second] = [await store.shopper(5), await store.shopper(5)];
      running().clock.advance(16 * 60_000);
      const { token } = (await store.call('createSession', { params: { id: first.id } })).body;
      const browser = await signIn(running(), store);
      const listed = async (query: string) => {
        const { text } = await browser.get(`/dashboard/sessions${query}`);
        return [...text.matchAll(/<code title="(ses_\w+)"/g)].map(([, jti]) => jti);
      };
      expect(await listed('')).toHaveLength(3);
      expect(await listed(`?customer=${second.id}`)).toHaveLength(1);
      const [valid = ''] = await listed('?state=valid');
      expect(await listed(`?state=valid&customer=${first.externalId}`)).toEqual([valid]);
      expect(await listed(`?state=valid&customer=${second.id}`)).toEqual([]);
      const shown = await browser.submit(`/dashboard/sessions/${valid}/revoke`, { customer: first.id });
      expect(shown.text).toContain('The session was revoked.');
      expect(shown.text).toContain(`Sessions of ${first.externalId}`);
      expect(await listed('?state=valid')).toEqual([]);
      expect((await store.track({ token })).body.error).toBe('invalid_session_token');
      expect((await browser.get('/dashboard/sessions?customer=nobody')).status).toBe(404);
    });

    test('tells what was issued and what expired from debits', async () => {
      const store = await running().store({ credits: 5 });
      for (let n = 0; n < 2; n += 1) await store.track();
      const browser = await signIn(running(), store);
      const kinds = async (query: string) => {
        const { text } = await browser.get(`/dashboard/credits${query}`);
        return [...text.matchAll(/>(Issue|Debit|Expiry)</g)].map(([, kind]) => kind);
      };
      expect(await kinds('')).toEqual(['Debit', 'Debit', 'Issue']);
      expect(await kinds('?entries=packs')).toEqual(['Issue']);
    });

    test('asks before it replays all that is dead, and says how many', async () => {
      const store = await running().store();
      const hook = await store.call('createWebhookEndpoint', {
        body: { url: 'https://nowhere.invalid/hook' },
      });
      const path = `/dashboard/webhooks/${hook.body.id}`;
      const browser = await signIn(running(), store);
      expect((await browser.get(path)).text).not.toContain('Replay all dead');
      await store.call('testWebhookEndpoint', { params: { id: hook.body.id } });
      await running()
        .portal.db.updateTable('webhook_deliveries')
        .set({ status: 'dead', next_attempt_at: null })
        .where('store_id', '=', store.storeId)
        .execute();
      expect((await browser.get(path)).text).toContain('One delivery is sent once more');
      expect((await browser.submit(`${path}/replay`)).text).toContain('1 delivery queued again');
    });

    test('takes a signing secret of one’s own, and shows it to nobody', async () => {
      const browser = await signIn(running(), await running().store());
      const url = 'https://nowhere.invalid/hook';
      const secret = 'correct-horse-battery-staple';
      const added = await browser.submit('/dashboard/webhooks', { url, secret, form: 'create' });
      expect(added.text).toContain('The endpoint was added.');
      expect(added.text).not.toMatch(/whsec_|correct-horse/);
      const refused = await browser.submit('/dashboard/webhooks', {
        url,
        secret: 'too-short',
        form: 'create',
      });
      expect(refused.text).toContain('must have at least 16 characters');
      expect(refused.text).not.toContain('too-short');
    });

    test('shows deliveries with their attempts, and sends one again', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      const hook = await browser.submit('/dashboard/webhooks', { url: 'https://nowhere.invalid/hook' });
      expect(hook.text).toMatch(/whsec_[A-Za-z0-9+/=]{40,}/);
      const path =
        /href="(\/dashboard\/webhooks\/we_\w+)/.exec((await browser.get('/dashboard/webhooks')).text)?.[1] ??
        '';
      await browser.post(`${path}/test`);
      await running().portal.webhooks.drain();
      const delivery = /href="([^"]+\/deliveries\/whd_\w+)"/.exec((await browser.get(path)).text)?.[1] ?? '';
      const before = await browser.get(delivery);
      expect(before.text).toContain('webhook.test');
      expect(before.text).toContain('The name does not resolve.');
      expect((await browser.submit(`${delivery}/replay`)).text).toContain('queued again');
      await browser.post(`${path}/off`);
      expect((await browser.get(`${path}?status=pending`)).text).toContain(delivery);
      await browser.post(`${path}/delete`);
      expect((await browser.get(path)).status).toBe(404);
    });

    test('tells a live listener of try-ons, and of what it missed', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      await store.track({ body: { product_title: 'Before' } });
      const newest = /data-id="(try_\w+)"/.exec((await browser.get('/dashboard')).text)?.[1];
      await store.track({ body: { product_title: 'Missed' } });
      const stream = await fetch(`${running().server.url}/dashboard/feed?after=${newest}`, {
        headers: { cookie: `genvoris_session=${browser.cookies.get('genvoris_session')}` },
      });
      await store.track({ body: { product_title: 'Live' } });
      const heard = await readFor(stream, 2_500);
      await stream.body?.cancel().catch(() => {});
      expect([...heard.matchAll(/"product":"(\w+)"/g)].map(([, name]) => name)).toEqual(['Missed', 'Live']);
    });
  });
}

function rowOf(text: string, name: string): string {
  return (
    /<tr.*?<\/tr>/s.exec(text.slice(text.lastIndexOf('<tr', text.indexOf(`scope="row">${name}`))))?.[0] ?? ''
  );
}
