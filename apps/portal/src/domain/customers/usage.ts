import type { CustomerUsage } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { currentPeriodStart, periodEnd } from '../period.ts';
import type { CustomerRow } from './customer.ts';

const HISTORY = 12;

/**
 * What a customer has used and has left now. A lapsed period is shown as the next debit will roll it;
 * nothing is written.
 */
export async function readUsage(db: Kysely<Schema>, row: CustomerRow, now: Date): Promise<CustomerUsage> {
  const start = currentPeriodStart(row.period_start, now);
  const lapsed = start > row.period_start;
  const [plan, grants, kept] = await Promise.all([
    planOf(db, row),
    grantsOf(db, row, now),
    db
      .selectFrom('usage_periods')
      .select(['period_start', 'period_end', 'used', 'limit'])
      .where('store_id', '=', row.store_id)
      .where('customer_id', '=', row.id)
      .orderBy('period_start', 'desc')
      .limit(HISTORY)
      .execute(),
  ]);
  const planLimit = plan?.monthlyTryOns ?? 0;
  const planUsed = lapsed ? 0 : row.period_plan_used;
  const grantsUsed = lapsed ? 0 : row.period_grants_used;
  const remaining = Math.max(0, planLimit - planUsed) + grants.remaining;
  const ended = {
    period_start: row.period_start,
    period_end: periodEnd(row.period_start),
    used: row.period_plan_used + row.period_grants_used,
    limit: planLimit + row.period_grants_used,
  };
  return {
    customer_id: row.id,
    external_id: row.external_id,
    plan,
    status: row.status,
    period_start: start.toISOString(),
    period_end: periodEnd(start).toISOString(),
    current: {
      used: planUsed + grantsUsed,
      limit: planLimit + grantsUsed + grants.remaining,
      remaining,
      ok: row.status === 'ACTIVE' && remaining > 0,
    },
    ...(grants.any
      ? { grants: { remaining: grants.remaining, next_expires_at: grants.nextExpiry?.toISOString() ?? null } }
      : {}),
    history: [...(lapsed ? [ended] : []), ...kept].slice(0, HISTORY).map((period) => ({
      period_start: period.period_start.toISOString(),
      period_end: period.period_end.toISOString(),
      used: period.used,
      limit: period.limit,
    })),
  };
}

export async function planOf(db: Kysely<Schema>, row: CustomerRow): Promise<CustomerUsage['plan']> {
  if (row.plan_id === null) return null;
  const plan = await db
    .selectFrom('plans')
    .select(['id', 'name', 'monthly_try_ons'])
    .where('store_id', '=', row.store_id)
    .where('id', '=', row.plan_id)
    .executeTakeFirst();
  return plan ? { id: plan.id, name: plan.name, monthlyTryOns: plan.monthly_try_ons } : null;
}

async function grantsOf(
  db: Kysely<Schema>,
  row: CustomerRow,
  now: Date,
): Promise<{ any: boolean; remaining: number; nextExpiry: Date | null }> {
  const grants = await db
    .selectFrom('grants')
    .select(['amount', 'spent', 'expires_at', 'revoked_at'])
    .where('store_id', '=', row.store_id)
    .where('customer_id', '=', row.id)
    .orderBy('expires_at')
    .execute();
  const live = grants.filter(
    (grant) =>
      grant.revoked_at === null &&
      grant.spent < grant.amount &&
      (grant.expires_at === null || grant.expires_at > now),
  );
  return {
    any: grants.length > 0,
    remaining: live.reduce((sum, grant) => sum + grant.amount - grant.spent, 0),
    nextExpiry: live[0]?.expires_at ?? null,
  };
}
