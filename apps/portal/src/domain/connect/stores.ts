import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { MerchantSession } from '../merchants/merchant-session.ts';

/** A store that a merchant may connect a shop to. */
export interface ConnectStore {
  readonly storeId: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly suspended: boolean;
}

/** The stores of the merchant who is signed in, by name: those they are a member of, and the one the sign-in is for. */
export async function storesOfSession(
  db: Kysely<Schema>,
  { merchant, storeId }: MerchantSession,
): Promise<ConnectStore[]> {
  const rows = await db
    .selectFrom('stores')
    .select(['store_id', 'name', 'external_id', 'status'])
    .where('store_id', 'in', (query) =>
      query
        .selectFrom('store_merchants')
        .select('store_id')
        .where('email', '=', merchant)
        .unionAll(query.selectFrom('stores').select('store_id').where('store_id', '=', storeId)),
    )
    .orderBy('name')
    .orderBy('store_id')
    .execute();
  return rows.map(({ store_id, name, external_id, status }) => ({
    storeId: store_id,
    name,
    externalId: external_id,
    suspended: status === 'SUSPENDED',
  }));
}
