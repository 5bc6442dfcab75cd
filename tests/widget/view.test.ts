import { describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { BUTTON, inTurn, json, page, SCRIPT } from './shop.ts';

const quota = { used: 12, limit: 1000, resetsAt: '2099-12-01T12:00:00Z' };
const allowed = {
  access: 'ALLOWED',
  quota,
  monetizationModel: 'per_tryon',
  canTryOn: true,
  ctaType: 'try_on',
};
const STATUS = '/api/genvoris/status';

describe('the widget, by what the status says', () => {
  const harness = createHarness();

  async function open(...answers: Parameters<typeof inTurn>) {
    harness.shop.routes.set('/p/dress', page(BUTTON + SCRIPT));
    harness.shop.routes.set(STATUS, inTurn(...answers));
    return harness.visit('/p/dress');
  }

  it('shows the button when try-on is allowed', async () => {
    const shop = await open(json(allowed));
    await expectState(shop, 'trigger');
    expect(await tryonButton(shop).isVisible()).toBe(true);
    expect(harness.shop.taken.map((one) => one.path + one.query)).toEqual([`${STATUS}?product_id=dress-42`]);
  });

  it('says when the allowance resets, in the language of the page, and offers the upgrade', async () => {
    harness.shop.routes.set(
      '/p/dress',
      page(`${BUTTON}<script src="/widget.js" defer data-locale="de" data-upgrade-url="/plans"></script>`),
    );
    harness.shop.routes.set(STATUS, json({ ...allowed, access: 'EXHAUSTED', canTryOn: false }));
    const shop = await harness.visit('/p/dress');
    await expectState(shop, 'reset_notice');
    const panel = shop.locator('[data-genvoris-panel=reset_notice]');
    expect(await panel.locator('p').first().textContent()).toContain('1. Dezember 2099');
    expect(await panel.locator('a').getAttribute('href')).toBe(`${harness.shop.origin}/plans`);
  });

  it('does not ask again when the code says that it would not help', async () => {
    const shop = await open(json({ code: 'invalid_api_key', message: 'no' }, 401));
    await expectState(shop, 'hidden');
    await shop.waitForTimeout(1_000);
    expect(harness.shop.count(STATUS)).toBe(1);
  });

  it('waits as long as a short Retry-After asks, and gives up on a long one', async () => {
    const limited = (seconds: string) =>
      json({ code: 'rate_limited', message: 'no' }, 429, { 'retry-after': seconds });
    const patient = await open(limited('2'), json(allowed));
    await expectState(patient, 'trigger');
    const [first, second] = harness.shop.taken;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_900);

    const refused = await open(limited('60'), json(allowed));
    await expectState(refused, 'hidden');
    expect(harness.shop.count(STATUS)).toBe(3);
  });

  it('reads an error code as the access it stands for', async () => {
    const shop = await open(json({ code: 'quota_exhausted', message: 'spent' }, 402));
    await expectState(shop, 'reset_notice');
    const paused = await open(
      json({ code: 'quota_exhausted', error: 'credit_limit_reached', message: 'spent' }, 402),
    );
    await expectState(paused, 'notice');
    expect(await paused.locator('[data-genvoris-panel=notice] p').textContent()).toBe(
      'Try-on is paused for the moment',
    );
  });

  it.each(['checkout', 'upgrade', 'subscribe', 'purchase', 'sign_in'])(
    'offers the call to action %s in place of the button',
    async (ctaType) => {
      const shop = await open(json({ ...allowed, canTryOn: false, ctaType }));
      await expectState(shop, 'link');
      expect(
        await shop.locator(`[data-genvoris-panel=link] [data-genvoris-cta=${ctaType}]`).isVisible(),
      ).toBe(true);
      expect(await tryonButton(shop).isVisible()).toBe(false);
    },
  );
});
