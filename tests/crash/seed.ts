import { randomBytes } from 'node:crypto';
import {
  addKey,
  addPack,
  createLog,
  createPortal,
  createStore,
  MovableClock,
  readConfig,
} from '@genvoris/portal';
import type { StoreForClient } from './acknowledged.ts';

/** How a store is set up: so many credits, in packs of so many, and shoppers with so many try-ons each. */
export interface Wish {
  readonly name: string;
  readonly packs: readonly number[];
  readonly shoppers: readonly number[];
}

/** One that lasts, one whose packs run out on the way, one whose shoppers do. */
const STORES: readonly Wish[] = [
  { name: 'hot', packs: [1_000_000], shoppers: [500_000, 500_000] },
  { name: 'scarce', packs: [40, 60, 100], shoppers: [] },
  { name: 'small-plans', packs: [500_000], shoppers: [5, 20, 50, 100] },
];

/** Opens the stores in the database. */
export async function seedStores(
  env: Readonly<Record<string, string>>,
  wishes: readonly Wish[] = STORES,
): Promise<{ name: string; apiKey: string }[]> {
  const portal = await createPortal({
    config: readConfig(env),
    log: createLog('silent'),
    clock: new MovableClock(),
  });
  const now = portal.clock.now();
  try {
    await portal.signingKeys.ensure();
    return await portal.db.transaction().execute(async (trx) => {
      const made: { name: string; apiKey: string }[] = [];
      for (const { name, packs } of wishes) {
        const storeId = await createStore(trx, { name }, now);
        const key = `gvk_test_${randomBytes(18).toString('hex')}`;
        await addKey(trx, { storeId, name, mode: 'test', key }, now);
        for (const [n, amount] of packs.entries()) {
          const expiresAt = new Date(now.getTime() + (n + 1) * 86_400_000);
          await addPack(trx, { storeId, kind: 'purchase', amount, expiresAt }, now);
        }
        made.push({ name, apiKey: key });
      }
      return made;
    });
  } finally {
    await portal.close();
  }
}

/** Gives the stores their shoppers, through a portal that runs. */
export async function seedShoppers(
  base: string,
  stores: readonly { name: string; apiKey: string }[],
): Promise<StoreForClient[]> {
  const seeded: StoreForClient[] = [];
  for (const { name, apiKey } of stores) {
    const wish = STORES.find((one) => one.name === name);
    const tokens: string[] = [];
    const call = (path: string, body: unknown) => post(`${base}/api/v1${path}`, apiKey, body);
    for (const [n, monthlyTryOns] of (wish?.shoppers ?? []).entries()) {
      const plan = await call('/plans', { name: `Plan ${n}`, monthlyTryOns });
      const externalId = `wp_${name}_${n}`;
      await call('/customers', { externalId, planId: plan.id });
      const session = await call(`/customers/${externalId}/sessions`, { expires_in: 3_600 });
      tokens.push(String(session.token));
    }
    seeded.push({ name, apiKey, tokens });
  }
  return seeded;
}

async function post(url: string, key: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
