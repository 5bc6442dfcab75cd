import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, type Handler, inTurn, json, nonces, PROXY, page, SCRIPT } from './shop.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const made = {
  images: [{ url: `data:image/png;base64,${PNG}`, width: 1, height: 1, format: 'png' }],
  product_type: 'apparel',
  variation_count: 1,
  generation_time_ms: 12,
  end_customer_quota: { used: 1, limit: 3, remaining: 2 },
};
const photo = { name: 'me-at-home.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') };

/** A handler that never answers, and whether its client has gone. */
function unanswered() {
  const state = { left: false };
  const handler: Handler = (_taken, response) => {
    response.on('close', () => {
      state.left = true;
    });
  };
  return { handler, state };
}

describe('the try-on dialog', () => {
  const harness = createHarness();

  beforeEach(() => {
    const { routes } = harness.shop;
    routes.set('/p/dress', page(BUTTON + SCRIPT));
    routes.set(`${PROXY}/status`, json(ALLOWED));
    routes.set(`${PROXY}/nonce`, nonces());
    routes.set(
      `${PROXY}/proxy/api/analyze`,
      json({
        photo: { width: 1, height: 1, format: 'png' },
        product_type: 'apparel',
        warnings: ['Stand back.'],
      }),
    );
    routes.set(`${PROXY}/proxy/api/tryon`, json(made));
  });

  async function open(path = '/p/dress'): Promise<Page> {
    const shop = await harness.visit(path);
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    return shop;
  }

  async function submit(shop: Page, file: typeof photo = photo): Promise<void> {
    await shop.locator('dialog input[type=file]').setInputFiles(file);
    await shop.getByRole('button', { name: 'Try it on' }).last().click();
  }

  function reach(shop: Page, name: string): Promise<void> {
    return shop.locator(`dialog[data-stage=${name}]`).waitFor();
  }

  it.each([
    [5, 2],
    [2, 1],
    [null, 2],
  ])('says what is left where the shop allows %j and the portal two more', async (remaining, left) => {
    harness.shop.routes.set(`${PROXY}/status`, json({ ...ALLOWED, remaining }));
    const shop = await open();
    await submit(shop);
    await reach(shop, 'result');
    expect(await shop.locator('dialog .body').textContent()).toContain(`Try-ons left: ${left}`);
  });

  it('checks the photo, makes the picture, tells the page and asks for the status again', async () => {
    const shop = await open();
    await shop.evaluate(() => {
      window.addEventListener('genvoris:tryon-completed', (event) => {
        Object.assign(window, { told: (event as CustomEvent).detail });
      });
    });
    await submit(shop);
    await reach(shop, 'result');
    expect(await shop.locator('dialog .pictures img').getAttribute('alt')).toBe('You, wearing Wrap dress');
    expect(await shop.locator('dialog .body').textContent()).toContain('Try-ons left: 2');
    expect(await shop.evaluate(() => (window as { told?: unknown }).told)).toEqual({
      productId: 'dress-42',
      productImage: `${harness.shop.origin}/img/dress.svg`,
      variationCount: 1,
      remaining: 2,
    });
    await expect.poll(() => harness.shop.count(`${PROXY}/status`)).toBe(2);
    expect(harness.shop.taken[0]?.query).toBe('?product_id=dress-42');

    const paths = harness.shop.taken.filter((one) => one.method === 'POST' || one.path.endsWith('nonce'));
    expect(paths.map((one) => one.path)).toEqual([
      `${PROXY}/nonce`,
      `${PROXY}/proxy/api/analyze`,
      `${PROXY}/proxy/api/tryon`,
    ]);
    const form = paths[2]?.body.toString('latin1') ?? '';
    expect(paths[2]?.headers['x-wp-nonce']).toBe('nonce-no-1');
    expect(paths[2]?.headers['content-type']).toMatch(/^multipart\/form-data/);
    for (const [name, value] of [
      ['product_image_url', `${harness.shop.origin}/img/dress.svg`],
      ['product_title', 'Wrap dress'],
      ['product_id', 'dress-42'],
      ['page_url', `${harness.shop.origin}/p/dress`],
    ]) {
      expect(form).toContain(`name="${name}"\r\n\r\n${value}\r\n`);
    }
    expect(form).toContain('name="photo"; filename="photo"\r\nContent-Type: image/png');
    expect(form).not.toContain('me-at-home');
  });

  it.each([320, 1280])('keeps long names within the dialog at %i pixels', async (width) => {
    const long = 'Trockenblumenstrauß'.repeat(12);
    harness.shop.routes.set(
      '/p/dress',
      page(BUTTON.replace('data-product-title="Wrap dress"', `data-product-title="${long}"`) + SCRIPT),
    );
    const shop = await harness.visit('/p/dress', { context: { viewport: { width, height: 700 } } });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog input[type=file]').setInputFiles({ ...photo, name: `${long}.png` });
    await expect.poll(() => shop.locator('dialog .file-name').textContent()).toBe(`${long}.png`);
    const body = shop.locator('dialog .body');
    expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  it.each([
    ['a refused nonce', json({ code: 'cross_origin', message: 'stale' }, 403), 'X-WP-Nonce'],
    ["Laravel's page expired", json({ message: 'CSRF token mismatch.' }, 419), 'X-XSRF-TOKEN'],
  ])('gets a fresh nonce once on %s', async (_name, refusal, header) => {
    harness.shop.routes.set(`${PROXY}/nonce`, nonces(header));
    const good = harness.shop.routes.get(`${PROXY}/proxy/api/analyze`) as Handler;
    harness.shop.routes.set(`${PROXY}/proxy/api/analyze`, inTurn(refusal, good));
    const shop = await open();
    await submit(shop);
    await reach(shop, 'result');
    const sent = harness.shop.taken.filter((one) => one.method === 'POST');
    expect(sent.map((one) => one.headers[header.toLowerCase()])).toEqual([
      'nonce-no-1',
      'nonce-no-2',
      'nonce-no-2',
    ]);
  });

  it('gives up when the fresh nonce is refused too', async () => {
    harness.shop.routes.set(`${PROXY}/proxy/api/analyze`, json({ code: 'cross_origin', message: 'no' }, 403));
    const shop = await open();
    await submit(shop);
    await reach(shop, 'failure');
    expect(harness.shop.count(`${PROXY}/proxy/api/analyze`)).toBe(2);
    expect(await shop.locator('dialog [role=alert]').textContent()).toContain(
      'cannot be used from this page',
    );
  });

  it.each([
    ['the code', json({ code: 'upstream_unreachable', message: 'x' }, 502), 'Try-on cannot be reached'],
    [
      'a broken success as a failure of the upstream',
      json({ images: [{ url: 'javascript:alert(1)' }] }),
      'cannot be reached',
    ],
  ])('says what went wrong by %s', async (_name, answer, sentence) => {
    harness.shop.routes.set(`${PROXY}/proxy/api/tryon`, answer);
    const shop = await open();
    await submit(shop);
    await reach(shop, 'failure');
    expect(await shop.locator('dialog [role=alert]').textContent()).toContain(sentence);
  });

  it('asks for the status again when the allowance turns out to be spent', async () => {
    const { routes } = harness.shop;
    routes.set(`${PROXY}/status`, inTurn(json(ALLOWED), json({ access: 'EXHAUSTED' })));
    routes.set(`${PROXY}/proxy/api/tryon`, json({ code: 'quota_exhausted', message: 'x' }, 402));
    const shop = await open();
    await submit(shop);
    await reach(shop, 'failure');
    await expectState(shop, 'reset_notice');
  });

  it('asks for another photo when this one cannot be used', async () => {
    harness.shop.routes.set(
      `${PROXY}/proxy/api/analyze`,
      json({ code: 'photo_rejected', reason: 'too_small', message: 'x' }, 422),
    );
    const shop = await open();
    await submit(shop);
    await expect
      .poll(() => shop.locator('dialog[data-stage=choose] [role=alert]').textContent())
      .toBe('This photo is too small. Choose a larger one.');
    expect(harness.shop.count(`${PROXY}/proxy/api/tryon`)).toBe(0);
  });

  it('refuses a photo that is too large, or no photo, before sending anything', async () => {
    const shop = await open();
    await shop.getByRole('button', { name: 'Try it on' }).last().click();
    const alert = shop.locator('dialog [role=alert]');
    expect(await alert.textContent()).toBe('Choose a photo first.');
    await submit(shop, { ...photo, buffer: Buffer.alloc(10_485_761) });
    expect(await alert.textContent()).toBe('This photo is too large. Choose a smaller one.');
    await submit(shop, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    expect(await alert.textContent()).toBe('Use a JPEG, PNG or WebP photo.');
    expect(harness.shop.taken.some((one) => one.method === 'POST')).toBe(false);
  });

  it('stops the request when the shopper cancels', async () => {
    const { handler, state } = unanswered();
    harness.shop.routes.set(`${PROXY}/proxy/api/tryon`, handler);
    const shop = await open();
    await submit(shop);
    await expect.poll(() => harness.shop.count(`${PROXY}/proxy/api/tryon`)).toBe(1);
    expect(await shop.locator('dialog .hints').textContent()).toBe('Stand back.');
    await shop.getByRole('button', { name: 'Cancel' }).click();
    await reach(shop, 'choose');
    await expect.poll(() => state.left).toBe(true);
  });

  it('stops the request when the shopper closes the dialog, and gives the focus to what took the place of the button', async () => {
    const { routes } = harness.shop;
    const { handler, state } = unanswered();
    routes.set(`${PROXY}/status`, inTurn(json(ALLOWED), json({ access: 'LOCKED' })));
    routes.set(`${PROXY}/proxy/api/tryon`, handler);
    const shop = await open();
    await submit(shop);
    await expect.poll(() => harness.shop.count(`${PROXY}/proxy/api/tryon`)).toBe(1);
    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'upsell');
    await shop.keyboard.press('Escape');
    await expect.poll(() => state.left).toBe(true);
    const focused = await shop.evaluate(() => document.activeElement?.getAttribute('data-genvoris-panel'));
    expect(focused).toBe('upsell');
  });

  it('works by keyboard: focus stays inside, Escape closes, focus returns', async () => {
    const shop = await harness.visit('/p/dress');
    await expectState(shop, 'trigger');
    await tryonButton(shop).focus();
    await shop.keyboard.press('Enter');
    await reach(shop, 'choose');
    for (let presses = 0; presses < 8; presses++) {
      await shop.keyboard.press('Tab');
      const where = await shop.evaluate(() => document.activeElement?.tagName ?? '');
      expect(where).not.toBe('BUTTON');
    }
    await shop.keyboard.press('Escape');
    await expect.poll(() => shop.locator('dialog').count()).toBe(0);
    expect(await tryonButton(shop).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('stands in the place of a button in a form without submitting it', async () => {
    harness.shop.routes.set('/p/form', page(`<form action="/gone">${BUTTON}</form>${SCRIPT}`));
    const shop = await open('/p/form');
    await reach(shop, 'choose');
    expect(new URL(shop.url()).pathname).toBe('/p/form');
  });

  it.each([
    ['', '/p/by-model'],
    [' data-subscribe-url="/p/by-page"', '/p/by-page'],
  ])('leads to where the model says, unless the page does:%s', async (attribute, path) => {
    const { origin } = harness.shop;
    const ctaUrl = `${origin}/p/by-model`;
    const status = json({ ...ALLOWED, canTryOn: false, ctaType: 'subscribe', ctaUrl });
    const shop = await harness.open(BUTTON + SCRIPT.replace(' defer', `${attribute} defer`), status);
    expect(await shop.locator('[data-genvoris-cta=subscribe]').getAttribute('href')).toBe(origin + path);
  });

  it('makes no link of what is no web address', async () => {
    const status = json({ ...ALLOWED, canTryOn: false, ctaType: 'subscribe', ctaUrl: 'javascript:alert(1)' });
    const shop = await harness.open(BUTTON + SCRIPT, status);
    expect(await shop.locator('[data-genvoris-cta=subscribe]').getAttribute('href')).toBe(null);
  });

  it('sends the shopper to the checkout that the adapter names, and nowhere else', async () => {
    const { routes, origin } = harness.shop;
    routes.set(`${PROXY}/status`, json({ ...ALLOWED, canTryOn: false, ctaType: 'checkout' }));
    routes.set('/p/checkout', page('pay here'));
    routes.set(
      `${PROXY}/checkout`,
      inTurn(json({ checkoutUrl: 'javascript:alert(1)' }), json({ checkoutUrl: `${origin}/p/checkout` })),
    );
    const shop = await harness.visit('/p/dress');
    const cta = shop.locator('[data-genvoris-cta=checkout]');
    await cta.click();
    await expect.poll(() => shop.locator('.note').textContent()).toContain('cannot be reached');
    await cta.click();
    await shop.waitForURL('**/p/checkout');
    expect(harness.shop.taken.at(-1)?.body.toString()).toBe('{"productId":"dress-42"}');
  });
});
