import { describe, expect, test } from 'vitest';
import { DAY, SETTINGS, START, useShops } from './shop.ts';

const shops = useShops();
const { CREDITS_WITH_PURCHASE: CREDITS, SUBSCRIPTION, FREEMIUM, FREE_ALL, PAY_PER_USE } = SETTINGS;

describe('a merchant who changes the model', () => {
  test('takes nothing away that was paid, and the settings count from the next order', async () => {
    const shop = await shops.shop(CREDITS);
    const status = async () => (await shop.visitor('7').status()).json;
    await shop.paid('1', '7');
    shop.model = { ...CREDITS, creditsPerOrder: 4 };
    await shop.paid('2', '7');
    shop.model = SUBSCRIPTION;
    expect(await status()).toMatchObject({ canTryOn: true, ctaType: 'try_on', remaining: 6 });
    shop.model = FREE_ALL;
    expect((await shop.visitor('7').upload('/proxy/api/tryon')).status).toBe(200);
    shop.model = FREEMIUM;
    expect(await status()).toMatchObject({ remaining: 8 });
    await shop.visitor('7').upload('/proxy/api/tryon');
    shop.model = PAY_PER_USE;
    // The month's free ones went first.
    expect(await status()).toMatchObject({ remaining: 6 });
  });

  test('keeps a subscription that is known, and begins none that is not sold', async () => {
    const shop = await shops.shop(SUBSCRIPTION);
    const subscription = (id: string, state: string, endsAt = shop.now + 30 * DAY) =>
      shop.tell(`subscription.${state}`, {
        ...{ subscriptionId: id, customerId: id, endsAt: new Date(endsAt).toISOString() },
      });
    const canTryOn = async (id: string) => (await shop.visitor(id).status()).json.canTryOn;
    await subscription('7', 'started');
    shop.model = CREDITS;
    expect((await subscription('8', 'started')).json.outcome).toBe('ignored');
    shop.now += 29 * DAY;
    expect((await subscription('7', 'renewed')).json.outcome).toBe('subscription_changed');
    shop.now += 2 * DAY;
    expect([await canTryOn('7'), await canTryOn('8')]).toEqual([true, false]);
    await subscription('7', 'ended');
    expect(await canTryOn('7')).toBe(false);
    expect((await subscription('7', 'resumed')).json.outcome).toBe('ignored');
    expect(await canTryOn('7')).toBe(false);
  });

  test('with settings that cannot be right fails requests, and is told which', async () => {
    const shop = await shops.shop(CREDITS);
    shop.model = { ...CREDITS, creditsPerOrder: 0 };
    expect((await shop.visitor('7').status()).status).toBe(500);
    expect(shop.reports).toMatchObject([
      { kind: 'internal', message: expect.stringContaining('options.model.creditsPerOrder') },
    ]);
  });
});

describe('a try-on', () => {
  test('is paid by exactly as many of 64 at once as there are credits', async () => {
    const shop = await shops.shop({ ...CREDITS, creditsPerOrder: 10 });
    await shop.paid('1', '7');
    const shopper = shop.visitor('7');
    await shopper.ownHeaders();
    const answers = await Promise.all(Array.from({ length: 64 }, () => shopper.upload('/proxy/api/tryon')));
    const of = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([of(200), of(402)]).toEqual([10, 54]);
    const sent = shops.upstream.requests.filter(({ operationId }) => operationId === 'generateTryon');
    expect(sent).toHaveLength(10);
    expect(await shop.ledger.verify({ at: shop.now })).toMatchObject({ overdue: 0, problems: [] });
  });

  test('takes over what was taken beforehand, the last one too, and a key takes once', async () => {
    const shop = await shops.shop({ ...CREDITS, creditsPerOrder: 1 });
    await shop.paid('1', '7');
    const shopper = shop.visitor('7');
    const use = (key?: string) =>
      shopper.post('/credits/use', key === undefined ? {} : { headers: { 'idempotency-key': key } });
    expect((await use('k')).json).toEqual({ remaining: 0 });
    expect((await use('k')).json).toEqual({ remaining: 0 });
    expect((await use('other')).status).toBe(402);
    expect((await shopper.status()).json).toMatchObject({ canTryOn: true, remaining: 0 });
    expect((await shopper.upload('/proxy/api/analyze')).status).toBe(200);
    expect((await shopper.upload('/proxy/api/tryon')).status).toBe(200);
    expect((await shopper.upload('/proxy/api/tryon')).status).toBe(402);
    expect((await use('x'.repeat(256))).status).toBe(400);
  });

  test('that fails gives back what was taken beforehand', async () => {
    const shop = await shops.shop({ ...CREDITS, creditsPerOrder: 1 });
    await shop.paid('1', '7');
    const shopper = shop.visitor('7');
    await shopper.post('/credits/use');
    shops.upstream.use('generateTryon', { fault: 'reset_mid_body' });
    expect((await shopper.upload('/proxy/api/tryon')).status).toBe(502);
    expect((await shopper.status()).json.remaining).toBe(1);
  });

  test('that never came gives it back by itself', async () => {
    const shop = await shops.shop({ ...CREDITS, creditsPerOrder: 1 });
    await shop.paid('1', '7');
    await shop.visitor('7').post('/credits/use');
    shop.now += 300_001;
    expect((await shop.visitor('7').status()).json.remaining).toBe(1);
  });

  test('is not made where the store itself has nothing left, and costs the shopper nothing', async () => {
    const shop = await shops.shop(CREDITS);
    await shop.paid('1', '7');
    shops.upstream.use('generateTryon', 'credit_limit_reached');
    const shopper = shop.visitor('7');
    expect((await shopper.upload('/proxy/api/tryon')).json).toMatchObject({
      ...{ code: 'quota_exhausted', error: 'credit_limit_reached' },
    });
    expect((await shopper.status()).json.remaining).toBe(2);
  });

  test('is nobody else’s to pay for', async () => {
    const shop = await shops.shop(CREDITS);
    await shop.paid('1', '7');
    expect((await shop.visitor('8').upload('/proxy/api/tryon')).status).toBe(402);
    const account = (await shop.visitor('8').send({ path: '/account' })).json;
    expect(account).toMatchObject({ remaining: 0, credits: [], history: [] });
  });
});

describe('free try-ons', () => {
  test('come again with the calendar month', async () => {
    const shop = await shops.shop(FREEMIUM);
    const shopper = shop.visitor('7');
    for (let n = 0; n < 2; n++) await shopper.upload('/proxy/api/tryon');
    const account = async () => (await shop.visitor('7').send({ path: '/account' })).json;
    expect(await account()).toMatchObject({
      ...{ model: 'FREEMIUM', canTryOn: false, ctaType: 'upgrade', ctaUrl: 'https://shop.example/upgrade' },
      free: { limit: 2, used: 2, resetsAt: '2026-12-01T00:00:00.000Z' },
    });
    shop.now = START + 21 * DAY;
    expect(await account()).toMatchObject({ canTryOn: true, remaining: 2, free: { used: 0 } });
  });
});

describe('the checkout', () => {
  test('leads to where the shop says for this shopper and product', async () => {
    const checkoutUrl = (shopper: { externalId: string } | null, productId: string | undefined) =>
      `/pay?for=${shopper?.externalId}&product=${productId}`;
    const shop = await shops.shop({ ...PAY_PER_USE, checkoutUrl });
    const asked = await shop.visitor('7').post('/checkout', { body: '{"productId":"dress-42"}' });
    expect(asked.json).toEqual({ checkoutUrl: 'https://shop.example/pay?for=external_7&product=dress-42' });
    expect((await shop.visitor('7').status()).json.ctaUrl).toContain('product=dress-42');
    expect((await shop.visitor().post('/checkout')).status).toBe(401);
    shop.model = CREDITS;
    expect((await shop.visitor('7').post('/checkout')).json.code).toBe('path_not_allowed');
  });

  test('that the shop cannot name fails, and a status goes without it', async () => {
    const shop = await shops.shop({ ...PAY_PER_USE, checkoutUrl: () => 'javascript:alert(1)' });
    const { status, json } = await shop.visitor('7').status();
    expect([status, json.ctaType, json.ctaUrl]).toEqual([200, 'checkout', undefined]);
    expect((await shop.visitor('7').post('/checkout')).status).toBe(500);
    expect(shop.reports.map(({ kind }) => kind)).toEqual(['cta_url_ignored', 'internal']);
  });
});
