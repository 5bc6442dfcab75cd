import { ACCESS, ACCESS_VALUES, FAULT_NAMES } from '@genvoris/contract';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { offerOf, type Running, shownOffer } from '../running.ts';

const photo = {
  name: 'me.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** What the mock servers play, chosen on the shop's pages by a shopper who has credits. */
export function scenarios(running: Running): void {
  async function open(): Promise<Page> {
    const page = await running.as('Ada');
    await offerOf(running, page);
    return page;
  }

  async function play(page: Page, name: 'scenario' | 'viewer', value: string): Promise<string | null> {
    await page.locator('.demo > summary').click();
    await Promise.all([page.waitForNavigation(), page.selectOption(`select[name=${name}]`, value)]);
    await shownOffer(page);
    const state = await page.locator('.genvoris-tryon-btn').getAttribute('data-genvoris-state');
    expect(await page.locator('.seen').textContent()).toBe(state?.replace('_', ' '));
    return state;
  }

  it('shows the view of each access value when it is chosen on the page', async () => {
    const page = await open();
    for (const access of ACCESS_VALUES) {
      expect([access, await play(page, 'scenario', access)]).toEqual([access, ACCESS[access].ui]);
    }
    expect(await play(page, 'scenario', 'unknown_access')).toBe('hidden');
  }, 15_000);

  it('shows what a failing status reads as', async () => {
    const page = await open();
    for (const [scenario, state] of [
      ['quota_exhausted', 'reset_notice'],
      ['invalid_api_key', 'hidden'],
      ['rate_limited', 'hidden'],
      ...['not_json', 'reset_mid_body'].map((fault) => [`fault_${fault}`, 'hidden']),
    ] as const) {
      expect([scenario, await play(page, 'scenario', scenario as string)]).toEqual([scenario, state]);
    }
  }, 15_000);

  it('offers every fault, and to each visitor a scenario of their own', async () => {
    const page = await open();
    const offered = await page
      .locator('select[name=scenario] option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
    expect(offered).toEqual(expect.arrayContaining(FAULT_NAMES.map((fault) => `fault_${fault}`)));
    const other = await open();
    expect(await play(page, 'scenario', 'LOCKED')).toBe('upsell');
    await other.reload();
    expect(await shownOffer(other)).toBe('trigger');
  }, 15_000);

  it('asks a guest to sign in, and shows the trigger once that is done', async () => {
    const page = await open();
    expect(await play(page, 'viewer', 'guest')).toBe('link');
    await page.locator('[data-genvoris-cta=sign_in]').click();
    await page.getByRole('button', { name: 'Ada' }).click();
    await page.waitForURL('**/p/dress-42');
    expect(await shownOffer(page)).toBe('trigger');
  }, 15_000);

  it('tries on, under its own strict policy', async () => {
    const complaints: string[] = [];
    const page = await open();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await play(page, 'scenario', 'ALLOWED');
    await page.locator('.genvoris-tryon-btn').click();
    await page.locator('dialog input[type=file]').setInputFiles(photo);
    await page.locator('dialog .primary').click();
    const picture = page.locator('dialog[data-stage=result] .pictures img');
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => image.getAttribute('src')?.slice(0, 23)))
      .toBe('data:image/webp;base64,');
    expect(complaints).toEqual([]);
  }, 15_000);
}
