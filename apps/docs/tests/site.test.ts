import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@genvoris/conformance/chromium';
import { ERROR_CODES, EVENT_TYPES, FAULTS, PORTAL_ERROR_CODES, WIDGET_EVENT_TYPES } from '@genvoris/contract';
import { createMock, type Mock } from '@genvoris/mock';
import { axeViolations } from '@genvoris/testing/axe';
import { type Loopback, listenOnLoopback } from '@genvoris/testing/loopback';
import express from 'express';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../src/build.ts';
import { SPEC_NAMES, specText } from '../src/specs.ts';

const TABLE_PAGES = ['index.html', 'access.html', 'errors.html', 'events.html'];
const PAGES = [...TABLE_PAGES, ...SPEC_NAMES.map((name) => `reference/${name}.html`)];
const LOOKS = [
  ['light', 390],
  ['dark', 1280],
] as const;

let outDir: string;
let site: Loopback;
let mock: Mock;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'genvoris-docs-'));
  mock = await createMock({ port: 0 });
  await buildDocs({ outDir, mockUrl: mock.url });
  site = await listenOnLoopback(createServer(express().use(express.static(outDir))));
  // Offline: no name resolves, and no address but this machine's is asked.
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'] });
  // One for all: Scalar's three megabytes are fetched and compiled once.
  context = await browser.newContext({ viewport: { width: 390, height: 900 } });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await mock?.close();
  await rm(outDir, { recursive: true, force: true });
});

/** Opens a page and records what it complains of, and what it asks of anybody but the site and the mock. */
async function open(path: string) {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  let [inFlight, lastAt] = [0, performance.now()];
  const count = (change: number) => {
    inFlight += change;
    lastAt = performance.now();
  };
  page.on('requestfinished', () => count(-1));
  page.on('requestfailed', () => count(-1));
  page.on('request', (request) => {
    count(1);
    if (!request.url().startsWith(site.url) && !request.url().startsWith(mock.url))
      complaints.push(`request to ${request.url()}`);
  });
  await page.goto(`${site.url}/${path}`);
  if (path.startsWith('reference/')) {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // Playwright's `networkidle` now and then never comes on a busy machine, though all requests are through.
    await expect.poll(() => inFlight === 0 && performance.now() - lastAt > 500).toBe(true);
  }
  return { page, complaints };
}

describe.each(PAGES)('%s', (path) => {
  test('loads without a foreign request or a console error, fits and pleases axe, light and dark', async () => {
    const { page, complaints } = await open(path);
    for (const [colorScheme, width] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate('new Promise(requestAnimationFrame)');
      const seen = `${path}, ${colorScheme} at ${width} pixels`;
      expect(await axeViolations(page, ['serious', 'critical']), seen).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), seen).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);
});

test.each(SPEC_NAMES)('hands out the bundled %s spec byte for byte', async (name) => {
  const response = await fetch(`${site.url}/specs/${name}.json`);
  expect(await response.text()).toBe(specText(name));
});

test('lists every error of both families, every fault and every event', async () => {
  const errors = await (await fetch(`${site.url}/errors.html`)).text();
  for (const word of [...ERROR_CODES, ...PORTAL_ERROR_CODES, ...Object.keys(FAULTS)])
    expect(errors).toContain(`>${word}</code>`);
  const events = await (await fetch(`${site.url}/events.html`)).text();
  for (const type of EVENT_TYPES) expect(events).toContain(`id="${type}"`);
  for (const type of WIDGET_EVENT_TYPES) expect(events).toContain(`<code>${type}</code>`);
});

test('tries a request against the mock server', async () => {
  const { page, complaints } = await open('reference/status.html');
  await page
    .getByRole('button', { name: /test request/i })
    .first()
    .click();
  const answered = page.waitForResponse((response) => response.url().startsWith(`${mock.url}/status`));
  await page.getByRole('button', { name: /^send/i }).first().click();
  const response = await answered;
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ access: 'ALLOWED' });
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);
