import type { Kysely } from 'kysely';
import { debitBatch } from '../debits/statement.ts';
import { newId } from '../ids.ts';
import type { Portal } from '../portal.ts';
import type { Schema } from '../storage/schema.ts';
import { addKey } from './api-key.ts';
import { createStore } from './create-store.ts';
import { addPack } from './packs.ts';

export interface SeedWish {
  readonly name: string;
  readonly key?: string;
  readonly credits: number;
  /** How many try-ons to record, spread over the last 30 days. */
  readonly history: number;
}

export interface Seeded {
  readonly storeId: string;
  readonly key: string;
  readonly keyId: string;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  /** Their `externalId`s. */
  readonly customers: readonly string[];
  readonly tryons: number;
}

const DAY_MS = 86_400_000;
const PLANS = [
  { name: 'Style club', monthlyTryOns: 100, externalId: 'style-club' },
  { name: 'Five try-ons per order', monthlyTryOns: 5, externalId: 'purchase-unlock-5' },
];
const SHOPPERS = [
  'wp_42',
  'woocommerce_7',
  'shopify_1001',
  'laravel_3',
  'external_guest-list',
  'shopper-1009',
];
const PRODUCTS = ['Wrap dress', 'Linen shirt', 'Wool coat', 'Denim jacket'];

/** A store to play with: plans, shoppers of every platform, a grant, and a history through the real debit. */
export async function seedStore(portal: Portal, wish: SeedWish): Promise<Seeded> {
  const now = portal.clock.now();
  const began = new Date(now.getTime() - 29 * DAY_MS);
  const seeded = await portal.db.transaction().execute(async (trx) => {
    const storeId = await createStore(
      trx,
      { name: wish.name, plan: 'growth', lowBalanceThreshold: Math.floor(wish.credits / 10) },
      began,
    );
    const { key, id: keyId } = await addKey(
      trx,
      { storeId, name: 'Seeded key', mode: 'test', ...(wish.key === undefined ? {} : { key: wish.key }) },
      began,
    );
    const amount = wish.credits + wish.history;
    if (amount > 0) await addPack(trx, { storeId, kind: 'purchase', amount, expiresAt: null }, began);
    const plans = await addPlans(trx, storeId, began);
    const customers = await addCustomers(
      trx,
      storeId,
      plans.map(({ id }) => id),
      began,
    );
    return { storeId, key, keyId, plans, customers };
  });
  const tryons = await addHistory(portal, seeded, wish.history, began);
  return { ...seeded, customers: SHOPPERS, tryons };
}

async function addPlans(trx: Kysely<Schema>, storeId: string, now: Date) {
  const rows = PLANS.map((plan) => ({
    store_id: storeId,
    id: newId('pln_', now),
    external_id: plan.externalId,
    external_price_id: null,
    name: plan.name,
    monthly_try_ons: plan.monthlyTryOns,
    active: true,
    created_at: now,
    updated_at: now,
  }));
  await trx.insertInto('plans').values(rows).execute();
  return rows.map(({ id, name }) => ({ id, name }));
}

async function addCustomers(trx: Kysely<Schema>, storeId: string, planIds: readonly string[], now: Date) {
  const rows = SHOPPERS.map((externalId, n) => ({
    store_id: storeId,
    id: newId('ec_', now),
    external_id: externalId,
    email: n % 2 === 0 ? `shopper${n + 1}@shop.example` : null,
    plan_id: planIds[n % 3] ?? null,
    status: 'ACTIVE' as const,
    metadata: JSON.stringify({ source: 'seed' }),
    period_start: now,
    created_at: now,
    updated_at: now,
  }));
  await trx.insertInto('customers').values(rows).execute();
  const ids = rows.map(({ id }) => id);
  const [, , third] = ids;
  if (third !== undefined) {
    await trx
      .insertInto('grants')
      .values({
        store_id: storeId,
        order_id: 'order_1001',
        customer_id: third,
        amount: 5,
        expires_at: new Date(now.getTime() + 60 * DAY_MS),
        created_at: now,
      })
      .execute();
  }
  return ids;
}

/** Guests' try-ons and shoppers', one by one at moments in the past. */
async function addHistory(
  portal: Portal,
  { storeId, keyId, customers }: { storeId: string; keyId: string; customers: readonly string[] },
  count: number,
  began: Date,
): Promise<number> {
  const [shopper] = customers;
  if (shopper === undefined || count === 0) return 0;
  const jti = newId('ses_', began);
  await portal.db
    .insertInto('sessions')
    .values({
      store_id: storeId,
      jti,
      customer_id: shopper,
      kid: 'seed',
      product_id: null,
      issued_at: began,
      expires_at: new Date(began.getTime() + 900_000),
    })
    .execute();
  for (let n = 0; n < count; n += 1) {
    const at = new Date(began.getTime() + Math.floor((n * 28 * DAY_MS) / count));
    const report = {
      product_type: 'apparel',
      product_title: PRODUCTS[n % PRODUCTS.length] ?? null,
      page_url: 'https://shop.example/p/seeded',
      origin: 'https://shop.example',
      variation_count: (n % 4) + 1,
      generation_time_ms: 900 + ((n * 137) % 2_000),
    };
    const session = n % 3 === 0 ? { customerId: shopper, jti } : undefined;
    const tryonId = newId('try_', at);
    const request = { tryonId, storeId, keyId, keyRevision: 1, session, success: n % 10 !== 9, report };
    await debitBatch(portal.database.lane, [request], at);
  }
  return count;
}
