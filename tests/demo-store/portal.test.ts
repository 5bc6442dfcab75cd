import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchBrowser } from '@genvoris/conformance/chromium';
import type { NodeProcess } from '@genvoris/testing/node-process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDemo } from './demo.ts';

let folder: string;
let demo: NodeProcess;
let browser: Browser;
let page: Page;
let shop: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genvoris-demo-portal-'));
  const ports = ['--port', '0', '--mock-port', '0', '--portal-port', '0'];
  demo = runDemo(['--portal', ...ports, '--portal-data', folder, '--clock', '--no-docs']);
  browser = await launchBrowser();
  shop = (await demo.says(/Shop +(http:\S+)/))[1] ?? '';
  page = await browser.newPage({ viewport: { width: 600, height: 800 } });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop('SIGINT');
  await rm(folder, { recursive: true, force: true });
});

const used = async (): Promise<number> => {
  const response = await page.request.get(`${shop}/api/genvoris/status`);
  return ((await response.json()) as { quota: { used: number } }).quota.used;
};

it('sees the quota of the portal go down by a try-on that shows a real picture', async () => {
  await page.goto(`${shop}/p/dress-42`);
  const button = page.locator('.genvoris-tryon-btn');
  await expect.poll(() => button.getAttribute('data-genvoris-state')).toBe('trigger');
  const before = await used();
  const photo = await page.screenshot({ type: 'jpeg' });

  await button.click();
  const form = page.locator('dialog');
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo });
  await form.locator('.primary').click();
  const picture = page.locator('dialog[data-stage=result] .pictures img');
  await picture.waitFor();
  const width = () =>
    picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(width).toBe(600);

  expect(await used()).toBe(before + 1);
}, 90_000);

it('puts an order down to the try-on by the visit, takes it back, and shows the way in the funnel', async () => {
  await page.goto(`${shop}/p/dress-42`);
  await page.getByRole('button', { name: 'Add to bag' }).click();
  await page.getByRole('button', { name: 'Order for' }).click();
  expect(await page.locator('.told').textContent()).toBe('The portal says: a try-on came first.');
  await page.getByRole('button', { name: 'Send it back' }).click();
  await page.locator('.returned').waitFor();

  const [, portal, email, password] = await demo.says(/Portal +(http:\S+) +sign in as (\S+), password (\S+)/);
  await page.goto(`${portal}/login`);
  await page.locator('input[name=email]').fill(email ?? '');
  await page.locator('input[name=password]').fill(password ?? '');
  await Promise.all([page.waitForURL('**/dashboard**'), page.locator('input[name=password]').press('Enter')]);
  const csv = async (name: string) =>
    (await page.request.get(`${portal}/dashboard/funnel/${name}.csv`)).text();
  // Opened, photo, made, seen, in the bag, closed: six events of one visit, and its order. The seed knows no such product.
  const row = ',product,dress-42,Wrap dress,custom,6,1,1,1,1,1,0,1,0,1,1,1\r\n';
  await expect.poll(() => csv('steps')).toContain(row);
  expect(await csv('orders')).toContain(',product,dress-42,custom,session,EUR,1,89.00,1,89.00\r\n');
}, 60_000);

it('gives the quota back when the clock is moved by the command that it prints', async () => {
  expect(await used()).toBeGreaterThan(0);
  const [, command = ''] = await demo.says(/A month on +npm run tool -- portal (.+)/);
  await promisify(execFile)('npx', ['--no', '--', 'portal', ...command.split(' ')]);
  expect(await used()).toBe(0);
}, 60_000);

it('still answers from the mock servers when a test key is chosen on the page', async () => {
  await page.goto(`${shop}/p/dress-42`);
  await Promise.all([page.waitForNavigation(), page.selectOption('select[name=scenario]', 'EXHAUSTED')]);
  const button = page.locator('.genvoris-tryon-btn');
  await expect.poll(() => button.getAttribute('data-genvoris-state')).toBe('reset_notice');
}, 60_000);
