import { STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { offerOf, type Running, shownOffer } from '../running.ts';

/** What the merchant's form has at first. */
const NUMBERS = {
  creditsPerOrder: '5',
  expiresInDays: '30',
  sessionMinutes: '60',
  tryOnsPerSession: '3',
  freePerMonth: '3',
};

/** Each model from end to end, as shoppers and merchant go through it in a browser, against the portal. */
export function models(running: Running): void {
  const at = (path: string) => running.shop + path;

  /** As the merchant does it, on this page or on one of their own. */
  /** As the merchant's form does, which is filled in where a model is changed for the first time. */
  async function putInForce(model: StorefrontModel, settings: Partial<typeof NUMBERS> = {}): Promise<void> {
    const body = new URLSearchParams({ model, ...NUMBERS, ...settings });
    const { status } = await fetch(at('/merchant'), { method: 'POST', body, redirect: 'manual' });
    expect(status).toBe(303);
  }

  async function tryOn(page: Page): Promise<string> {
    expect(await offerOf(running, page)).toBe('trigger');
    const photo = await page.screenshot({ type: 'jpeg' });
    await page.locator('.genvoris-tryon-btn').click();
    const file = { name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo };
    await page.locator('dialog input[type=file]').setInputFiles(file);
    const answered = page.waitForResponse('**/proxy/api/tryon');
    await page.locator('dialog .primary').click();
    const picture = page.locator('dialog[data-stage=result] .pictures img');
    await picture.waitFor();
    const width = () =>
      picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await expect.poll(width).toBeGreaterThan(300);
    return (await (await answered).headerValue('x-request-id')) ?? '';
  }

  async function addToBag(page: Page, ...products: string[]): Promise<void> {
    for (const product of products) {
      await page.goto(at(`/p/${product}`));
      await page.getByRole('button', { name: 'Add to bag' }).click();
    }
  }

  /** From a checkout page to the order's; returns what it says came of it. */
  async function pay(page: Page, card = '4242'): Promise<string> {
    await page.getByRole('radio', { name: card }).check();
    await page.getByRole('button', { name: /^Pay/ }).click();
    await page.waitForURL('**/orders/*');
    return cameTo(page);
  }

  async function order(page: Page, ...products: string[]): Promise<string> {
    await addToBag(page, ...products);
    await page.getByRole('link', { name: 'Check out' }).click();
    return pay(page);
  }

  /** Presses a button of an order and returns what it came to. */
  async function press(page: Page, name: string): Promise<string> {
    await page.getByRole('button', { name }).click();
    await page.waitForLoadState();
    return cameTo(page);
  }

  async function cameTo(page: Page): Promise<string> {
    const notes = await page.locator('.note').allTextContents();
    return notes.at(-1) ?? 'nothing';
  }

  async function left(page: Page): Promise<string> {
    await page.goto(at('/account'));
    return (await page.locator('[data-remaining]').getAttribute('data-remaining')) ?? '';
  }

  it('CREDITS_WITH_PURCHASE: pay, unlock, try on, refund, revoked; a second order adds', async () => {
    const ben = await running.as('Ben');
    expect(await offerOf(running, ben)).toBe('purchase');

    await addToBag(ben, 'dress-42');
    await ben.getByRole('link', { name: 'Check out' }).click();
    await pay(ben, '0002');
    expect(await ben.locator('h1').textContent()).toBe('Your card was declined');
    expect(await left(ben)).toBe('0');

    await ben.goto(at('/checkout'));
    expect(await pay(ben)).toBe('5 try-ons unlocked.');
    const orderUrl = ben.url();
    const orderId = orderUrl.split('/').at(-1) ?? '';
    const requestId = await tryOn(ben);
    expect(await ben.locator('dialog .body').textContent()).toContain('Try-ons left: 4');
    expect(await left(ben)).toBe('4');
    expect(await ben.locator(`[data-credit="${orderId}"]`).textContent()).toMatch(
      /4 of 5\s*1\s*0\s*\d+ \w+ \d{4}$/,
    );

    // Two thirds of the money stay, so of the five that it brought two go.
    expect(await order(ben, 'dress-42', 'shirt-08')).toBe('5 try-ons unlocked.');
    const secondUrl = ben.url();
    expect(await left(ben)).toBe('9');
    await ben.goto(secondUrl);
    expect(await press(ben, 'Send back the linen shirt')).toBe('2 try-ons taken back.');

    await ben.goto(orderUrl);
    expect(await press(ben, 'Refund everything')).toBe('4 try-ons taken back.');
    expect(await left(ben)).toBe('3');
    await ben.goto(secondUrl);
    expect(await press(ben, 'Cancel the order')).toBe('3 try-ons taken back.');
    expect(await offerOf(running, ben)).toBe('purchase');

    // All of it on one page, found by what the browser was answered with.
    await ben.goto(at(`/merchant?find=${requestId}`));
    const steps = async () => {
      await ben.reload();
      const rows = await ben.locator('.trail tbody tr').all();
      const said = (name: string) => Promise.all(rows.map((row) => row.getAttribute(name)));
      const [by, what] = await Promise.all([said('data-by'), said('data-what')]);
      return by.map((one, place) => `${one}: ${what[place]}`).sort();
    };
    await expect
      .poll(steps)
      .toEqual([
        'order system: order.paid',
        'order system: order.refunded',
        'portal: debited',
        'shop ledger: granted',
        'shop ledger: revoked',
        'shop ledger: used',
      ]);
    const tryon = ben.locator('.trail tr', { hasText: requestId });
    expect(await tryon.allTextContents()).toEqual([
      expect.stringMatching(/portal.*shopper 1 of 200.*Ben/s),
      expect.stringMatching(new RegExp(`shop ledger.*used.*Ben.*${orderId}`, 's')),
    ]);
    expect(await ben.locator('[data-shopper="43"]').textContent()).toMatch(/^Ben0.*1 of 200$/);
    // Sent again, as where an answer was lost.
    await ben.getByRole('button', { name: `Send again: ${orderId}-paid` }).click();
    await ben.waitForURL('**/merchant#trail');
    expect(await left(ben)).toBe('0');

    const cleo = await running.as('Cleo');
    expect((await cleo.goto(orderUrl))?.status()).toBe(404);
    expect(await left(cleo)).toBe('0');
  }, 60_000);

  it('keeps what a guest ordered for whoever registers with the email', async () => {
    const guest = await running.as(undefined);
    await addToBag(guest, 'jacket-17');
    await guest.getByRole('link', { name: 'Check out' }).click();
    await guest.getByLabel('Email').fill('dora@shopper.example');
    expect(await pay(guest)).toContain('Register with the same email');
    expect(await offerOf(running, guest)).toBe('sign_in');
    await guest.locator('[data-genvoris-cta]').click();
    await guest.getByLabel('Name').fill('Dora');
    await guest.getByLabel('Email').fill('dora@shopper.example');
    await guest.getByRole('button', { name: 'Register' }).click();
    await guest.waitForURL('**/p/dress-42');
    expect(await shownOffer(guest)).toBe('trigger');
    expect(await left(guest)).toBe('5');
    await guest.getByRole('button', { name: 'Show what is kept of me' }).click();
    expect(await guest.locator('pre').textContent()).toContain('"granted": 5');
    await guest.goto(at('/account'));
    await guest.getByRole('button', { name: 'Delete my account' }).click();
    await guest.goto(at('/merchant'));
    expect(await guest.locator('[data-shopper]').count()).toBe(3);
  }, 60_000);

  it('PAY_PER_USE: a checkout opens a session for the product one came from; a refund closes it', async () => {
    const cleo = await running.as('Cleo');
    await cleo.goto(at('/merchant'));
    await cleo.locator('[value=PAY_PER_USE]').check();
    await cleo.locator('[name=tryOnsPerSession]').fill('2');
    await cleo.getByRole('button', { name: 'Put in force' }).click();
    expect(await offerOf(running, cleo)).toBe('checkout');
    await cleo.locator('[data-genvoris-cta]').click();
    expect(await pay(cleo)).toBe('2 try-ons unlocked.');
    const orderUrl = cleo.url();
    await cleo.getByRole('link', { name: 'Back to the wrap dress' }).click();
    await tryOn(cleo);
    expect(await left(cleo)).toBe('1');
    await cleo.goto(orderUrl);
    expect(await press(cleo, 'Refund everything')).toBe('1 try-on taken back.');
    expect(await offerOf(running, cleo)).toBe('checkout');
  }, 60_000);

  it('SUBSCRIPTION: without a limit while it is active; paused, resumed, ended', async () => {
    await putInForce('SUBSCRIPTION');
    const cleo = await running.as('Cleo');
    expect(await offerOf(running, cleo)).toBe('subscribe');
    const guest = await running.as(undefined);
    await guest.goto(at('/try-ons'));
    await guest.getByRole('link', { name: 'Subscribe' }).click();
    await guest.locator('section').getByRole('link', { name: 'Sign in' }).click();
    await guest.getByRole('button', { name: 'Ben' }).click();
    await guest.waitForURL('**/checkout?pass=tryon-subscription');
    await cleo.locator('[data-genvoris-cta]').click();
    await cleo.getByRole('link', { name: 'Subscribe' }).click();
    expect(await pay(cleo)).toBe('Your subscription is active.');
    await tryOn(cleo);
    expect(await left(cleo)).toBe('∞');
    for (const [button, offer] of [
      ['Pause', 'subscribe'],
      ['Resume', 'trigger'],
      ['End', 'subscribe'],
    ] as const) {
      await cleo.goto(at('/account'));
      await cleo.getByRole('button', { name: button, exact: true }).click();
      expect([button, await offerOf(running, cleo)]).toEqual([button, offer]);
    }
  }, 60_000);

  it('FREEMIUM: the first of the month are free, then a subscription', async () => {
    await putInForce('FREEMIUM', { freePerMonth: '1' });
    const ben = await running.as('Ben');
    await tryOn(ben);
    expect(await left(ben)).toBe('0');
    expect(await offerOf(running, ben)).toBe('upgrade');
    await ben.locator('[data-genvoris-cta]').click();
    await ben.getByRole('link', { name: 'Subscribe' }).click();
    await pay(ben);
    expect(await offerOf(running, ben)).toBe('trigger');
  }, 60_000);

  it('FREE_ALL: whoever is signed in, and guests where the merchant lets them', async () => {
    await putInForce('FREE_ALL');
    const guest = await running.as(undefined);
    expect(await offerOf(running, guest)).toBe('sign_in');
    const cleo = await running.as('Cleo');
    expect(await offerOf(running, cleo)).toBe('trigger');
    await guest.goto(at('/merchant'));
    await guest.getByLabel('Guests too').check();
    await guest.getByRole('button', { name: 'Put in force' }).click();
    await tryOn(guest);
  }, 60_000);

  it('takes nothing from whoever paid, whichever model the merchant changes to', async () => {
    const ada = await running.as('Ada');
    await putInForce('CREDITS_WITH_PURCHASE');
    const before = await left(ada);
    for (const title of STOREFRONT_MODELS) {
      await putInForce(title);
      await ada.goto(at('/merchant'));
      const row = await ada.locator('[data-shopper="42"] td').allTextContents();
      expect([title, row[0]]).toEqual([title, before]);
      expect([title, await offerOf(running, ada)]).toEqual([title, 'trigger']);
    }
    await putInForce('SUBSCRIPTION');
    await tryOn(ada);
    expect(await left(ada)).toBe(String(Number(before) - 1));
    expect(await ada.locator('[data-entry=used]').first().textContent()).toContain(
      (await ada.locator('[data-credit]').last().getAttribute('data-credit')) ?? 'the order of the credits',
    );
    await putInForce('CREDITS_WITH_PURCHASE');
  }, 60_000);
}
