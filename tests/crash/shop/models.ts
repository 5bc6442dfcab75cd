import type { ModelOption } from '@genvoris/storefront';

/** Of `CREDITS_WITH_PURCHASE`: try-ons of an order. */
export const CREDITS_PER_ORDER = 3;
/** Of `PAY_PER_USE`: try-ons of a piece. */
export const TRYONS_PER_SESSION = 2;
/** Of `FREEMIUM`: try-ons of a month. */
export const FREE_PER_MONTH = 10;

type Settings = Exclude<ModelOption, string | ((...args: never) => unknown)>;

// Nothing expires while the run lasts: what a refund takes back would depend on when it comes.
const TURNS: readonly Settings[] = [
  { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: CREDITS_PER_ORDER, expiresInDays: 3_650 },
  { model: 'FREEMIUM', freePerMonth: FREE_PER_MONTH },
  { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: CREDITS_PER_ORDER, expiresInDays: 3_650 },
  {
    model: 'PAY_PER_USE',
    checkoutUrl: '/checkout',
    productIds: ['dress'],
    sessionMinutes: 500_000,
    tryOnsPerSession: TRYONS_PER_SESSION,
  },
];

const TURN_MS = 1_500;

/** The model in force: one after the other, the same in every process. */
export function modelAt(began: number): Settings {
  return TURNS[Math.floor((Date.now() - began) / TURN_MS) % TURNS.length] as Settings;
}
