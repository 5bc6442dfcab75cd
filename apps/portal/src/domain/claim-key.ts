import type { Kysely } from 'kysely';
import type { Schema } from '../storage/schema.ts';

const KEPT_MS = 86_400_000;

export interface KeyToClaim {
  readonly storeId: string;
  readonly key: string;
  readonly hash: string;
  readonly now: Date;
}

/**
 * Claims a key of the store for 24 hours and returns whether nobody had. In the caller's transaction: of two at once the
 * second waits for what becomes of the first.
 */
export async function claimKey(
  trx: Kysely<Schema>,
  { storeId, key, hash, now }: KeyToClaim,
): Promise<boolean> {
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({
      store_id: storeId,
      key,
      request_hash: hash,
      answer: '{}',
      expires_at: new Date(now.getTime() + KEPT_MS),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'key'])
        .doUpdateSet((update) => ({
          request_hash: update.ref('excluded.request_hash'),
          answer: update.ref('excluded.answer'),
          expires_at: update.ref('excluded.expires_at'),
        }))
        .where('idempotency_keys.expires_at', '<=', now),
    )
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}
