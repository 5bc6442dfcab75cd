import type { CustomerUsage } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { emit } from '../outbox.ts';

/** Tells of a try-on that was refused for the customer's allowance, under both names. (Debits tell of theirs in SQL.) */
export async function tellRefused(
  db: Kysely<Schema>,
  storeId: string,
  { customer_id, external_id, plan, period_start, period_end, current }: CustomerUsage,
  now: Date,
): Promise<void> {
  const { used, limit, remaining } = current;
  const plan_id = plan?.id ?? null;
  const data = { customer_id, external_id, plan_id, period_start, period_end, used, limit, remaining };
  await db.transaction().execute(async (trx) => {
    for (const type of ['customer.quota_exhausted', 'end_customer.quota_exhausted'] as const)
      await emit(trx, { storeId, type, data, now });
  });
}
