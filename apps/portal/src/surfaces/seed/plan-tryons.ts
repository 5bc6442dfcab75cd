import { createDraw, createRandom } from './random.ts';
import { SHOPPERS } from './shoppers.ts';

export interface PlannedTryon {
  readonly at: Date;
  /** Which of SHOPPERS; undefined for a guest. */
  readonly shopper: number | undefined;
  readonly success: boolean;
  readonly product: string;
  readonly variations: number;
  readonly tookMs: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How many days the history goes back. */
export const HISTORY_DAYS = 60;

const HOURS = [2, 1, 1, 1, 1, 2, 3, 5, 6, 7, 8, 8, 10, 9, 8, 8, 9, 10, 13, 16, 18, 16, 10, 5];
export const PRODUCTS = [
  ['Wrap dress', 9],
  ['Linen shirt', 7],
  ['Wool coat', 6],
  ['Denim jacket', 6],
  ['Silk blouse', 4],
  ['Pleated skirt', 3],
  ['Field jacket', 3],
  ['Merino cardigan', 2],
] as const;
const GUESTS = 0.3;
const CAMPAIGN = { from: 20, to: 17, times: 2.4 };
// A day on which the model server was in trouble.
const BAD_DAY = 33;

/** A store that grows, busier in the evening and at the weekend. The same `now` plans the same. */
export function planTryons(count: number, now: Date): PlannedTryon[] {
  const random = createRandom(20_251);
  const moment = createMoments(random, now);
  const product = createDraw(PRODUCTS);
  const planned: PlannedTryon[] = [];
  while (planned.length < count) {
    const at = moment();
    const ago = Math.floor(now.getTime() / DAY_MS) - Math.floor(at.getTime() / DAY_MS);
    const [who, luck, fate, look, took] = [random(), random(), random(), random(), random()];
    if (at >= now) continue;
    planned.push({
      at,
      shopper: who < GUESTS ? undefined : shopperOf(luck, ago),
      success: fate >= (ago === BAD_DAY ? 0.45 : 0.05),
      product: product(look),
      variations: 1 + Math.floor(took * 4),
      tookMs: 900 + Math.floor(took * 2_400),
    });
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Moments of the last days, as often as the shop is busy; some of today's lie ahead. */
export function createMoments(random: () => number, now: Date): () => Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const day = createDraw(
    Array.from({ length: HISTORY_DAYS }, (_, ago) => [ago, busyness(today, ago)] as const),
  );
  const hour = createDraw(HOURS.map((weight, each) => [each, weight] as const));
  return () =>
    new Date(today - day(random()) * DAY_MS + hour(random()) * HOUR_MS + Math.floor(random() * HOUR_MS));
}

function busyness(today: number, ago: number): number {
  const growth = 0.5 + (HISTORY_DAYS - ago) / HISTORY_DAYS;
  const weekday = new Date(today - ago * DAY_MS).getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? 1.4 : 1;
  const campaign = ago <= CAMPAIGN.from && ago >= CAMPAIGN.to ? CAMPAIGN.times : 1;
  return growth * weekend * campaign;
}

/** Somebody who had come by then. */
function shopperOf(luck: number, ago: number): number {
  const there = SHOPPERS.flatMap(({ joined, weight }, n) => (joined > ago ? [[n, weight] as const] : []));
  return createDraw(there)(luck);
}
