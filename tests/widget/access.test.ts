import { axeViolations } from '@genvoris/testing/axe';
import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, heldBack, inTurn, json, nonces, PROXY, SCRIPT } from './shop.ts';

const quota = { used: 1, limit: 1, resetsAt: '2099-12-01T12:00:00Z' };
const HEAD = '<meta name="color-scheme" content="light dark">';
const BODY = `<main><h1>Wrap dress</h1>${BUTTON}</main>`;

describe.each(['light', 'dark'] as const)('the widget in %s, for everybody', (colorScheme) => {
  const harness = createHarness();

  it.each([
    ['upsell', { access: 'LOCKED' }],
    ['reset_notice', { access: 'EXHAUSTED', quota }],
    ['link', { ...ALLOWED, ctaType: 'sign_in' }],
    ['notice', { ...ALLOWED, ctaType: 'service_paused' }],
  ])('has nothing that axe objects to in the state %s', async (state, body) => {
    const shop = await harness.open(BODY + SCRIPT, json(body), { head: HEAD, context: { colorScheme } });
    await expectState(shop, state);
    expect(await axeViolations(shop)).toEqual([]);
  });

  it('has nothing that axe objects to in any stage of the dialog', async () => {
    const { routes } = harness.shop;
    routes.set(`${PROXY}/nonce`, nonces());
    const { handler, answer } = heldBack(json({ code: 'rate_limited', message: 'x' }, 429));
    routes.set(`${PROXY}/proxy/api/analyze`, handler);
    const context = { colorScheme, reducedMotion: 'reduce' } as const;
    const shop = await harness.open(BODY + SCRIPT, json(ALLOWED), { head: HEAD, context });
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
    const shop = await harness.open(`<div dir="rtl">${BODY}</div>${SCRIPT}`, json({ access: 'LOCKED' }));
    await expectState(shop, 'upsell');
    const text = await shop.locator('[data-genvoris-panel] p').first().boundingBox();
    const cta = await shop.locator('[data-genvoris-cta]').boundingBox();
    expect(text?.x).toBeGreaterThan(cta?.x ?? Number.NaN);
  });

  it('speaks the words that the page gives it', async () => {
    const shop = await harness.open(
      `<script>window.genvorisMessages = { ui: { exhausted: 'Alles verbraucht.', resetsOn: 'Neu am {date}, versprochen.' }, ctas: { upgrade: 'Aufstocken' } };</script>
      ${BUTTON}<script src="/widget.js" defer data-locale="de-AT" data-upgrade-url="/plans" data-messages='{"ui":{"exhausted":"Leer."}}'></script>`,
      json({ access: 'EXHAUSTED', quota }),
    );
    await expectState(shop, 'reset_notice');
    const said = await shop.locator('[data-genvoris-panel] p').first().textContent();
    expect(said).toBe('Leer.Neu am 1. Dezember 2099, versprochen.');
    expect(await shop.locator('[data-genvoris-panel] time').getAttribute('datetime')).toBe(
      '2099-12-01T12:00:00.000Z',
    );
    const cta = shop.locator('[data-genvoris-cta]');
    expect(await cta.textContent()).toBe('Aufstocken');
    expect(await cta.getAttribute('href')).toBe(`${harness.shop.origin}/plans`);
  });

  it('calls an empty pool of the store a pause', async () => {
    const body = { code: 'quota_exhausted', error: 'credit_limit_reached', message: 'spent' };
    const shop = await harness.open(BODY + SCRIPT, json(body, 402));
    await expectState(shop, 'notice');
    const said = await shop.locator('[data-genvoris-panel=notice] p').textContent();
    expect(said).toBe('Try-on is paused for the moment');
  });

  it('keeps the focus in its place when the button makes way for a card', async () => {
    const shop = await harness.open(BODY + SCRIPT, inTurn(json(ALLOWED), json({ access: 'LOCKED' })));
    await expectState(shop, 'trigger');
    await tryonButton(shop).focus();
    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'upsell');
    const focused = await shop.evaluate(() => document.activeElement?.getAttribute('data-genvoris-panel'));
    expect(focused).toBe('upsell');
  });

  it.each([320, 390, 1280])('fits a page of %i pixels', async (width) => {
    const shop = await harness.open(BODY + SCRIPT, json(ALLOWED), {
      head: '<meta name="viewport" content="width=device-width">',
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
