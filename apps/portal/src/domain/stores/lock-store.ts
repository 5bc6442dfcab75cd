import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

/** Lets one transaction after the other count or replace what a store has, until this one ends. */
export async function lockStore(trx: Kysely<Schema>, storeId: string): Promise<void> {
  await trx
    .selectFrom('stores')
    .select('store_id')
    .where('store_id', '=', storeId)
    .forNoKeyUpdate()
    .execute();
}
