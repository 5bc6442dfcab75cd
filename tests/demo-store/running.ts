import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@genvoris/conformance/chromium';
import type { NodeProcess } from '@genvoris/testing/node-process';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { runDemo } from './demo.ts';

/** Those that the shop has from the start, by their ids. */
export const SHOPPERS = { Ada: 42, Ben: 43, Cleo: 44 } as const;

/** The demo as `npm start` runs it, and a browser. */
export interface Running {
  demo: NodeProcess;
  browser: Browser;
  shop: string;
  /** A page in a profile of its own, signed in as this shopper; `undefined` is a guest. */
  as(shopper: keyof typeof SHOPPERS | undefined, options?: BrowserContextOptions): Promise<Page>;
}

export function startForAll(): Running {
  const running = {} as Running;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'genvoris-demo-'));
    const ports = ['--port', '0', '--mock-port', '0', '--portal-port', '0'];
    const data = ['--data', join(folder, 'shop'), '--portal-data', join(folder, 'portal')];
    running.demo = runDemo(['--portal', ...ports, ...data, '--clock', '--no-docs']);
    running.browser = await launchBrowser();
    running.shop = (await running.demo.says(/Shop +(http:\S+)/))[1] ?? '';
  }, 90_000);

  afterEach(async () => {
    for (const context of running.browser.contexts()) await context.close();
  });

  afterAll(async () => {
    await running.browser?.close();
    await running.demo?.stop('SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  running.as = async (shopper, options) => {
    const page = await (await running.browser.newContext(options)).newPage();
    const { request } = page.context();
    if (shopper) await request.post(`${running.shop}/sign-in`, { form: { shopper: SHOPPERS[shopper] } });
    else await request.post(`${running.shop}/sign-out`);
    return page;
  };
  return running;
}

/** What the widget shows on the dress's page: its state, or the call to action where there is one. */
export async function offerOf({ shop }: Running, page: Page): Promise<string> {
  await page.goto(`${shop}/p/dress-42`);
  return shownOffer(page);
}

export async function shownOffer(page: Page): Promise<string> {
  const button = page.locator('.genvoris-tryon-btn');
  await expect.poll(() => button.getAttribute('data-genvoris-state')).not.toMatch(/^(pending)?$/);
  const cta = page.locator('[data-genvoris-cta]');
  return (await cta.count()) > 0
    ? `${await cta.getAttribute('data-genvoris-cta')}`
    : `${await button.getAttribute('data-genvoris-state')}`;
}
