import { axeViolations } from '@genvoris/testing/axe';
import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { BUTTON, heldBack, inTurn, json, page, SCRIPT } from './shop.ts';

const STATUS = '/api/genvoris/status';
const allowed = { access: 'ALLOWED', canTryOn: true, ctaType: 'try_on' };
const quota = { used: 1, limit: 1, resetsAt: '2099-12-01T12:00:00Z' };
const HEAD = '<meta name="color-scheme" content="light dark">';
const BODY = `<main><h1>Wrap dress</h1>${BUTTON}</main>`;

describe.each(['light', 'dark'] as const)('the widget in %s, for everybody', (colorScheme) => {
  const harness = createHarness();

  it.each([
    ['upsell', { access: 'LOCKED' }],
    ['reset_notice', { access: 'EXHAUSTED', quota }],
    ['link', { ...allowed, ctaType: 'sign_in' }],
    ['notice', { ...allowed, ctaType: 'service_paused' }],
  ])('has nothing that axe objects to in the state %s', async (state, body) => {
    harness.shop.routes.set('/p/x', page(BODY + SCRIPT, HEAD));
    harness.shop.routes.set(STATUS, json(body));
    const shop = await harness.visit('/p/x', { context: { colorScheme } });
    await expectState(shop, state);
    expect(await axeViolations(shop)).toEqual([]);
  });

  it('has nothing that axe objects to in any stage of the dialog', async () => {
    const { routes } = harness.shop;
    routes.set('/p/x', page(BODY + SCRIPT, HEAD));
    routes.set(STATUS, json(allowed));
    routes.set(
      '/api/genvoris/nonce',
      json({ nonce: 'abcdefgh', header: 'X-WP-Nonce', expiresAt: '2099-01-01T00:00:00Z' }),
    );
    const { handler, answer } = heldBack(json({ code: 'rate_limited', message: 'x' }, 429));
    routes.set('/api/genvoris/proxy/api/analyze', handler);
    const shop = await harness.visit('/p/x', { context: { colorScheme, reducedMotion: 'reduce' } });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    const stages: [string, () => unknown][] = [
      ['choose', () => shop.locator('dialog .primary').click()],
      [
        'choose',
        () =>
          shop
            .locator('dialog input')
            .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') }),
      ],
      ['choose', () => shop.locator('dialog .primary').click()],
      ['progress', answer],
      ['failure', () => {}],
    ];
    for (const [name, next] of stages) {
      await shop.locator(`dialog[data-stage=${name}]`).waitFor();
      expect([name, await axeViolations(shop)]).toEqual([name, []]);
      await next();
    }
  });
});

describe('the widget for everybody', () => {
  const harness = createHarness();

  it('follows the direction of the page', async () => {
    harness.shop.routes.set('/p/x', page(`<div dir="rtl">${BODY}</div>${SCRIPT}`));
    harness.shop.routes.set(STATUS, json({ access: 'LOCKED' }));
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'upsell');
    const text = await shop.locator('[data-genvoris-panel] p').first().boundingBox();
    const cta = await shop.locator('[data-genvoris-cta]').boundingBox();
    expect(text?.x).toBeGreaterThan(cta?.x ?? Number.NaN);
  });

  it('speaks the words that the page gives it', async () => {
    harness.shop.routes.set(
      '/p/x',
      page(
        `<script>window.genvorisMessages = { ui: { exhausted: 'Alles verbraucht.', resetsOn: 'Neu am {date}, versprochen.' }, ctas: { upgrade: 'Aufstocken' } };</script>
        ${BUTTON}<script src="/widget.js" defer data-locale="de-AT" data-messages='{"ui":{"exhausted":"Leer."}}'></script>`,
      ),
    );
    harness.shop.routes.set(STATUS, json({ access: 'EXHAUSTED', quota }));
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'reset_notice');
    const said = await shop.locator('[data-genvoris-panel] p').first().textContent();
    expect(said).toBe('Leer.Neu am 1. Dezember 2099, versprochen.');
    expect(await shop.locator('[data-genvoris-panel] time').getAttribute('datetime')).toBe(
      '2099-12-01T12:00:00.000Z',
    );
    expect(await shop.locator('[data-genvoris-cta]').textContent()).toBe('Aufstocken');
  });

  it('keeps the focus in its place when the button makes way for a card', async () => {
    harness.shop.routes.set('/p/x', page(BODY + SCRIPT));
    harness.shop.routes.set(STATUS, inTurn(json(allowed), json({ access: 'LOCKED' })));
    const shop = await harness.visit('/p/x');
    await expectState(shop, 'trigger');
    await tryonButton(shop).focus();
    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'upsell');
    const focused = await shop.evaluate(() => document.activeElement?.getAttribute('data-genvoris-panel'));
    expect(focused).toBe('upsell');
  });

  it.each([320, 390, 1280])('fits a page of %i pixels', async (width) => {
    harness.shop.routes.set(
      '/p/x',
      page(BODY + SCRIPT, '<meta name="viewport" content="width=device-width">'),
    );
    harness.shop.routes.set(STATUS, json(allowed));
    const shop = await harness.visit('/p/x', {
      context: { viewport: { width, height: 480 }, reducedMotion: 'reduce' },
    });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    const box = await shop.locator('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Number.NaN)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(480);
    await shop.locator('dialog .primary').click();
    expect(await shop.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
