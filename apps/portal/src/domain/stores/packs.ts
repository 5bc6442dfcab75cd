import { type Kysely, sql } from 'kysely';
import { newId } from '../../foundation/ids.ts';
import type { PackKind, Schema } from '../../storage/schema.ts';
import { emit } from '../outbox.ts';

export interface NewPack {
  readonly storeId: string;
  readonly kind: PackKind;
  readonly amount: number;
  readonly expiresAt: Date | null;
}

/** Adds a pack of credits to a store's pool and tells of it. */
export async function addPack(trx: Kysely<Schema>, pack: NewPack, now: Date): Promise<string> {
  const { id, balance } = await issuePack(trx, pack, now);
  await emit(trx, {
    storeId: pack.storeId,
    type: 'credit.balance_added',
    data: {
      store_id: pack.storeId,
      pack_id: id,
      credits_added: pack.amount,
      remaining_credits: balance,
      expires_at: pack.expiresAt?.toISOString() ?? null,
    },
    now,
  });
  return id;
}

/** The pack, its ledger entry and the pool's new balance, under the pool's lock. */
export async function issuePack(
  trx: Kysely<Schema>,
  pack: NewPack,
  now: Date,
): Promise<{ id: string; balance: number }> {
  const id = newId('pck_', now);
  await settlePool(trx, pack.storeId, now);
  await trx
    .selectFrom('pools')
    .select('store_id')
    .where('store_id', '=', pack.storeId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('packs')
    .values({
      store_id: pack.storeId,
      id,
      kind: pack.kind,
      amount: pack.amount,
      remaining: pack.amount,
      expires_at: pack.expiresAt,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('ledger_entries')
    .values({
      store_id: pack.storeId,
      id: newId('led_', now),
      at: now,
      kind: 'issue',
      source: 'issued',
      sink: `pack:${id}`,
      amount: pack.amount,
    })
    .execute();
  const { balance } = await trx
    .updateTable('pools')
    .set({
      balance: sql`balance + ${pack.amount}`,
      ...(pack.expiresAt ? { settle_at: sql`least(settle_at, ${pack.expiresAt}::timestamptz)` } : {}),
    })
    .where('store_id', '=', pack.storeId)
    .returning('balance')
    .executeTakeFirstOrThrow();
  return { id, balance };
}

/** Does what has lapsed in a pool: expired packs leave it, a new period brings its allowance. */
export async function settlePool(db: Kysely<Schema>, storeId: string, now: Date): Promise<void> {
  await sql`select settle_pools(${[storeId]}::text[], ${now}::timestamptz)`.execute(db);
}
