import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { verifyPassword } from './password.ts';
import type { Standing } from './password-line.ts';

export interface MerchantStore {
  readonly storeId: string;
  readonly name: string;
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Lets somebody sign in to a store. A merchant who is there already gets the new password, which is hashed before: a
 * transaction that waits for it would keep others waiting, on PGlite all.
 */
export async function addMerchant(
  trx: Kysely<Schema>,
  { storeId, email, passwordHash: password_hash }: { storeId: string; email: string; passwordHash: string },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('merchants')
    .values({ email: normalEmail(email), password_hash, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ password_hash, updated_at: now }))
    .execute();
  await joinStore(trx, storeId, normalEmail(email));
}

export async function joinStore(trx: Kysely<Schema>, storeId: string, email: string): Promise<void> {
  await trx
    .insertInto('store_merchants')
    .values({ store_id: storeId, email })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether this is the merchant's password; takes the same time for an email that nobody has. In a place of the line. */
export async function checkPassword(
  db: Kysely<Schema>,
  { email, password, standing }: { email: string; password: string; standing: Standing },
): Promise<boolean> {
  const row = await db
    .selectFrom('merchants')
    .select('password_hash')
    .where('email', '=', normalEmail(email))
    .executeTakeFirst();
  return verifyPassword(password, row?.password_hash, standing);
}

/** When the merchant's password was last set; undefined for an email that nobody has. */
export async function passwordSetAt(db: Kysely<Schema>, email: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('merchants')
    .select('updated_at')
    .where('email', '=', normalEmail(email))
    .executeTakeFirst();
  return row?.updated_at;
}

/** The stores a merchant may open, by name. */
export async function storesOf(db: Kysely<Schema>, email: string): Promise<MerchantStore[]> {
  const rows = await db
    .selectFrom('store_merchants as member')
    .innerJoin('stores as store', 'store.store_id', 'member.store_id')
    .select(['store.store_id', 'store.name'])
    .where('member.email', '=', email)
    .orderBy('store.name')
    .orderBy('store.store_id')
    .execute();
  return rows.map(({ store_id, name }) => ({ storeId: store_id, name }));
}
