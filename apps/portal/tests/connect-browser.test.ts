import { findChromium } from '@genvoris/conformance/chromium';
import { axeViolations } from '@genvoris/testing/axe';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMerchant } from '../src/domain/merchants/merchant.ts';
import { startMerchantSession } from '../src/domain/merchants/merchant-session.ts';
import { hashPassword } from '../src/domain/merchants/password.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { CONNECT_LINK } from './kit/connect-link.ts';
import { type Receiver, startReceiver } from './kit/receiver.ts';
import { startTestPortal, type TestPortal } from './kit/test-portal.ts';

let running: TestPortal;
let browser: Browser;
let shop: Receiver;
let cookie: string;

beforeAll(async () => {
  running = await startTestPortal(await openDatabase({ kind: 'pglite', folder: 'memory://' }));
  shop = await startReceiver(() => ({
    status: 200,
    body: '<h1>Shop</h1>',
    headers: { 'content-type': 'text/html' },
  }));
  const found = await findChromium();
  browser = await chromium.launch({
    executablePath: found.executablePath,
    // A name of its own, which browsers trust less than loopback.
    args: [...found.args, '--host-resolver-rules=MAP portal.example 127.0.0.1'],
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  const store = await running.store({ name: 'Example Shop' });
  const who = { storeId: store.storeId, merchant: 'ada@shop.example' };
  cookie = (await startMerchantSession(running.portal.db, who, running.clock.now())).token;
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await running?.close();
  await running?.portal.database.close();
});

async function addSignIn(who: { storeId: string; email: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(who.password);
  await addMerchant(running.portal.db, { ...who, passwordHash }, running.clock.now());
}

function link(portal = running.server.url): string {
  const return_url = `${shop.url}/wp-admin/admin.php?page=genvoris`;
  const parameters = { ...CONNECT_LINK, site_url: shop.url, return_url };
  return `${portal}/oauth/wordpress?${new URLSearchParams(parameters)}`;
}

async function open(options: {
  /** With a session of its own, or that of the one store. */
  signedIn: boolean | string;
  script?: boolean;
  width?: number;
  colorScheme?: 'light' | 'dark';
}): Promise<Page> {
  const { signedIn, script = true, width = 1280, colorScheme = 'light' } = options;
  const viewport = { width, height: 800 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: script });
  const value = signedIn === true ? cookie : signedIn;
  if (value) await context.addCookies([{ name: 'genvoris_session', value, url: running.server.url }]);
  const page = await context.newPage();
  await page.goto(link());
  return page;
}

describe('the consent page in a browser', () => {
  it.each(['allow', 'deny'] as const)('leads back to the shop on "%s"', async (decision) => {
    const page = await open({ signedIn: true });
    await page.getByRole('button', { name: decision === 'allow' ? 'Allow' : 'Deny' }).click();
    await page.waitForURL(`${shop.url}/**`);
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('state')).toBe('q7Hc2V9sYx0dLm4RkTz8Wb1N');
    expect(searchParams.has('code')).toBe(decision === 'allow');
    const back = shop.received.findLast(({ path }) => path.startsWith('/wp-admin'));
    expect(back?.headers.referer).toBeUndefined();
    await page.context().close();
  });

  it.each(
    ([390, 1280] as const).flatMap((width) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        [true, false].map((signedIn) => ({ width, colorScheme, signedIn })),
      ),
    ),
  )(
    'fits and has nothing that axe objects to: $width px, $colorScheme, signed in: $signedIn',
    async (options) => {
      const page = await open(options);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('comes back after the sign-in, and leads on to the shop', async () => {
    const store = await running.store({ name: 'Grace Shop' });
    const wish = { storeId: store.storeId, email: 'grace@shop.example', password: 'a long enough password' };
    await addSignIn(wish);
    const page = await open({ signedIn: false });
    await page.getByLabel('Email').fill(wish.email);
    await page.getByLabel('Password').fill(wish.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Grace Shop').waitFor();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${shop.url}/**`);
    expect(new URL(page.url()).searchParams.get('code')).toMatch(/^gvc_/);
    await page.context().close();
  });

  it('takes a sign-in over plain http, where browsers say less of where a form comes from', async () => {
    const store = await running.store({ name: 'Plain Shop' });
    const wish = { storeId: store.storeId, email: 'plain@shop.example', password: 'a long enough password' };
    await addSignIn(wish);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(link(running.server.url.replace('127.0.0.1', 'portal.example')));
    await page.getByLabel('Email').fill(wish.email);
    await page.getByLabel('Password').fill(wish.password);
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const headers = await (await sent).allHeaders();
    expect(headers['sec-fetch-site']).toBeUndefined();
    expect(headers.origin).toMatch(/^http:\/\/portal\.example:/);
    await page.getByText('Plain Shop').waitFor();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${shop.url}/**`);
    const back = shop.received.findLast(({ path }) => path.includes('code=gvc_'));
    expect([back?.path.includes('state='), back?.headers.referer]).toEqual([true, undefined]);
    await context.close();
  });

  it('lets a merchant of several stores choose one, without a script', async () => {
    const stores = [await running.store({ name: 'Shoes' }), await running.store({ name: 'Hats' })];
    const email = 'several@shop.example';
    for (const { storeId } of stores) await addSignIn({ storeId, email, password: 'a long enough password' });
    const who = { storeId: stores[0]?.storeId ?? '', merchant: email };
    const { token } = await startMerchantSession(running.portal.db, who, running.clock.now());
    for (const width of [390, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open({ signedIn: token, width, colorScheme });
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(await axeViolations(page)).toEqual([]);
        await page.context().close();
      }
    }
    const page = await open({ signedIn: token, script: false });
    expect(await page.getByLabel('Account').inputValue()).toBe(stores[0]?.storeId);
    await page.getByLabel('Account').selectOption({ label: 'Hats' });
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${shop.url}/**`);
    const code = new URL(page.url()).searchParams.get('code') ?? '';
    const { return_url, state } = Object.fromEntries(new URL(link()).searchParams);
    const { body } = await running.call('exchangeConnectCode', { body: { code, state, return_url } });
    expect(body.store).toMatchObject({ id: stores[1]?.storeId, name: 'Hats' });
    await page.context().close();
  });

  it('is not shown in a frame', async () => {
    const page = await open({ signedIn: true });
    await page.goto(shop.url);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    const frame = JSON.stringify(`<iframe src="${link().replaceAll('&', '&amp;')}"></iframe>`);
    await page.evaluate(`document.body.innerHTML = ${frame}; 0`);
    await refused;
    await page.context().close();
  });
});
