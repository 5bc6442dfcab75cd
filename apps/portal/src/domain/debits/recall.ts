import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { type DebitOutcome, OUTCOMES } from './debit.ts';
import { type TrackCall, type Tracked, toTracked } from './tracked.ts';

/**
 * The answer that this idempotency key got before, if any. A repeat of a debited try-on gets its answer even
 * where the first check would refuse it by now, because its token has expired meanwhile.
 */
export async function recallDebit(
  { db }: { readonly db: Kysely<Schema> },
  storeId: string,
  { idempotency, now }: TrackCall,
): Promise<Tracked | undefined> {
  if (!idempotency) return undefined;
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('store_id', '=', storeId)
    .where('key', '=', idempotency.key)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.request_hash !== idempotency.hash) return { ok: false, error: 'idempotency_conflict', more: {} };
  const { outcome, remaining, used, limit, left } = row.answer as Record<string, unknown>;
  const known = OUTCOMES.find((each): each is DebitOutcome => each === outcome);
  if (!known) return undefined;
  return toTracked({
    outcome: known,
    remainingCredits: Number(remaining),
    quota: used == null ? undefined : { used: Number(used), limit: Number(limit), remaining: Number(left) },
  });
}

/** Whether a try-on was debited under this key, whatever is asked for under it now. */
export async function isDebited(
  { db }: { readonly db: Kysely<Schema> },
  storeId: string,
  key: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select('answer')
    .where('store_id', '=', storeId)
    .where('key', '=', key)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return (row?.answer as { outcome?: DebitOutcome } | undefined)?.outcome === 'debited';
}
