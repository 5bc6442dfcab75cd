import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, heldBack, inTurn, json, PROXY, SCRIPT } from './shop.ts';

const STATUS = `${PROXY}/status`;
const allowed = json(ALLOWED);
const spent = json({ access: 'EXHAUSTED' });

/** Makes the page believe that its tab was hidden or shown. */
function setVisibility(shop: Page, state: 'hidden' | 'visible'): Promise<void> {
  return shop.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

describe('the widget in the life of a page', () => {
  const harness = createHarness();

  it('asks for the status once for all buttons of the page', async () => {
    const body = `${BUTTON}${BUTTON.replaceAll('dress', 'coat')}${BUTTON}${SCRIPT}`;
    const shop = await harness.open(body, allowed);
    await expectState(shop, 'trigger');
    expect(await shop.locator('[data-genvoris-state=trigger]').count()).toBe(3);
    // Several products: the page stands for none of them.
    expect(harness.shop.taken.map((one) => one.path + one.query)).toEqual([STATUS]);
  });

  it('asks nothing on a page without a button, until one is added', async () => {
    const shop = await harness.open(`<main></main>${SCRIPT}`, allowed);
    await shop.waitForTimeout(300);
    expect(harness.shop.count(STATUS)).toBe(0);
    for (let added = 0; added < 2; added++) {
      await shop.evaluate(
        (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
        BUTTON,
      );
    }
    await expect.poll(() => shop.locator('[data-genvoris-state=trigger]').count()).toBe(2);
    expect(harness.shop.count(STATUS)).toBe(1);
    await tryonButton(shop).click();
    await shop.locator('dialog').waitFor();
    expect(await shop.locator('dialog').count()).toBe(1);
  });

  it('takes its card away with the button', async () => {
    const shop = await harness.open(`<main>${BUTTON}</main>${SCRIPT}`, json({ access: 'LOCKED' }));
    await expectState(shop, 'upsell');
    await tryonButton(shop).evaluate((button) => button.remove());
    await expect.poll(() => shop.locator('[data-genvoris-panel]').count()).toBe(0);
  });

  it('binds a button that goes and comes back once, and its card follows where it goes', async () => {
    const shop = await harness.open(
      `<main>${BUTTON}</main><aside></aside>${SCRIPT}`,
      inTurn(allowed, json({ access: 'LOCKED' })),
    );
    await expectState(shop, 'trigger');
    await tryonButton(shop).evaluate(async (button) => {
      button.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.querySelector('main')?.append(button);
    });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog').first().waitFor();
    expect(await shop.locator('dialog').count()).toBe(1);
    await shop.keyboard.press('Escape');

    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'upsell');
    await tryonButton(shop).evaluate((button) => document.querySelector('aside')?.append(button));
    await expect.poll(() => shop.locator('aside [data-genvoris-panel]').count()).toBe(1);
    expect(await shop.locator('[data-genvoris-panel]').count()).toBe(1);
  });

  it.each([
    ['async in the head', '<script src="/widget.js" async></script>', ''],
    ['twice', '', SCRIPT + SCRIPT],
    [
      'added by another script',
      '',
      "<script>document.head.append(Object.assign(document.createElement('script'),{src:'/widget.js'}))</script>",
    ],
    ['before the button, without defer', '<script src="/widget.js"></script>', ''],
  ])('works with the script %s', async (_name, head, tail) => {
    const shop = await harness.open(BUTTON + tail, allowed, { head });
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    await shop.locator('dialog').waitFor();
    expect(await shop.locator('dialog').count()).toBe(1);
    expect(harness.shop.count(STATUS)).toBe(1);
  });

  it('hides the button until the status is known, against the shop’s own styles too', async () => {
    const { handler, answer } = heldBack(allowed);
    const shop = await harness.open(
      `<style>.genvoris-tryon-btn{display:inline-flex!important}</style>${BUTTON}${SCRIPT}`,
      handler,
    );
    await expectState(shop, 'pending');
    expect(await tryonButton(shop).isVisible()).toBe(false);
    await answer();
    await expectState(shop, 'trigger');
    expect(await tryonButton(shop).isVisible()).toBe(true);
  });

  it('asks again after more than five minutes hidden, and not before', async () => {
    const shop = await harness.open(BUTTON + SCRIPT, inTurn(allowed, spent), {
      prepare: (page) => page.clock.install({ time: new Date('2026-11-20T10:00:00Z') }),
    });
    await expectState(shop, 'trigger');
    await setVisibility(shop, 'hidden');
    await shop.clock.fastForward('04:57');
    await setVisibility(shop, 'visible');
    await setVisibility(shop, 'hidden');
    await shop.clock.fastForward('04:57');
    await setVisibility(shop, 'visible');
    expect(harness.shop.count(STATUS)).toBe(1);
    await setVisibility(shop, 'hidden');
    await shop.clock.fastForward('05:02');
    await setVisibility(shop, 'visible');
    await expectState(shop, 'reset_notice');
    expect(harness.shop.count(STATUS)).toBe(2);
  });

  it('asks again when the page comes out of the back/forward cache', async () => {
    const shop = await harness.open(BUTTON + SCRIPT, inTurn(allowed, spent));
    await expectState(shop, 'trigger');
    await shop.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expectState(shop, 'reset_notice');
  });

  it('lets the newest question win, however slow the older answer is', async () => {
    const late = heldBack(allowed);
    const shop = await harness.open(BUTTON + SCRIPT, inTurn(late.handler, spent));
    await expect.poll(() => harness.shop.count(STATUS)).toBe(1);
    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'reset_notice');
    await late.answer();
    await shop.waitForTimeout(200);
    await expectState(shop, 'reset_notice');
  });

  it('asks again in every page view and leaves nothing behind for the next shopper', async () => {
    const shop = await harness.open(BUTTON + SCRIPT, allowed);
    await expectState(shop, 'trigger');
    await shop.reload();
    await expectState(shop, 'trigger');
    expect(harness.shop.count(STATUS)).toBe(2);
    expect(
      await shop.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0, '', 0, 0]);
  });

  it('shows a button that the page itself kept hidden until then, and hides it for screen readers too', async () => {
    const shop = await harness.open(
      `${BUTTON.replace('<button', '<button hidden')}${SCRIPT}`,
      inTurn(allowed, spent),
    );
    await expectState(shop, 'trigger');
    expect(await tryonButton(shop).isVisible()).toBe(true);
    await shop.evaluate(() => window.dispatchEvent(new Event('genvoris:tryon-completed')));
    await expectState(shop, 'reset_notice');
    expect(await tryonButton(shop).getAttribute('hidden')).toBe('');
  });

  it('hides a button without a picture to try on, and shows it once it has one', async () => {
    const shop = await harness.open(
      `<button class="genvoris-tryon-btn" data-product-image="javascript:alert(1)">Try on</button>${SCRIPT}`,
      allowed,
    );
    await expectState(shop, 'hidden');
    await tryonButton(shop).evaluate((button) => button.setAttribute('data-product-image', '/img/dress.svg'));
    await expectState(shop, 'trigger');
  });

  it('waits as long as a short Retry-After asks, and gives up on a long one', async () => {
    const limited = (seconds: string) =>
      json({ code: 'rate_limited', message: 'no' }, 429, { 'retry-after': seconds });
    const patient = await harness.open(BUTTON + SCRIPT, inTurn(limited('2'), allowed));
    await expectState(patient, 'trigger');
    const [first, second] = harness.shop.taken;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_900);

    const refused = await harness.open(BUTTON + SCRIPT, inTurn(limited('60'), allowed));
    await expectState(refused, 'hidden');
    expect(harness.shop.count(STATUS)).toBe(3);
  });
});
