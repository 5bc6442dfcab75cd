import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Running } from '../running.ts';

/** What the portal has of it in the end. */
export function portalSide(running: Running): void {
  it('puts orders down to their try-ons by the visit, and what was sent back with them', async () => {
    const page = await running.as('Ada');
    const [, portal, email, password] = await running.demo.says(
      /Portal +(http:\S+) +sign in as (\S+), password (\S+)/,
    );
    await page.goto(`${portal}/login`);
    await page.locator('input[name=email]').fill(email ?? '');
    await page.locator('input[name=password]').fill(password ?? '');
    await Promise.all([
      page.waitForURL('**/dashboard**'),
      page.locator('input[name=password]').press('Enter'),
    ]);
    const orders = async () => (await page.request.get(`${portal}/dashboard/funnel/orders.csv`)).text();
    // Of the visit that tried the dress on and ordered: once by the session, one order, and its money back.
    await expect.poll(orders).toMatch(/,custom,session,EUR,\d+,\d+\.\d\d,\d+,\d+\.\d\d\r\n/);
  }, 60_000);

  it('gives the portal’s own quota back when the clock is moved by the command that it prints', async () => {
    const page = await running.as('Ada');
    const ofAda = async () => {
      await page.goto(`${running.shop}/merchant`);
      return page.locator('[data-shopper="42"] td').last().textContent();
    };
    expect(await ofAda()).toMatch(/^[1-9]\d* of 200$/);
    const [, command = ''] = await running.demo.says(/A month on +npm run tool -- portal (.+)/);
    await promisify(execFile)('npx', ['--no', '--', 'portal', ...command.split(' ')]);
    expect(await ofAda()).toBe('0 of 200');
  }, 60_000);
}
