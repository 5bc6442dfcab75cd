import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { type DebitAnswer, type DebitResult, toResult } from './debit.ts';

/** What a debit answered under an idempotency key, and for which request. */
export interface Replay {
  readonly requestHash: string;
  /** Undefined if it was no debit that used the key. */
  readonly result: DebitResult | undefined;
}

/**
 * Finds what became of the request that used an idempotency key, if one did in the last 24 hours. The debit's own
 * transaction reads it by the same function.
 */
export async function findReplay(
  db: Kysely<Schema>,
  storeId: string,
  key: string,
  now: Date,
): Promise<Replay | undefined> {
  const { rows } = await sql<DebitAnswer & { readonly request_hash: string }>`
    select * from debit_replay(${storeId}, ${key}, ${now.toISOString()}::timestamptz)`.execute(db);
  const [row] = rows;
  return row && { requestHash: row.request_hash, result: row.outcome === null ? undefined : toResult(row) };
}
