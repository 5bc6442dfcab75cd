import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '../../foundation/ids.ts';
import type { Schema, StoreStatus } from '../../storage/schema.ts';

/** Who a key speaks for. */
export interface StoreIdentity {
  readonly storeId: string;
  readonly storeStatus: StoreStatus;
  readonly keyId: string;
  /** Grows with every change of the key, so that a copy of it can be told from the key as it is now. */
  readonly keyRevision: number;
  readonly allowedDomains: readonly string[];
}

/** What a key is kept as. Keys are 30 random characters and more: a plain SHA-256 cannot be searched. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The store of a key, or undefined if the key is unknown or revoked. */
export async function findKey(db: Kysely<Schema>, keyHash: string): Promise<StoreIdentity | undefined> {
  const row = await db
    .selectFrom('api_key_owners as owner')
    .innerJoin('api_keys as key', (join) =>
      join.onRef('key.store_id', '=', 'owner.store_id').onRef('key.key_hash', '=', 'owner.key_hash'),
    )
    .innerJoin('stores as store', 'store.store_id', 'owner.store_id')
    .select(['owner.store_id', 'store.status', 'key.id', 'key.revision', 'key.allowed_domains'])
    .where('owner.key_hash', '=', keyHash)
    .where('key.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    storeId: row.store_id,
    storeStatus: row.status,
    keyId: row.id,
    keyRevision: row.revision,
    allowedDomains: row.allowed_domains,
  };
}

export interface NewKey {
  readonly storeId: string;
  readonly name: string;
  readonly mode: 'live' | 'test';
  /** `https://` origins' hosts, exact or `*.example.com`; none allows every origin. */
  readonly allowedDomains?: readonly string[];
  /** A key of one's own, for seeds and tests; made up otherwise. */
  readonly key?: string;
}

/** Adds a key to a store. The key itself is in the answer and nowhere else. */
export async function addKey(
  trx: Kysely<Schema>,
  wanted: NewKey,
  now: Date,
): Promise<{ id: string; key: string }> {
  const key =
    wanted.key ?? `gvk_${wanted.mode}_${randomBytes(24).toString('base64url').replace(/[-_]/g, 'x')}`;
  const keyHash = hashKey(key);
  const id = newId('key_', now);
  await trx
    .insertInto('api_keys')
    .values({
      store_id: wanted.storeId,
      id,
      key_hash: keyHash,
      hint: `${key.slice(0, 9)}…${key.slice(-4)}`,
      name: wanted.name,
      allowed_domains: [...(wanted.allowedDomains ?? [])],
      created_at: now,
    })
    .execute();
  await trx.insertInto('api_key_owners').values({ key_hash: keyHash, store_id: wanted.storeId }).execute();
  return { id, key };
}

/** Revokes a key, or changes its domains. Returns whether the store has such a key. */
export async function changeKey(
  trx: Kysely<Schema>,
  {
    storeId,
    id,
    revokedAt,
    allowedDomains,
  }: {
    storeId: string;
    id: string;
    revokedAt?: Date;
    allowedDomains?: readonly string[];
  },
): Promise<boolean> {
  const row = await trx
    .updateTable('api_keys')
    .set((update) => ({
      revision: update('revision', '+', 1),
      ...(revokedAt ? { revoked_at: revokedAt } : {}),
      ...(allowedDomains ? { allowed_domains: [...allowedDomains] } : {}),
    }))
    .where('store_id', '=', storeId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
