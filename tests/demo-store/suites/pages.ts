import { readProductPictures } from '@genvoris/contract';
import { axeViolations } from '@genvoris/testing/axe';
import { rawRequest } from '@genvoris/testing/raw-request';
import { expect, it } from 'vitest';
import { offerOf, type Running } from '../running.ts';

const PAGES = [
  '/',
  '/p/jacket-17',
  '/bag',
  '/checkout',
  '/try-ons',
  '/account',
  '/sign-in',
  '/merchant',
  '/nowhere',
];

/** What holds of every page, in light and dark, wide and narrow. */
export function pages(running: Running): void {
  it.each([
    ['light', 320],
    ['dark', 390],
  ] as const)(
    'is for everybody, in %s at %i pixels',
    async (colorScheme, width) => {
      const viewport = { width, height: 800 };
      const page = await running.as('Ada', { colorScheme, viewport, bypassCSP: true });
      await page.goto(`${running.shop}/p/jacket-17`);
      await page.getByRole('button', { name: 'Add to bag' }).click();
      const widthNow = () => page.evaluate('document.documentElement.scrollWidth');
      for (const path of PAGES) {
        await page.goto(running.shop + path);
        expect([path, await axeViolations(page), await widthNow()]).toEqual([path, [], width]);
        await page.setViewportSize({ width: 1280, height: 800 });
        expect([path, await widthNow()]).toEqual([path, 1280]);
        await page.setViewportSize(viewport);
      }
      await page.locator('.demo > summary').click();
      expect(await axeViolations(page)).toEqual([]);
    },
    60_000,
  );

  it('sells without scripts, and asks nothing of other sites', async () => {
    const page = await running.as('Ada', { javaScriptEnabled: false });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(running.shop)) elsewhere.push(request.url());
    });
    for (const path of PAGES) await page.goto(running.shop + path);
    await page.goto(`${running.shop}/p/jacket-17`);
    await page.getByRole('button', { name: 'Add to bag' }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByRole('button', { name: 'Pay € 149.00' }).click();
    expect(await page.locator('h1').textContent()).toBe('Thank you');
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    expect(elsewhere).toEqual([]);
  });

  it('lets no key reach the browser', async () => {
    const page = await running.as('Ada');
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
    for (const path of PAGES) await page.goto(running.shop + path);
    await offerOf(running, page);
    const bytes = (await Promise.all(seen)).join('\n');
    expect(bytes).toContain('data-product-image');
    expect(bytes).not.toMatch(/gvk_[a-z]+_[\w-]/);
  }, 30_000);

  it('takes no form from another site, and sends nobody to one', async () => {
    const post = (path: string, body: Record<string, string>, origin?: string) =>
      fetch(running.shop + path, {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: origin === undefined ? {} : { origin },
        redirect: 'manual',
      });
    for (const origin of ['https://evil.example', 'null', `${running.shop}.evil.example`])
      expect((await post('/merchant', { model: 'FREE_ALL' }, origin)).status).toBe(403);
    // A name of the other site's that leads here: `Host` and `Origin` agree, and are not the shop's.
    const host = `evil.example:${new URL(running.shop).port}`;
    const headers = { host, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
    const rebound = { method: 'POST', path: '/merchant', headers, body: 'model=FREE_ALL' };
    expect((await rawRequest(running.shop, rebound)).status).toBe(403);
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/docs/../..', '']) {
      const answer = await post('/demo', { back, scenario: 'nonsense' }, running.shop);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    }
  });

  it('answers a product’s pictures as WooCommerce does', async () => {
    const readAt = async (id: string) => {
      const response = await fetch(`${running.shop}/wp-json/wc/store/v1/products/${id}`);
      return readProductPictures({ status: response.status, body: await response.json() }, running.shop);
    };
    const picture = `${running.shop}/img/wrap-dress.webp`;
    expect(await readAt('dress-42')).toEqual({
      ok: true,
      product: { id: 'dress-42', name: 'Wrap dress', pictures: [picture] },
    });
    expect((await fetch(picture)).headers.get('content-type')).toBe('image/webp');
    expect(await readAt('constructor')).toEqual({ ok: false, why: 'refused' });
  });

  it('names what is wrong with the merchant’s settings, and keeps what was in force', async () => {
    const answer = await fetch(`${running.shop}/merchant`, {
      method: 'POST',
      body: new URLSearchParams({ model: 'FREEMIUM', creditsPerOrder: '0' }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(
      'Try-ons that an order unlocks must be a whole number from 1 to 1000.',
    );
    expect(await (await fetch(`${running.shop}/merchant`)).text()).toMatch(
      /value="CREDITS_WITH_PURCHASE" ?checked/,
    );
  });
}
