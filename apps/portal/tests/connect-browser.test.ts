import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { findChromium } from '@genvoris/conformance/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMerchantSession } from '../src/connect/merchant-session.ts';
import { addMerchant } from '../src/dashboard/sign-in/merchant.ts';
import { openDatabase } from '../src/storage/database.ts';
import { type Receiver, startReceiver } from './kit/receiver.ts';
import { startTestPortal, type TestPortal } from './kit/test-portal.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
    args: [...found.args],
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

function link(): string {
  const parameters = {
    site_url: shop.url,
    site_name: 'Example Shop',
    admin_email: 'admin@shop.example',
    return_url: `${shop.url}/wp-admin/admin.php?page=genvoris`,
    platform: 'wordpress',
    plugin_version: '1.4.2',
    state: 'q7Hc2V9sYx0dLm4RkTz8Wb1N',
  };
  return `${running.server.url}/oauth/wordpress?${new URLSearchParams(parameters)}`;
}

async function open(options: {
  signedIn: boolean;
  width?: number;
  colorScheme?: 'light' | 'dark';
}): Promise<Page> {
  const { signedIn, width = 1280, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  if (signedIn)
    await context.addCookies([{ name: 'genvoris_session', value: cookie, url: running.server.url }]);
  const page = await context.newPage();
  await page.goto(link());
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await loaded.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
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
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('comes back after the sign-in, and leads on to the shop', async () => {
    const store = await running.store({ name: 'Grace Shop' });
    const wish = { storeId: store.storeId, email: 'grace@shop.example', password: 'a long enough password' };
    await addMerchant(running.portal.db, wish, running.clock.now());
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
