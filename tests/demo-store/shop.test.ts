import { launchBrowser } from '@genvoris/conformance/chromium';
import { ACCESS, ACCESS_VALUES, CTA, CTA_TYPES, FAULT_NAMES } from '@genvoris/contract';
import { axeViolations } from '@genvoris/testing/axe';
import type { NodeProcess } from '@genvoris/testing/node-process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemo } from './demo.ts';

const photo = {
  name: 'me.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe('the demo shop', () => {
  let demo: NodeProcess;
  let browser: Browser;
  let shop: string;

  beforeAll(async () => {
    demo = runDemo(['--port', '0', '--mock-port', '0', '--no-docs']);
    browser = await launchBrowser();
    shop = (await demo.says(/Shop +(http:\S+)/))[1] ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop('SIGINT');
  });

  async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${shop}/p/dress-42`);
    return page;
  }

  async function play(page: Page, name: 'scenario' | 'viewer', value: string): Promise<string | null> {
    await Promise.all([page.waitForNavigation(), page.selectOption(`select[name=${name}]`, value)]);
    return settled(page);
  }

  async function settled(page: Page): Promise<string | null> {
    const state = () => page.locator('.genvoris-tryon-btn').getAttribute('data-genvoris-state');
    await expect.poll(state).not.toMatch(/^(pending)?$/);
    expect(await page.locator('.seen output').textContent()).toBe((await state())?.replace('_', ' '));
    return state();
  }

  it('shows the view of each access value when it is chosen on the page', async () => {
    const page = await visit();
    for (const access of ACCESS_VALUES) {
      expect([access, await play(page, 'scenario', access)]).toEqual([access, ACCESS[access].ui]);
    }
    expect(await play(page, 'scenario', 'unknown_access')).toBe('hidden');
  });

  it('shows what a failing status reads as', async () => {
    const page = await visit();
    for (const [scenario, state] of [
      ['quota_exhausted', 'reset_notice'],
      ['invalid_api_key', 'hidden'],
      ['rate_limited', 'hidden'],
      ...['not_json', 'reset_mid_body'].map((fault) => [`fault_${fault}`, 'hidden']),
    ] as const) {
      expect([scenario, await play(page, 'scenario', scenario as string)]).toEqual([scenario, state]);
    }
  });

  it('offers every fault, and every call to action of the models to come', async () => {
    const page = await visit();
    const offered = await page
      .locator('select[name=scenario] option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    expect(offered).toEqual(expect.arrayContaining(FAULT_NAMES.map((fault) => `fault_${fault}`)));
    for (const type of CTA_TYPES) {
      if (!offered.includes(`cta_${type}`)) continue;
      expect([type, await play(page, 'scenario', `cta_${type}`)]).toEqual([type, CTA[type].ui]);
    }
  });

  it('asks a guest to sign in, and shows the trigger once that is done', async () => {
    const page = await visit();
    expect(await play(page, 'viewer', 'guest')).toBe('link');
    await page.locator('[data-genvoris-cta=sign_in]').click();
    await page.getByRole('button', { name: 'Sign in as Ada' }).click();
    await page.waitForURL('**/p/dress-42');
    expect(await settled(page)).toBe('trigger');
  });

  it('tries on, under its own strict policy', async () => {
    const complaints: string[] = [];
    const page = await visit();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await settled(page);
    await page.locator('.genvoris-tryon-btn').click();
    await page.locator('dialog input[type=file]').setInputFiles(photo);
    await page.locator('dialog .primary').click();
    const picture = page.locator('dialog[data-stage=result] .pictures img');
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => image.getAttribute('src')?.slice(0, 23)))
      .toBe('data:image/webp;base64,');
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, in %s', async (colorScheme) => {
    const page = await visit({ colorScheme, bypassCSP: true });
    for (const path of ['/', '/p/jacket-17', '/bag', '/sign-in', '/plans', '/nowhere']) {
      await page.goto(shop + path);
      expect([path, await axeViolations(page)]).toEqual([path, []]);
    }
  });

  it.each([320, 390, 1280])('fits a window of %i pixels', async (width) => {
    const page = await visit({ viewport: { width, height: 800 } });
    for (const path of ['/', '/p/shirt-08', '/bag', '/plans']) {
      await page.goto(shop + path);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
  });

  it('gives each visitor a scenario of their own', async () => {
    const [one, other] = [await visit(), await visit()];
    expect(await play(one, 'scenario', 'LOCKED')).toBe('upsell');
    await other.reload();
    expect(await settled(other)).toBe('trigger');
  });

  it('takes an order and sends it back without a portal, and without scripts', async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Add to bag' }).click();
    await page.getByRole('button', { name: 'Order for € 89.00' }).click();
    expect(await page.locator('.told').textContent()).toBe('The portal was not told of it.');
    await page.getByRole('button', { name: 'Send it back' }).click();
    await page.locator('.returned').waitFor();
    const other = await visit();
    expect((await other.goto(page.url()))?.status()).toBe(404);
  });

  it('lets no key reach the browser', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen: Promise<string>[] = [];
    page.on('response', (response) => {
      const headers = JSON.stringify(response.headers());
      seen.push(
        response.text().then(
          (body) => headers + body,
          () => headers,
        ),
      );
    });
    page.on('request', (request) =>
      seen.push(request.allHeaders().then((headers) => request.url() + JSON.stringify(headers))),
    );
    await page.goto(`${shop}/p/dress-42`);
    await settled(page);
    for (const scenario of ['EXHAUSTED', 'invalid_key', 'fault_html_500'])
      await play(page, 'scenario', scenario);
    const bytes = (await Promise.all(seen)).join('\n');
    expect(bytes).toContain('data-product-image');
    expect(bytes).not.toMatch(/gvk_[a-z]+_[\w-]/);
  });

  it('sends nobody elsewhere, whatever the form says', async () => {
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/docs/../..', '']) {
      const response = await fetch(`${shop}/demo`, {
        method: 'POST',
        body: new URLSearchParams({ back, scenario: 'nonsense' }),
        redirect: 'manual',
      });
      expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    }
  });
});
