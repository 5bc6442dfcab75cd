import { launchBrowser } from '@genvoris/conformance/chromium';
import { bundleWidget } from '@genvoris/widget/build';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Handler, openShop, PROXY, page, type Shop } from './shop.ts';

export interface Harness {
  browser: Browser;
  shop: Shop;
  /** Opens a page of the shop in a profile of its own. What the page throws or complains about fails the test. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
  /** Puts a page with this body at `/p/x`, lets its status question be answered like this, and opens it. */
  open(body: string, status: Handler, options?: OpenOptions): Promise<Page>;
}

export interface VisitOptions {
  prepare?: (page: Page) => Promise<unknown>;
  context?: Parameters<Browser['newContext']>[0];
}

export interface OpenOptions extends VisitOptions {
  head?: string;
  headers?: Record<string, string>;
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
      const opened = await (await harness.browser.newContext(context)).newPage();
      opened.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
      opened.on('console', (message) => {
        // Chromium itself reports failed requests; what the widget says itself is what counts.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(`console: ${message.text()}`);
        }
      });
      await prepare?.(opened);
      await opened.goto(harness.shop.origin + path);
      return opened;
    };
    harness.open = async (body, status, { head, headers, ...options } = {}) => {
      harness.shop.routes.set('/p/x', page(body, head, headers));
      harness.shop.routes.set(`${PROXY}/status`, status);
      return harness.visit('/p/x', options);
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
