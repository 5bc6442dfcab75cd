import type { Kysely } from 'kysely';
import { addKey, changeKey } from '../../domain/stores/api-key.ts';
import { createStore } from '../../domain/stores/create-store.ts';
import { addPack } from '../../domain/stores/packs.ts';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import { PLANS, type SeededPlan, SHOPPERS } from './shoppers.ts';

export interface OpenedStore {
  readonly storeId: string;
  readonly key: string;
  readonly keyId: string;
  /** The key of the connected shop. */
  readonly siteKeyId: string;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  /** Ids, in the order of SHOPPERS. */
  readonly customers: readonly string[];
}

export const DAY_MS = 86_400_000;
const GRANT_DAYS = 45;
const WELCOME = 120;

/** The store as it was on its first day, with everybody who was yet to come. */
export async function openStore(
  trx: Kysely<Schema>,
  wish: { name: string; key?: string; allowance: number; lowBalanceThreshold: number },
  began: Date,
  now: Date,
): Promise<OpenedStore> {
  const storeId = await createStore(
    trx,
    {
      name: wish.name,
      plan: 'growth',
      planAllowance: wish.allowance,
      lowBalanceThreshold: wish.lowBalanceThreshold,
    },
    began,
  );
  const named = { storeId, name: 'Seeded key', mode: 'test' as const };
  const { key, id: keyId } = await addKey(
    trx,
    { ...named, ...(wish.key === undefined ? {} : { key: wish.key }) },
    began,
  );
  const siteKeyId = await addOtherKeys(trx, storeId, began);
  if (wish.allowance > 0) {
    const expiresAt = new Date(began.getTime() + 14 * DAY_MS);
    await addPack(trx, { storeId, kind: 'gift', amount: WELCOME, expiresAt }, began);
  }
  const plans = await addPlans(trx, storeId, began);
  const customers = await addCustomers(trx, storeId, plans, now);
  return { storeId, key, keyId, siteKeyId, plans: [...plans.values()], customers };
}

async function addOtherKeys(trx: Kysely<Schema>, storeId: string, began: Date): Promise<string> {
  const later = new Date(began.getTime() + DAY_MS);
  const shop = {
    storeId,
    name: 'WordPress shop',
    mode: 'live' as const,
    allowedDomains: ['shop.example', '*.shop.example'],
  };
  const site = await addKey(trx, shop, later);
  const lost = await addKey(trx, { storeId, name: 'Lost laptop', mode: 'test' }, later);
  const revokedAt = new Date(began.getTime() + 20 * DAY_MS);
  await changeKey(trx, { storeId, id: lost.id, revokedAt });
  return site.id;
}

async function addPlans(trx: Kysely<Schema>, storeId: string, now: Date) {
  const rows = PLANS.map((plan) => ({
    store_id: storeId,
    id: newId('pln_', now),
    external_id: plan.externalId,
    external_price_id: null,
    name: plan.name,
    monthly_try_ons: plan.monthlyTryOns,
    active: plan.active,
    created_at: now,
    updated_at: now,
  }));
  await trx.insertInto('plans').values(rows).execute();
  return new Map(rows.map(({ external_id, id, name }) => [external_id, { id, name }]));
}

async function addCustomers(
  trx: Kysely<Schema>,
  storeId: string,
  plans: ReadonlyMap<SeededPlan, { readonly id: string }>,
  now: Date,
): Promise<string[]> {
  const rows = SHOPPERS.map((shopper) => {
    const joined = new Date(now.getTime() - shopper.joined * DAY_MS);
    return {
      store_id: storeId,
      id: newId('ec_', joined),
      external_id: shopper.externalId,
      email: shopper.email,
      plan_id: shopper.plan === null ? null : (plans.get(shopper.plan)?.id ?? null),
      status: 'ACTIVE' as const,
      metadata: JSON.stringify({ source: 'seed' }),
      period_start: joined,
      created_at: joined,
      updated_at: joined,
    };
  });
  await trx.insertInto('customers').values(rows).execute();
  const grants = rows.flatMap(({ id, created_at }, n) => {
    const amount = SHOPPERS[n]?.granted ?? 0;
    if (amount === 0) return [];
    const expires_at = new Date(created_at.getTime() + GRANT_DAYS * DAY_MS);
    return [
      { store_id: storeId, order_id: `order_${1001 + n}`, customer_id: id, amount, expires_at, created_at },
    ];
  });
  await trx.insertInto('grants').values(grants).execute();
  return rows.map(({ id }) => id);
}
