import type { Kysely } from 'kysely';
import { addKey } from '../../src/domain/stores/api-key.ts';
import { createStore, type NewStore } from '../../src/domain/stores/create-store.ts';
import { addPack } from '../../src/domain/stores/packs.ts';
import type { Schema } from '../../src/storage/schema.ts';

export interface AddedStore {
  readonly storeId: string;
  readonly key: string;
  readonly keyId: string;
}

/** A store with a test key and, unless it is to have none, credits that never expire. */
export function addStore(
  db: Kysely<Schema>,
  {
    credits = 100,
    allowedDomains = [],
    ...wanted
  }: NewStore & { credits?: number; allowedDomains?: string[] },
  now: Date,
): Promise<AddedStore> {
  return db.transaction().execute(async (trx) => {
    const storeId = await createStore(trx, wanted, now);
    const { key, id } = await addKey(trx, { storeId, name: wanted.name, mode: 'test', allowedDomains }, now);
    if (credits > 0) await addPack(trx, { storeId, kind: 'purchase', amount: credits, expiresAt: null }, now);
    return { storeId, key, keyId: id };
  });
}
