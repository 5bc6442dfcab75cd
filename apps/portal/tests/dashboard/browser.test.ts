import { launchBrowser } from '@genvoris/conformance/chromium';
import { axeViolations } from '@genvoris/testing/axe';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.ts';
import { seedStore } from '../../src/surfaces/seed/seed-store.ts';
import { type Receiver, startReceiver } from '../kit/receiver.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';
import { addSignIn, PASSWORD } from './browse.ts';

let running: TestPortal;
let browser: Browser;
let receiver: Receiver;
let store: TestStore;
let email: string;
let seeded: string;
let paths: string[];
let shopper: Awaited<ReturnType<TestStore['shopper']>>;

beforeAll(async () => {
  receiver = await startReceiver(() => ({ status: 500, body: 'no' }));
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  running = await startTestPortal(database, { allowPrivateReceivers: true });
  store = await running.store({ name: 'Maison Aurélie' });
  email = await addSignIn(running, store, await running.store());
  shopper = await store.shopper(20);
  const { id, token } = shopper;
  const orders = Array.from({ length: 12 }, (_, n) => `order ${n + 1}`);
  const granted = [];
  for (const orderId of orders)
    granted.push(await store.call('createGrant', { params: { id }, body: { orderId, amount: 3 } }));
  // The third to be made is the last of the first page.
  const { createdAt, orderId } = granted[2]?.body ?? {};
  const cursor = Buffer.from(JSON.stringify([null, createdAt, orderId])).toString('base64url');
  await store.call('updateCustomer', { params: { id }, body: { metadata: { note: 'x'.repeat(400) } } });
  for (const success of [true, false])
    await store.track({ token, success, body: { product_title: 'Wrap dress' } });
  const hook = await store.call('createWebhookEndpoint', {
    body: { url: `${receiver.url}/${'long/'.repeat(30)}` },
  });
  const sent = await store.call('testWebhookEndpoint', { params: { id: hook.body.id } });
  await running.portal.webhooks.drain();
  const hooks = `/dashboard/webhooks/${hook.body.id}`;
  paths = [
    '/dashboard',
    '/dashboard/funnel',
    '/dashboard/customers',
    '/dashboard/customers?q=nobody',
    `/dashboard/customers/${id}`,
    `/dashboard/customers/${id}?cursor=${cursor}`,
    '/dashboard/sessions',
    `/dashboard/sessions?state=valid&customer=${id}`,
    '/dashboard/plans',
    '/dashboard/credits',
    '/dashboard/webhooks',
    hooks,
    `${hooks}/deliveries/${sent.body.id}`,
    '/dashboard/keys',
    '/dashboard/settings',
    '/dashboard/nothing-here',
  ];
  const { storeId } = await seedStore(running.portal, { name: 'Seeded', credits: 1000, history: 250 });
  seeded = await addSignIn(running, { ...store, storeId });
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.close();
  await running?.portal.database.close();
  await receiver?.close();
});

async function open(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(running.server.url)) complaints.push(`request to ${request.url()}`);
  });
  await page.goto(`${running.server.url}/dashboard`);
  return { page, complaints };
}

async function signIn(page: Page, who = email, name = 'Maison Aurélie'): Promise<void> {
  await page.getByLabel('Email').fill(who);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What axe objects to, of any impact, and what does not fit. */
async function faults(page: Page): Promise<string[]> {
  const over = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  const where = new URL(page.url()).pathname;
  return [
    ...(await axeViolations(page)).map((violation) => `${where} ${violation}`),
    ...(over > 0 ? [`${where} is ${over} px too wide`] : []),
  ];
}

/** Everything that can be opened, also what opens one at a time. */
async function openAll(page: Page): Promise<void> {
  for (const details of await page.locator('main details').all()) {
    await details.evaluate((element) => {
      element.removeAttribute('name');
      element.setAttribute('open', '');
    });
  }
}

// What fits is a matter of the width, what pleases axe of the colours: two of the four pairs show both.
describe.each([
  ['dark', 390],
  ['light', 1280],
] as const)('in %s at %i pixels', (colorScheme, width) => {
  test('every page fits, pleases axe, keeps to its policy and asks nothing of others', async () => {
    const { page, complaints } = await open({ colorScheme, viewport: { width, height: 800 } });
    const found = await faults(page);
    await signIn(page);
    for (const path of paths) {
      await page.goto(`${running.server.url}${path}`);
      found.push(...(await faults(page)));
      await openAll(page);
      found.push(...(await faults(page)));
    }
    expect(found).toEqual([]);
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
    await page.context().close();
  }, 180_000);
});

test.each([
  ['dark', 390],
  ['light', 1280],
] as const)(
  'a store with a history fits and pleases axe in %s at %i pixels',
  async (colorScheme, width) => {
    const { page, complaints } = await open({ colorScheme, viewport: { width, height: 800 } });
    await signIn(page, seeded, 'Seeded');
    const found: string[] = [];
    const hook = await linkOn(page, '/dashboard/webhooks', /webhooks\/we_/);
    for (const path of [
      '/dashboard?days=90',
      '/dashboard/funnel',
      await linkOn(page, '/dashboard/customers?q=42', /customers\/ec_/),
      '/dashboard/sessions',
      '/dashboard/credits',
      '/dashboard/credits?entries=packs',
      hook,
      await linkOn(page, `${hook}?status=dead`, /deliveries\/whd_/),
      '/dashboard/settings',
    ]) {
      await page.goto(`${running.server.url}${path}`);
      await openAll(page);
      found.push(...(await faults(page)));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  180_000,
);

async function linkOn(page: Page, path: string, wanted: RegExp): Promise<string> {
  await page.goto(`${running.server.url}${path}`);
  const hrefs = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const found = hrefs.find((href) => wanted.test(href));
  if (!found) throw new Error(`${path} has no link like ${wanted}`);
  return found;
}

test('tells charts by the keyboard too, and failures from the rest without colour', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await signIn(page, seeded, 'Seeded');
  const opener = page.getByText('Try-ons as a table');
  await opener.focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: 'Try-ons per day by platform (UTC)' });
  for (const name of ['Shopify', 'WooCommerce', 'WordPress', 'Laravel', 'External', 'Guests']) {
    await table.getByRole('columnheader', { name }).waitFor();
  }
  expect(await table.getByRole('row').count()).toBe(31);
  const styleOf = (selector: string, property: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
  const ground = await styleOf('body', 'backgroundColor');
  expect(await styleOf('.chart rect.bad', 'fill')).toBe(ground);
  expect(await styleOf('.chart rect.accent', 'fill')).not.toBe(ground);
  await page.context().close();
}, 60_000);

test('does everything without a script, on a phone: menu, forms, questions, errors', async () => {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await signIn(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByLabel('Name').fill('Phone');
  await page.getByRole('textbox', { name: 'Allowed domains' }).last().fill('not a host!');
  await page.getByRole('button', { name: 'Create key' }).click();
  await page.getByText('Nothing was changed. See what is marked below.').waitFor();
  await page.getByRole('textbox', { name: 'Allowed domains' }).last().fill('shop.example');
  await page.getByRole('button', { name: 'Create key' }).click();
  expect(await page.locator('code.secret').textContent()).toMatch(/^gvk_live_/);
  await page.reload();
  expect(await page.locator('code.secret').count()).toBe(0);
  await page.getByLabel('Revoke Phone').first().click();
  await page.getByRole('button', { name: 'Revoke Phone' }).click();
  await page.getByText('The key was revoked.').waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.context().close();
}, 60_000);

test('opens one form of a list at a time, so that none lies over another', async () => {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await signIn(page, seeded, 'Seeded');
  await page.goto(`${running.server.url}/dashboard/plans`);
  await page.getByLabel('Edit Style club').click();
  await page.getByLabel('Edit Summer trial').click();
  expect(await page.locator('td details[open]').count()).toBe(1);
  await page.context().close();
}, 60_000);

test('shows try-ons as they happen, holds still when asked to, and catches up', async () => {
  const { page, complaints } = await open({});
  await signIn(page);
  await page.locator('#feed-state', { hasText: 'Live' }).waitFor();
  await store.track({ body: { product_title: '<b>Velvet</b> cape' } });
  const newest = page.locator('#feed tbody tr').first();
  await newest.getByText('<b>Velvet</b> cape').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await store.track({ success: false, body: { product_title: 'Tweed hat' } });
  await page.waitForTimeout(1_500);
  expect(await newest.textContent()).toContain('Velvet');
  await page.getByRole('button', { name: 'Resume' }).click();
  await newest.getByText('Tweed hat').waitFor();
  expect(await newest.textContent()).toMatch(/Failed.*No charge/s);
  await store.track({ token: shopper.token, body: { product_title: 'Silk scarf' } });
  await newest.getByText('Silk scarf').waitFor();
  expect(await newest.getByRole('link').getAttribute('href')).toBe(`/dashboard/customers/${shopper.id}`);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 60_000);

test('says on every page that the test clock was moved, so that it fits and pleases axe', async () => {
  running.clock.advance(31 * 86_400_000);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open({ colorScheme, viewport: { width: 390, height: 800 } });
    await page.getByRole('note', { name: 'Test clock' }).waitFor();
    const found = await faults(page);
    await signIn(page);
    await page.getByRole('note', { name: 'Test clock' }).getByText(', 31 days ahead.').waitFor();
    found.push(...(await faults(page)));
    expect(found).toEqual([]);
    await page.context().close();
  }
}, 60_000);
