import { BoundedMap } from '@genvoris/http';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { findKey, type StoreIdentity } from './api-key.ts';

/** Keys for debits, whose transaction notices if one has changed since it was kept here. */
export interface KeyCache {
  find(keyHash: string, options: { fresh: boolean }): Promise<StoreIdentity | undefined>;
}

// Long enough to spare the hot path a query, short enough that nobody waits for a reinstated account.
const KEPT_MS = 5_000;

export function createKeyCache(db: Kysely<Schema>): KeyCache {
  const kept = new BoundedMap<string, { store: StoreIdentity; until: number }>(10_000);
  const asking = new Map<string, Promise<StoreIdentity | undefined>>();
  return {
    async find(keyHash, { fresh }) {
      const entry = kept.use(keyHash);
      if (!fresh && entry && entry.until > performance.now()) return entry.store;
      let asked = asking.get(keyHash);
      if (!asked || fresh) {
        asked = findKey(db, keyHash).finally(() => asking.delete(keyHash));
        asking.set(keyHash, asked);
      }
      const store = await asked;
      if (store) kept.set(keyHash, { store, until: performance.now() + KEPT_MS });
      else kept.delete(keyHash);
      return store;
    },
  };
}
