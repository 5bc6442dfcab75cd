import type { CustomerUsage } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { claimKey } from '../claim-key.ts';
import { emit } from '../outbox.ts';

/**
 * Tells of a try-on that was refused for the customer's allowance, under both names; of one with a key once, however
 * often it is repeated. (Debits tell of theirs in SQL.)
 */
export async function tellRefused(
  db: Kysely<Schema>,
  storeId: string,
  { customer_id, external_id, plan, period_start, period_end, current }: CustomerUsage,
  { debitKey, now }: { readonly debitKey: string | undefined; readonly now: Date },
): Promise<void> {
  const { used, limit, remaining } = current;
  const plan_id = plan?.id ?? null;
  const data = { customer_id, external_id, plan_id, period_start, period_end, used, limit, remaining };
  await db.transaction().execute(async (trx) => {
    // No header brings a line break: it is a key beside the debit's own, which a refusal before it leaves free.
    const key = debitKey === undefined ? undefined : `told\n${debitKey}`;
    if (key !== undefined && !(await claimKey(trx, { storeId, key, hash: '', now }))) return;
    for (const type of ['customer.quota_exhausted', 'end_customer.quota_exhausted'] as const)
      await emit(trx, { storeId, type, data, now });
  });
}
