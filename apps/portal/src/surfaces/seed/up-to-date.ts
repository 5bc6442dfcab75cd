import type { Kysely } from 'kysely';
import { addPack, settlePool } from '../../domain/stores/packs.ts';
import { newId } from '../../foundation/ids.ts';
import type { Schema } from '../../storage/schema.ts';
import { DAY_MS, type OpenedStore } from './open-store.ts';
import { SHOPPERS } from './shoppers.ts';

const GIFT = 50;
const MINUTE_MS = 60_000;

/** Who paused or left, and who is in the shop right now. */
export async function bringUpToDate(trx: Kysely<Schema>, store: OpenedStore, now: Date): Promise<void> {
  for (const [n, { status }] of SHOPPERS.entries()) {
    if (status === 'ACTIVE') continue;
    await trx
      .updateTable('customers')
      .set({ status, updated_at: now })
      .where('store_id', '=', store.storeId)
      .where('id', '=', store.customers[n] as string)
      .execute();
  }
  await trx
    .insertInto('sessions')
    .values([
      session(store, 'wp_42', 4, { minutes: 60 }),
      session(store, 'shopify_1044', 2, { minutes: 30 }),
      session(store, 'woocommerce_81', 11, { minutes: 60 }),
      session(store, 'wp_42', 50, { minutes: 60, revokedAt: now }),
    ])
    .execute();

  function session(
    { storeId, customers }: OpenedStore,
    externalId: string,
    minutesAgo: number,
    { minutes, revokedAt = null }: { minutes: number; revokedAt?: Date | null },
  ) {
    const issued_at = new Date(now.getTime() - minutesAgo * MINUTE_MS);
    const customer = customers[SHOPPERS.findIndex((each) => each.externalId === externalId)] as string;
    return {
      store_id: storeId,
      jti: newId('ses_', issued_at),
      customer_id: customer,
      kid: 'seed',
      product_id: null,
      issued_at,
      expires_at: new Date(issued_at.getTime() + minutes * MINUTE_MS),
      revoked_at: revokedAt,
    };
  }
}

/** Brings the pool to what is wanted: the packs of the history are over by now, and the plan's allowance is less. */
export async function fillPool(
  trx: Kysely<Schema>,
  storeId: string,
  credits: number,
  now: Date,
): Promise<void> {
  await settlePool(trx, storeId, now);
  const { balance } = await trx
    .selectFrom('pools')
    .select('balance')
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  const missing = credits - balance;
  const gift = missing >= 4 * GIFT ? GIFT : 0;
  if (gift > 0) {
    const expiresAt = new Date(now.getTime() + 20 * DAY_MS);
    await addPack(trx, { storeId, kind: 'gift', amount: gift, expiresAt }, now);
  }
  const amount = missing - gift;
  if (amount > 0) await addPack(trx, { storeId, kind: 'purchase', amount, expiresAt: null }, now);
}
