import type { Portal } from '../../runtime/portal.ts';
import { addConnections, tellOfEvents } from './connections.ts';
import { DAY_MS, openStore } from './open-store.ts';
import { planTryons } from './plan-tryons.ts';
import { planVisits } from './plan-visits.ts';
import { type Recorded, recordTryons } from './record-tryons.ts';
import { recordVisits } from './record-visits.ts';
import { SHOPPERS } from './shoppers.ts';
import { bringUpToDate, fillPool } from './up-to-date.ts';

export interface SeedWish {
  readonly name: string;
  readonly key?: string;
  /** Credits in the pool when all is done. */
  readonly credits: number;
  /** How many try-ons shoppers asked for in the last 60 days. */
  readonly history: number;
}

export interface Seeded {
  readonly storeId: string;
  readonly key: string;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  /** Their `externalId`s. */
  readonly customers: readonly string[];
  readonly tryons: Recorded;
}

// Twelve days before the first try-on, and twelve into the store's third period.
const OPENED_DAYS_AGO = 72;
const ALLOWANCE = 100;
// Most shoppers look without trying on.
const VISITS_PER_TRYON = 2;
// What the last events led to is over by now, too.
const QUIET_MS = 600_000;

/**
 * A store to play with: plans, shoppers of every platform, grants, keys, webhook endpoints, and a history of
 * 60 days. The same `now` makes the same history, in which only ids and secrets differ.
 */
export async function seedStore(portal: Portal, wish: SeedWish): Promise<Seeded> {
  const now = portal.clock.now();
  const began = new Date(now.getTime() - OPENED_DAYS_AGO * DAY_MS);
  const { store, connections } = await portal.db.transaction().execute(async (trx) => {
    // A store that is to be all but out of credits gets none from its plan.
    const allowance = wish.credits >= 4 * ALLOWANCE ? ALLOWANCE : 0;
    const lowBalanceThreshold = Math.floor(wish.credits / 10);
    const { credits: _, history: __, ...named } = wish;
    const store = await openStore(trx, { ...named, allowance, lowBalanceThreshold }, began, now);
    return { store, connections: await addConnections(trx, portal.vault, store, began, now) };
  });
  const until = new Date(now.getTime() - QUIET_MS);
  const tryons = await recordTryons(portal, store, planTryons(wish.history, until), until);
  await recordVisits(portal, store.storeId, planVisits(VISITS_PER_TRYON * wish.history, until));
  await portal.db.transaction().execute(async (trx) => {
    await fillPool(trx, store.storeId, wish.credits, until);
    await bringUpToDate(trx, store, now);
    await tellOfEvents(trx, store.storeId, connections, now);
  });
  const { storeId, key, plans } = store;
  return { storeId, key, plans, customers: SHOPPERS.map(({ externalId }) => externalId), tryons };
}
