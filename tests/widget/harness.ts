import { launchBrowser } from '@genvoris/conformance/chromium';
import { bundleWidget } from '@genvoris/widget/build';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openShop, type Shop } from './shop.ts';

export interface Harness {
  browser: Browser;
  shop: Shop;
  /** Opens a page of the shop in a profile of its own. What the page throws or complains about fails the test. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
}

export interface VisitOptions {
  prepare?: (page: Page) => Promise<unknown>;
  context?: Parameters<Browser['newContext']>[0];
}

/** One browser for a test file, one shop for a test. */
export function createHarness(): Harness {
  const harness = {} as Harness;
  let script: string;
  let complaints: string[] = [];

  beforeAll(async () => {
    [harness.browser, script] = await Promise.all([launchBrowser(), bundleWidget()]);
  });
  afterAll(() => harness.browser?.close());

  beforeEach(async () => {
    complaints = [];
    harness.shop = await openShop(script);
    harness.visit = async (path, { prepare, context } = {}) => {
      const page = await (await harness.browser.newContext(context)).newPage();
      page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        // Chromium itself reports failed requests; what the widget says itself is what counts.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(`console: ${message.text()}`);
        }
      });
      await prepare?.(page);
      await page.goto(harness.shop.origin + path);
      return page;
    };
  });
  afterEach(async () => {
    for (const context of harness.browser.contexts()) await context.close();
    await harness.shop.close();
    expect(complaints).toEqual([]);
  });
  return harness;
}

/** The first try-on button, whatever it is called now. */
export function tryonButton(page: Page): Locator {
  return page.locator('.genvoris-tryon-btn').first();
}

/** Waits until the first button shows a state. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect.poll(() => tryonButton(page).getAttribute('data-genvoris-state')).toBe(state);
}
