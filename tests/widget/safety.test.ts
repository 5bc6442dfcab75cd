import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, json, nonces, PROXY, page, SCRIPT } from './shop.ts';

const ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>"\'>';
const attribute = ATTACK.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const photo = { name: `${'x'.repeat(9)}.png`, mimeType: 'image/png', buffer: Buffer.from('not really') };

describe('the widget on a page of somebody else', () => {
  const harness = createHarness();

  it('parses no markup: not from the status, an error, the product or the messages', async () => {
    const { routes } = harness.shop;
    const everywhere = JSON.stringify({
      errors: { photo_rejected: ATTACK },
      ctas: { upgrade: ATTACK },
      ui: { upsell: ATTACK, title: ATTACK, submit: 'go' },
    }).replaceAll('"', '&quot;');
    const body = `<button class="genvoris-tryon-btn" data-product-image="/img/x.svg" data-product-title="${attribute}" data-product-id="${attribute}">Try on</button>
      <script src="/widget.js" defer data-locale="${attribute}" data-messages="${everywhere}"></script>`;
    const locked = await harness.open(body, json({ access: 'LOCKED', message: ATTACK }));
    await expectState(locked, 'upsell');
    expect(await locked.locator('[data-genvoris-panel] p').first().textContent()).toBe(ATTACK);
    expect(await locked.locator('[data-genvoris-cta]').textContent()).toBe(ATTACK);

    routes.set(`${PROXY}/nonce`, nonces());
    routes.set(`${PROXY}/proxy/api/analyze`, json({ warnings: [ATTACK] }));
    routes.set(
      `${PROXY}/proxy/api/tryon`,
      json({ code: 'photo_rejected', reason: ATTACK, message: ATTACK }, 422),
    );
    const shop = await harness.open(body, json({ ...ALLOWED, message: ATTACK }));
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    expect(await shop.locator('dialog h2').textContent()).toBe(ATTACK);
    await shop.locator('dialog input[type=file]').setInputFiles(photo);
    await shop.getByRole('button', { name: 'go' }).click();
    await expect.poll(() => shop.locator('dialog [role=alert]').textContent()).toBe(ATTACK);
    for (const one of [locked, shop]) {
      expect(await one.evaluate(() => (window as { hit?: number }).hit)).toBe(undefined);
      expect(await one.locator('img[src=x], dialog script').count()).toBe(0);
    }
  });

  it('follows no address but http and https', async () => {
    const shop = await harness.open(
      `${BUTTON}<script src="/widget.js" defer data-upgrade-url="javascript:window.hit=1"></script>`,
      json({ access: 'LOCKED' }),
    );
    const cta = shop.locator('[data-genvoris-cta=upgrade]');
    await cta.click();
    await expect.poll(() => shop.locator('.note').textContent()).toBe('Please ask the shop about this.');
    expect(await cta.evaluate((one) => one.tagName)).toBe('BUTTON');
    expect(await shop.evaluate(() => (window as { hit?: number }).hit)).toBe(undefined);
  });

  it('lets the shop handle a call to action itself', async () => {
    const shop = await harness.open(
      `<script>addEventListener('genvoris:cta', (event) => { event.preventDefault(); window.asked = event.detail; });</script>${BUTTON}${SCRIPT}`,
      json({ access: 'LOCKED' }),
    );
    await shop.locator('[data-genvoris-cta=upgrade]').click();
    expect(await shop.evaluate(() => (window as { asked?: unknown }).asked)).toEqual({ ctaType: 'upgrade' });
    expect(await shop.locator('.note').textContent()).toBe('');
  });

  it('works under a strict content security policy with Trusted Types', async () => {
    const headers = {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'",
    };
    const locked = await harness.open(BUTTON + SCRIPT, json({ access: 'LOCKED' }), { headers });
    await expectState(locked, 'upsell');
    expect(await locked.locator('.framed').evaluate((one) => getComputedStyle(one).display)).toBe('flex');

    const shop = await harness.open(BUTTON + SCRIPT, json(ALLOWED), { headers });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog input[type=file]').waitFor({ state: 'attached' });
  });

  it('keeps its looks under the shop’s own styles', async () => {
    const shop = await harness.open(
      `<style>* { color: red !important; border: 9px solid red !important } div { display: none !important } dialog, p { opacity: 0 !important }</style>${BUTTON}${SCRIPT}`,
      json({ access: 'LOCKED' }),
    );
    await expectState(shop, 'upsell');
    expect(await shop.locator('[data-genvoris-cta]').isVisible()).toBe(true);
    expect(
      await shop
        .locator('[data-genvoris-panel] p')
        .first()
        .evaluate((one) => getComputedStyle(one).opacity),
    ).toBe('1');
  });

  it('shows neither the key nor a token, in the page or on the console', async () => {
    const said: string[] = [];
    const token = 'eyJ0b2tlbi1jYW5hcnk';
    const key = 'gvk_live_canary0123';
    const prepare = async (page: Page) => page.on('console', (message) => said.push(message.text()));
    const status = json({ ...ALLOWED, sessionToken: token });
    const proxied = await harness.open(`<main>${BUTTON}</main>${SCRIPT}`, status, { prepare });
    await expectState(proxied, 'trigger');
    await tryonButton(proxied).click();
    expect(await proxied.content()).not.toContain(token);

    const { origin, routes } = harness.shop;
    routes.set(
      '/p/direct',
      page(
        `<main>${BUTTON}</main><script src="/widget.js" defer data-backend="${origin}/b/" data-api-key="${key}" data-end-customer-token="${token}"></script>`,
      ),
    );
    routes.set('/b/status', json(ALLOWED));
    const direct = await harness.visit('/p/direct', { prepare });
    await expectState(direct, 'trigger');
    expect(await direct.locator('main').innerHTML()).not.toContain(key);
    expect(said.join()).not.toMatch(/canary|eyJ0/);
  });

  it('speaks to the try-on backend itself when the page shows a key and names no proxy', async () => {
    const { origin, routes, taken } = harness.shop;
    routes.set(
      '/p/x',
      page(
        `${BUTTON}<script src="/widget.js" defer data-backend="${origin}/b" data-api-key="gvk_test_a b" data-end-customer-token="token-of-the-shopper"></script>`,
      ),
    );
    routes.set('/b/status', json({ access: 'ALLOWED' }));
    routes.set('/b/api/analyze', json({ warnings: [] }));
    routes.set('/b/api/tryon', json({ error: 'end_customer_quota', reason: 'no_plan', message: 'x' }, 402));
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog input[type=file]').setInputFiles(photo);
    await shop.getByRole('button', { name: 'Try it on' }).last().click();
    await expect
      .poll(() => shop.locator('dialog [role=alert]').textContent())
      .toBe('Your account has no try-on plan yet.');
    const [status, analyze, tryon] = taken;
    expect(`${status?.path}${status?.query}`).toBe('/b/status?api_key=gvk_test_a%20b');
    expect(analyze?.headers.authorization).toBe('Bearer gvk_test_a b');
    expect(tryon?.headers['x-end-customer-token']).toBe('token-of-the-shopper');
    expect(analyze?.headers['x-end-customer-token']).toBe(undefined);
  });

  it('never sends the key of a page that names a proxy', async () => {
    harness.shop.routes.set(
      '/p/x',
      page(
        `${BUTTON}<script src="/widget.js" defer data-proxy="/own/" data-api-key="gvk_live_canary"></script>`,
      ),
    );
    harness.shop.routes.set('/own/status', json(ALLOWED));
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'trigger');
    expect(JSON.stringify(harness.shop.taken)).not.toContain('canary');
  });
});
