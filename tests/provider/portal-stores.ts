import { randomBytes } from 'node:crypto';
import { addKey, addPack, createStore, type Portal } from '@genvoris/portal';

export interface StoreWish {
  readonly credits?: number;
  readonly allowedDomains?: readonly string[];
  readonly status?: 'ACTIVE' | 'SUSPENDED' | 'MAINTENANCE';
  readonly tryonEnabled?: boolean;
  readonly overageEnabled?: boolean;
  readonly monetizationModel?: 'per_tryon' | 'per_order' | 'subscription';
}

/** A store of its own, with a key. */
export async function openStore(
  { db, clock }: Portal,
  { credits = 100, status, tryonEnabled, allowedDomains = [], ...wish }: StoreWish = {},
): Promise<{ storeId: string; apiKey: string }> {
  const now = clock.now();
  return db.transaction().execute(async (trx) => {
    const storeId = await createStore(trx, { name: 'A store of the provider run', ...wish }, now);
    const key = `gvk_test_${randomBytes(18).toString('hex')}`;
    await addKey(trx, { storeId, name: 'provider', mode: 'test', key, allowedDomains }, now);
    if (credits > 0) await addPack(trx, { storeId, kind: 'purchase', amount: credits, expiresAt: null }, now);
    if (status !== undefined || tryonEnabled !== undefined)
      await trx
        .updateTable('stores')
        .set({
          ...(status && { status }),
          ...(tryonEnabled !== undefined && { tryon_enabled: tryonEnabled }),
        })
        .where('store_id', '=', storeId)
        .execute();
    return { storeId, apiKey: key };
  });
}
