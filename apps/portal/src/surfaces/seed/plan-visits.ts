import type { ConversionPlatform, WidgetEventType } from '@genvoris/contract';
import type { CreateConversionRequest, CreateReturnRequest } from '@genvoris/contract/types/v1';
import { createMoments, PRODUCTS } from './plan-tryons.ts';
import { createDraw, createRandom } from './random.ts';
import { SHOPPERS } from './shoppers.ts';

/** What somebody did in the shop: with the widget or without it, up to an order that may have come back. */
export interface PlannedVisit {
  readonly at: Date;
  readonly sessionId: string;
  readonly platform: ConversionPlatform;
  readonly productId: string;
  readonly productTitle: string;
  /** Empty for who did not open the widget. */
  readonly events: readonly WidgetEventType[];
  readonly order: { readonly at: Date; readonly body: CreateConversionRequest } | undefined;
  readonly refund: { readonly at: Date; readonly body: CreateReturnRequest } | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How many of the shop's buyers never open the widget, for each that does. */
const ORDERS_WITHOUT = 0.55;
const SEED = 77_003;

const PLATFORMS: readonly (readonly [ConversionPlatform, number])[] = [
  ['woocommerce', 6],
  ['shopify', 3],
  ['custom', 1],
];

/** Visits of the last days, in the order they began. The same `now` plans the same. */
export function planVisits(count: number, now: Date): PlannedVisit[] {
  const random = createRandom(SEED);
  const moment = createMoments(random, now);
  const product = createDraw(PRODUCTS);
  const platform = createDraw(PLATFORMS);
  const yes = (share: number) => random() < share;
  const planned: PlannedVisit[] = [];
  for (let n = 0; planned.length < count; n += 1) {
    const at = moment();
    if (at >= now) continue;
    const title = product(random());
    const where = platform(random());
    const events = yes(1 - ORDERS_WITHOUT) ? visitOf(yes) : [];
    const tried = events.includes('TRYON_GENERATED');
    const buys = events.length === 0 ? yes(0.6) : events.includes('CHECKOUT_STARTED') && yes(0.78);
    const orderAt = new Date(at.getTime() + (8 + Math.floor(random() * 40)) * MINUTE_MS);
    const amountCents = 3_900 + Math.floor(random() * 120) * 100;
    const euros = yes(0.2);
    const named = yes(0.92);
    const partly = yes(0.25);
    const back = yes(tried ? 0.08 : 0.3);
    const refundAt = new Date(orderAt.getTime() + (2 + Math.floor(random() * 9)) * DAY_MS);
    const known = yes(0.3);
    const email = SHOPPERS[Math.floor(random() * SHOPPERS.length)]?.email ?? null;
    const orderId = `order_${20_001 + n}`;
    const currency = euros ? 'EUR' : 'USD';
    const order: CreateConversionRequest = {
      orderId,
      platform: where,
      amountCents,
      currency,
      quantity: 1,
      productId: idOf(title),
      productTitle: title,
      attributionWindowMinutes: 1_440,
      ...(events.length > 0 && named && { sessionId: `visit-${n}` }),
      // Somebody whom the shop knows, and who may have tried on another day.
      ...(events.length === 0 && known && email !== null && { customerEmail: email }),
    };
    const refund: CreateReturnRequest = {
      orderId,
      platform: where,
      refundedAmountCents: partly ? Math.floor(amountCents / 2) : amountCents,
      currency,
      reason: partly ? 'one piece of several' : 'size',
    };
    planned.push({
      at,
      sessionId: `visit-${n}`,
      platform: where,
      productId: idOf(title),
      productTitle: title,
      events,
      order: buys && orderAt < now ? { at: orderAt, body: order } : undefined,
      refund: buys && back && refundAt < now ? { at: refundAt, body: refund } : undefined,
    });
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What is told of one visit, in the order it happens. */
function visitOf(yes: (share: number) => boolean): WidgetEventType[] {
  const events: WidgetEventType[] = ['WIDGET_OPENED'];
  const photo = yes(0.64);
  const tried = photo && yes(0.91);
  if (photo) events.push('PHOTO_UPLOADED');
  if (tried) events.push('TRYON_GENERATED');
  if (tried && yes(0.97)) events.push('TRYON_VIEWED');
  if (tried && yes(0.3)) events.push('TRYON_GENERATED', 'TRYON_VIEWED');
  if (tried && yes(0.12)) events.push('RESULT_SHARED');
  if (yes(0.9)) events.push('CLOSED');
  if (yes(tried ? 0.38 : 0.16)) {
    events.push('ADDED_TO_CART');
    if (yes(0.62)) events.push('CHECKOUT_STARTED');
  }
  return events;
}

export function idOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
