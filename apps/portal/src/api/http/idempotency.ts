import type { Kysely } from 'kysely';
import { claimKey } from '../../domain/claim-key.ts';
import { ApiError } from '../../foundation/api-error.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { WireAnswer } from './answer.ts';

export interface IdempotentCall {
  readonly storeId: string;
  readonly key: string;
  readonly hash: string;
  /** Whether the answer holds a secret, which is then kept sealed. */
  readonly secret: boolean;
  readonly now: Date;
}

/**
 * Does `work` once per key: a repeat gets the first's answer. Both are in the caller's transaction, so that
 * the answer is kept if and only if the work is; of two calls at once the second waits for the first.
 *
 * @throws ApiError `idempotency_conflict` if the key was used for another request.
 */
export async function once(
  trx: Kysely<Schema>,
  vault: Vault,
  { storeId, key, hash, secret, now }: IdempotentCall,
  work: () => Promise<WireAnswer>,
): Promise<WireAnswer> {
  const claimed = await claimKey(trx, { storeId, key, hash, now });
  const mine = trx.updateTable('idempotency_keys').where('store_id', '=', storeId).where('key', '=', key);
  if (claimed) {
    const answer = await work();
    const kept = secret ? { sealed: vault.seal('answer', JSON.stringify(answer)) } : answer;
    await mine.set({ answer: JSON.stringify(kept) }).execute();
    return answer;
  }
  const { request_hash, answer } = await trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (request_hash !== hash) throw new ApiError('idempotency_conflict');
  const kept = answer as { sealed?: string } & Record<string, unknown>;
  const text = kept.sealed === undefined ? undefined : vault.open('answer', kept.sealed);
  return (text === undefined ? kept : JSON.parse(text)) as unknown as WireAnswer;
}

/** @throws ApiError `invalid_body` */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key') ?? undefined;
  if (key !== undefined && (key.length === 0 || key.length > 255)) {
    throw new ApiError('invalid_body', { detail: 'Idempotency-Key must have 1 to 255 characters.' });
  }
  return key;
}
