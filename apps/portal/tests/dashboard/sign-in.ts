import { describe, expect, test } from 'vitest';
import { addMerchant } from '../../src/domain/merchants/merchant.ts';
import { hashPassword } from '../../src/domain/merchants/password.ts';
import type { TestPortal } from '../kit/test-portal.ts';
import { addSignIn, browse, PASSWORD, signIn } from './browse.ts';

export function signingIn(running: () => TestPortal): void {
  describe('the sign-in', () => {
    test('is asked for by every page, which it then leads to', async () => {
      const email = await addSignIn(running(), await running().store());
      const browser = browse(running());
      const asked = await browser.get('/dashboard/customers?q=wp_1');
      expect(asked.location).toBe('/login?next=%2Fdashboard%2Fcustomers%3Fq%3Dwp_1');
      const { text } = await browser.get(asked.location ?? '');
      const next = /name="next" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const { location } = await browser.post('/login', {
        email: ` ${email.toUpperCase()} `,
        password: PASSWORD,
        next,
      });
      expect(location).toBe('/dashboard/customers?q=wp_1');
    });

    test.each([
      'https://evil.example/',
      '//evil.example/dashboard',
      '/\\evil.example',
      '/dashboard/..//evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/login?next=/login',
      '/dashboard@evil.example',
      '/dashboardx',
    ])('never leads to %j', async (next) => {
      const email = await addSignIn(running(), await running().store());
      const browser = browse(running());
      const { location } = await browser.post('/login', { email, password: PASSWORD, next });
      expect(location).toBe('/dashboard');
      expect((await browser.get(`/login?next=${encodeURIComponent(next)}`)).text).not.toContain('evil');
    });

    test('says the same of a wrong password and of nobody, and takes neither', async () => {
      const email = await addSignIn(running(), await running().store());
      const browser = browse(running());
      const wrong = await browser.post('/login', { email, password: 'not the password' });
      const nobody = await browser.post('/login', { email: `x${email}`, password: 'not the password' });
      expect([wrong.status, nobody.status]).toEqual([401, 401]);
      expect(wrong.text.replace(email, '')).toBe(nobody.text.replace(`x${email}`, ''));
      expect(browser.cookies.size).toBe(0);
    });

    test('begins a session of its own, whatever cookie the browser came with', async () => {
      const [mine, evil] = [await running().store(), await running().store()];
      const email = await addSignIn(running(), mine);
      const attacker = await signIn(running(), evil);
      const planted = attacker.cookies.get('genvoris_session') ?? '';
      const victim = browse(running());
      victim.cookies.set('genvoris_session', planted);
      await victim.post('/login', { email, password: PASSWORD });
      expect(victim.cookies.get('genvoris_session')).not.toBe(planted);
      expect((await victim.get('/dashboard/settings')).text).toContain(mine.storeId);
      expect((await attacker.get('/dashboard')).status).toBe(303);
    });

    test('takes no session whose token nobody was given, and none that a second cookie shadows', async () => {
      const store = await running().store();
      const browser = browse(running());
      browser.cookies.set('genvoris_session', `${store.storeId}.${'A'.repeat(43)}`);
      expect((await browser.get('/dashboard')).status).toBe(303);
      const signedIn = await signIn(running(), store);
      const token = signedIn.cookies.get('genvoris_session');
      const cookie = `genvoris_session=planted; genvoris_session=${token}`;
      const two = await fetch(`${running().server.url}/dashboard`, {
        headers: { cookie },
        redirect: 'manual',
      });
      expect(two.status).toBe(303);
    });

    test('keeps the cookie from scripts and other sites, and to https where the browser speaks it', async () => {
      const email = await addSignIn(running(), await running().store());
      const body = new URLSearchParams({ email, password: PASSWORD });
      const cookieFrom = async (origin: string, headers: Record<string, string> = {}) => {
        const url = `${running().server.url}/login`;
        const all = { origin, ...headers };
        const answer = await fetch(url, { method: 'POST', body, headers: all, redirect: 'manual' });
        return answer.headers.getSetCookie();
      };
      const [plain, device, ...more] = await cookieFrom(running().server.url);
      expect(plain).toMatch(/^genvoris_session=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
      expect(device).toMatch(
        /^genvoris_device_\S+; Path=\/login; HttpOnly; SameSite=Strict; Max-Age=15552000$/,
      );
      expect(more).toEqual([]);
      for (const line of await cookieFrom(running().server.url.replace('http:', 'https:')))
        expect(line).toMatch(/; Secure$/);
    });

    test('is refused to a form of another site', async () => {
      const email = await addSignIn(running(), await running().store());
      const browser = browse(running());
      const fields = { email, password: PASSWORD };
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: running().server.url, 'sec-fetch-site': 'cross-site' },
        { origin: running().server.url, 'sec-fetch-site': 'same-site' },
        {},
      ] as Record<string, string>[]) {
        expect((await browser.post('/login', fields, headers)).status).toBe(403);
      }
      // A page with `Referrer-Policy: no-referrer`, as the connect page is.
      const hidden = { origin: 'null', 'sec-fetch-site': 'same-origin' };
      expect((await browser.post('/login', fields, hidden)).status).toBe(303);
    });

    test('ends at once by signing out, and by itself after 12 hours', async () => {
      const browser = await signIn(running(), await running().store());
      const kept = new Map(browser.cookies);
      expect((await browser.submit('/logout')).text).toContain('Sign in');
      for (const [name, value] of kept) browser.cookies.set(name, value);
      expect((await browser.get('/dashboard')).status).toBe(303);

      const other = await signIn(running(), await running().store());
      running().clock.advance(12 * 3_600_000 + 1);
      expect((await other.get('/dashboard')).status).toBe(303);
    });

    test('keeps neither password nor token in readable form', async () => {
      const { db } = running().portal;
      const browser = await signIn(running(), await running().store());
      const token = browser.cookies.get('genvoris_session') ?? '';
      const kept = JSON.stringify([
        await db.selectFrom('merchants').selectAll().execute(),
        await db.selectFrom('merchant_sessions').selectAll().execute(),
      ]);
      expect(kept).not.toContain(token.split('.')[1]);
      expect(kept).not.toContain(PASSWORD);
      expect(kept).toMatch(/scrypt\$32768\$8\$3\$/);
    });

    test('goes by the new password once it was changed, everywhere else too', async () => {
      const store = await running().store();
      const email = await addSignIn(running(), store);
      const [here, there] = [browse(running()), browse(running())];
      for (const each of [here, there]) await each.post('/login', { email, password: PASSWORD });
      await here.get('/dashboard/settings');
      const form = { form: 'password', current: 'wrong', password: 'a new long password' };
      const refused = await here.post('/dashboard/settings/password', form);
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('is not right')]);
      expect(refused.text).not.toContain('a new long password');
      await here.post('/dashboard/settings/password', { ...form, current: PASSWORD });
      expect((await here.get('/dashboard')).status).toBe(200);
      expect((await there.get('/dashboard')).status).toBe(303);
      expect((await there.post('/login', { email, password: PASSWORD })).status).toBe(401);
      expect((await there.post('/login', { email, password: 'a new long password' })).status).toBe(303);
    });

    test('opens another store of the merchant, and no store of others', async () => {
      const [first, second, foreign] = [
        await running().store(),
        await running().store(),
        await running().store(),
      ];
      const browser = await signIn(running(), first, second);
      const before = browser.cookies.get('genvoris_session');
      await browser.submit('/dashboard/store', { store: second.storeId });
      expect((await browser.get('/dashboard/settings')).text).toContain(second.storeId);
      expect(browser.cookies.get('genvoris_session')).not.toBe(before);
      expect((await browser.post('/dashboard/store', { store: foreign.storeId })).status).toBe(422);
      expect((await browser.get('/dashboard/settings')).text).not.toContain(foreign.storeId);
    });

    test('is for a merchant who was added to the store, with the account kept', async () => {
      const [first, second] = [await running().store(), await running().store()];
      const email = await addSignIn(running(), first);
      const { portal, clock } = running();
      await addMerchant(
        portal.db,
        { storeId: second.storeId, email, passwordHash: await hashPassword('the second password') },
        clock.now(),
      );
      const browser = browse(running());
      expect((await browser.post('/login', { email, password: 'the second password' })).status).toBe(303);
      const { text } = await browser.get('/dashboard');
      for (const { storeId } of [first, second]) expect(text).toContain(`<option value="${storeId}"`);
    });
  });
}
