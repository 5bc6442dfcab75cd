import { describe, expect, test } from 'vitest';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';
import { signIn } from './browse.ts';

export function funnel(running: () => TestPortal): void {
  describe('the funnel page', () => {
    test('begins by saying what has to be told, and says of empty days that they are', async () => {
      const store = await running().store();
      const browser = await signIn(running(), store);
      expect((await browser.get('/dashboard/funnel')).text).toContain('Nothing told yet');
      await sell(store, { tried: 1, orders: 1, returned: 0 });
      const { text } = await browser.get('/dashboard/funnel?from=2020-01-01&to=2020-01-05');
      expect(text).toContain('Nothing happened in these days');
      expect(text).toContain('value="2020-01-05"');
    });

    test('shows each step, both rates with their intervals, the money by currency, and what it cannot say', async () => {
      const store = await running().store();
      await sell(store, { tried: 30, orders: 30, returned: 1 });
      const browser = await signIn(running(), store);
      const before = (await browser.get('/dashboard/funnel')).text;
      expect(before).toContain('nothing to compare yet');
      await sell(store, { tried: 0, orders: 40, returned: 24 });
      const { text } = await browser.get('/dashboard/funnel?days=7');
      const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      for (const said of [
        'Tried on 30 100 % 100 %',
        'After a try-on 3.3 % 0.6 % and 16.7 % 1 of 30',
        'No try-on known 60.0 % 44.6 % and 73.7 % 24 of 40',
        'Returns avoided, an estimate: about 17 (95 % between 10 and 22)',
        'After a try-on, certain USD 30 USD 300.00 1 USD 1.00',
        'not a random sample',
      ])
        expect(plain).toContain(said);
      expect((await browser.get('/dashboard/funnel?days=7&platform=shopify')).text).toContain(
        'with this product and platform',
      );
    });

    test('shows no rate above its whole where visits last past midnight', async () => {
      const store = await running().store();
      const told = { eventType: 'TRYON_GENERATED' };
      await store.call('trackEvents', { body: { ...told, sessionId: 'yesterday' } });
      running().clock.advance(86_400_000);
      await store.call('trackEvents', { body: { ...told, sessionId: 'today' } });
      for (const sessionId of ['yesterday', 'today'])
        await store.call('createConversion', {
          body: { orderId: sessionId, platform: 'custom', amountCents: 1_000, sessionId },
        });
      const day = running().clock.now().toISOString().slice(0, 10);
      const browser = await signIn(running(), store);
      const plain = async (span: string) =>
        (await browser.get(`/dashboard/funnel?${span}`)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      expect(await plain(`from=${day}&to=${day}`)).toContain('1 of 1');
      expect(await plain('days=7')).toContain('2 of 2');
      expect(await plain(`from=${day}&to=${day}`)).not.toContain('2 of 1');
      const { text } = await browser.get(`/dashboard/funnel/steps.csv?from=${day}&to=${day}`);
      expect(text.trim().split('\r\n')[1]).toBe(`${day},all,,,custom,1,1,0,0,1,0,0,0,0,0,1,1,1`);
    });

    test('makes no estimate where the intervals overlap', async () => {
      const store = await running().store();
      await sell(store, { tried: 5, orders: 5, returned: 1 });
      await sell(store, { tried: 0, orders: 5, returned: 2 });
      const { text } = await (await signIn(running(), store)).get('/dashboard/funnel');
      expect(text).toContain('The two intervals overlap');
      expect(text).not.toContain('an estimate: about');
    });

    test('comes as CSV, in which nothing is a formula', async () => {
      const store = await running().store();
      const productId = '=HYPERLINK("https://evil.example","x")';
      const visit = { sessionId: 's', productId, productTitle: '+1, "two"\nthree' };
      await store.call('trackEvents', { body: { ...visit, eventType: 'TRYON_GENERATED' } });
      const order = { orderId: 'o', platform: 'custom', amountCents: 1_234, currency: 'eur', productId };
      await store.call('createConversion', { body: { ...order, sessionId: 's' } });
      const browser = await signIn(running(), store);
      const steps = await browser.get('/dashboard/funnel/steps.csv');
      const day = running().clock.now().toISOString().slice(0, 10);
      expect(steps.headers.get('content-type')).toMatch(/^text\/csv/);
      expect(steps.headers.get('content-disposition')).toContain(`-${day}.csv"`);
      expect(steps.text.split('\r\n').slice(1, 3)).toEqual([
        `${day},all,,,custom,1,1,0,0,1,0,0,0,0,0,1,1,1`,
        `${day},product,"'=HYPERLINK(""https://evil.example"",""x"")","'+1, ""two""\nthree",custom,1,1,0,0,1,0,0,0,0,0,1,1,1`,
      ]);
      const orders = await browser.get('/dashboard/funnel/orders.csv');
      expect(orders.text).toContain(`${day},all,,custom,session,EUR,1,12.34,0,0.00\r\n`);
      const of = (path: string) => browser.get(`/dashboard/funnel/${path}`);
      expect((await of(`steps.csv?product=${encodeURIComponent(productId)}`)).text).not.toContain(',all,');
      expect((await of('orders.csv?platform=shopify')).text.trim().split('\r\n')).toHaveLength(1);
    });

    test.each([
      'from=2026-02-30',
      'to=tomorrow',
      'from=2026-03-02&to=2026-03-01',
      'from=2020-01-01&to=2026-01-01',
    ])('refuses %s', async (query) => {
      const browser = await signIn(running(), await running().store());
      for (const path of ['/dashboard/funnel', '/dashboard/funnel/steps.csv', '/dashboard/funnel/orders.csv'])
        expect((await browser.get(`${path}?${query}`)).status).toBe(400);
    });
  });
}

let sold = 0;

/** Visits that opened and tried on; orders, of those visits first; refunds of the first orders. */
async function sell(
  store: TestStore,
  wanted: { tried: number; orders: number; returned: number },
): Promise<void> {
  const first = sold;
  sold += wanted.orders;
  const visits = Array.from({ length: wanted.tried }, (_, n) => `visit-${first + n}`);
  const events = visits.flatMap((sessionId) =>
    (['WIDGET_OPENED', 'PHOTO_UPLOADED', 'TRYON_GENERATED'] as const).map((eventType) => ({
      sessionId,
      eventType,
    })),
  );
  for (let n = 0; n < events.length; n += 45)
    await store.call('trackEvents', { body: { events: events.slice(n, n + 45) } });
  for (let n = 0; n < wanted.orders; n += 1) {
    const order = { orderId: `order-${first + n}`, platform: 'custom' };
    const sessionId = visits[n];
    await store.call('createConversion', {
      body: { ...order, amountCents: 1_000, ...(sessionId !== undefined && { sessionId }) },
    });
    if (n < wanted.returned)
      await store.call('createReturn', { body: { ...order, refundedAmountCents: 100 } });
  }
}
