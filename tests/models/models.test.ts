import type { StorefrontModel } from '@genvoris/contract';
import { describe, expect, test } from 'vitest';
import { DAY, SETTINGS, type Shop, useShops } from './shop.ts';

const shops = useShops();

type Situation =
  | 'guest'
  | 'fresh'
  | 'with allowance'
  | 'spent'
  | 'expired'
  | 'refunded'
  | 'paused'
  | 'cancelled';

/** What a shopper sees, and why a try-on is refused. */
type Seen = [ctaType: string, remaining: number | null, refusal?: string | undefined];

const FREE: Seen = ['try_on', null];
const SIGN_IN: Seen = ['sign_in', null, 'sign_in_required'];
const two: Seen = ['try_on', 2];

const TABLE: Record<StorefrontModel, Record<Situation, Seen>> = {
  FREE_ALL: {
    ...{ guest: FREE, fresh: FREE, 'with allowance': FREE, spent: FREE },
    ...{ expired: FREE, refunded: FREE, paused: FREE, cancelled: FREE },
  },
  SUBSCRIPTION: {
    guest: SIGN_IN,
    fresh: ['subscribe', 0, 'no_plan'],
    'with allowance': FREE,
    // Nothing of it is ever spent, nor does an order's refund end it.
    spent: FREE,
    expired: ['subscribe', 0, 'cancelled'],
    refunded: FREE,
    paused: ['subscribe', 0, 'paused'],
    cancelled: ['subscribe', 0, 'cancelled'],
  },
  CREDITS_WITH_PURCHASE: {
    guest: SIGN_IN,
    fresh: ['purchase', 0, 'quota_exhausted'],
    'with allowance': two,
    spent: ['purchase', 0, 'quota_exhausted'],
    expired: ['purchase', 0, 'quota_exhausted'],
    refunded: ['purchase', 0, 'quota_exhausted'],
    // A subscription is another thing here.
    paused: two,
    cancelled: ['purchase', 0, 'quota_exhausted'],
  },
  PAY_PER_USE: {
    guest: SIGN_IN,
    fresh: ['checkout', 0, 'quota_exhausted'],
    'with allowance': two,
    spent: ['checkout', 0, 'quota_exhausted'],
    expired: ['checkout', 0, 'quota_exhausted'],
    refunded: ['checkout', 0, 'quota_exhausted'],
    paused: two,
    cancelled: ['checkout', 0, 'quota_exhausted'],
  },
  FREEMIUM: {
    guest: SIGN_IN,
    fresh: two,
    'with allowance': FREE,
    spent: ['upgrade', 0, 'quota_exhausted'],
    expired: two,
    refunded: FREE,
    paused: two,
    cancelled: two,
  },
};

const LINKS: Record<string, string> = {
  subscribe: 'https://shop.example/subscribe',
  purchase: 'https://shop.example/shop',
  checkout: 'https://shop.example/pay',
  upgrade: 'https://shop.example/upgrade',
};

const sells = (model: StorefrontModel) => model === 'SUBSCRIPTION' || model === 'FREEMIUM';
const subscription = { subscriptionId: '9', customerId: '7' };

/** Brings a situation about, by what the shop's order system tells and by what the shopper does. */
async function bringAbout(shop: Shop, model: StorefrontModel, situation: Situation): Promise<void> {
  if (situation === 'guest' || situation === 'fresh') return;
  if (situation === 'spent') {
    if (model !== 'FREEMIUM') await pay(shop, model);
    if (model !== 'FREE_ALL') for (let n = 0; n < 2; n++) await shop.visitor('7').upload('/proxy/api/tryon');
    return;
  }
  await pay(shop, model);
  if (situation === 'expired') shop.now += 31 * DAY;
  if (situation === 'refunded')
    await shop.tell('order.refunded', { orderId: '1042', refundId: '1', amountCents: null });
  if (situation === 'paused') {
    await shop.tell('subscription.started', subscription);
    shop.now += 1000;
    await shop.tell('subscription.paused', subscription);
  }
  if (situation === 'cancelled') {
    shop.now += 1000;
    await shop.tell('order.cancelled', { orderId: '1042' });
    await shop.tell('subscription.ended', subscription);
  }
}

async function pay(shop: Shop, model: StorefrontModel): Promise<void> {
  await shop.paid('1042', '7');
  const endsAt = new Date(shop.now + 30 * DAY).toISOString();
  if (sells(model)) await shop.tell('subscription.started', { ...subscription, endsAt });
}

const models = Object.keys(TABLE) as StorefrontModel[];
const rows = models.flatMap((model) =>
  (Object.keys(TABLE[model]) as Situation[]).map((situation) => [model, situation] as const),
);

describe.each(rows)('under %s, somebody who is %s', (model, situation) => {
  test('is shown, and may do, what the table says', async () => {
    const shop = await shops.shop(SETTINGS[model]);
    await bringAbout(shop, model, situation);
    const shopper = shop.visitor(situation === 'guest' ? undefined : '7');
    const [ctaType, remaining, refusal] = TABLE[model][situation];
    const left = (used: number) => (remaining === null ? null : remaining - used);
    const status = async () => (await shopper.status()).json;

    expect(await status()).toMatchObject({ canTryOn: refusal === undefined, ctaType, remaining });
    expect((await status()).ctaUrl).toBe(LINKS[ctaType]);

    // A session says who the shopper is, whatever is left.
    expect((await shopper.post('/session')).status).toBe(situation === 'guest' ? 401 : 200);

    // What fails, and what is cut off, costs nothing.
    shops.upstream.use('generateTryon', ['rate_limited', { fault: 'reset_mid_body' }]);
    const refused = situation === 'guest' ? 401 : 402;
    const tryOn = () => shopper.upload('/proxy/api/tryon');
    const statuses = [(await tryOn()).status, (await tryOn()).status];
    expect(statuses).toEqual(refusal === undefined ? [429, 502] : [refused, refused]);
    expect(await status()).toMatchObject({ canTryOn: refusal === undefined, remaining });

    // What is taken beforehand is what the next try-on costs.
    const used = await shopper.post('/credits/use');
    if (model === 'FREE_ALL') expect(used).toMatchObject({ status: 404, json: { code: 'path_not_allowed' } });
    else if (refusal === undefined) expect(used).toMatchObject({ status: 200, json: { remaining: left(1) } });
    else expect(used.status).toBe(refused);

    shops.upstream.reset();
    const made = await tryOn();
    if (refusal === undefined) expect(made.status).toBe(200);
    else if (situation === 'guest') expect(made.json).toMatchObject({ code: 'sign_in_required' });
    else
      expect(made.json).toMatchObject({
        ...{ code: 'quota_exhausted', error: 'end_customer_quota', reason: refusal },
      });
    expect((await status()).remaining).toBe(refusal === undefined ? left(1) : remaining);
    expect(shop.reports.filter(({ kind }) => kind === 'internal')).toEqual([]);
    // Of a guest, and where nothing is counted, nothing is asked of it.
    await shop.ledger.open();
    expect((await shop.ledger.verify({ at: shop.now })).problems).toEqual([]);
  });
});
