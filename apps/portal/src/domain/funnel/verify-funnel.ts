import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

export interface FunnelReport {
  readonly orders: number;
  readonly returns: number;
  /** Visits that are still kept. */
  readonly visits: number;
  /** What does not hold, in sentences; empty if all holds. */
  readonly faults: readonly string[];
}

/** Each query returns the rows that break one rule; none may return any. */
const RULES: readonly { readonly rule: string; readonly query: string }[] = [
  {
    rule: 'A day has the orders, amounts and returned orders that were told of it',
    query: `select coalesce(o.store_id, d.store_id) as store_id,
        coalesce(o.day, d.day) || ': ' || coalesce(o.orders, 0) || ' told, ' || coalesce(d.orders, 0) || ' counted' as what
      from (
        select store_id, date_trunc('day', at, 'UTC') as day, platform, attribution, currency, count(*) as orders,
          sum(amount_cents) as amount, count(*) filter (where returns > 0) as returned
        from orders where conversion_id is not null group by 1, 2, 3, 4, 5
      ) o full join (
        select store_id, day, platform, attribution, currency, orders, amount_cents as amount, returned from order_days
        where part = 'all' and (orders, amount_cents, returned) <> (0, 0, 0)
      ) d on d.store_id = o.store_id and d.day = o.day and d.platform = o.platform and d.attribution = o.attribution
        and d.currency = o.currency
      where (o.orders, o.amount, o.returned) is distinct from (d.orders, d.amount, d.returned)`,
  },
  {
    rule: 'A day has the refunds of its orders',
    query: `select coalesce(r.store_id, d.store_id) as store_id,
        coalesce(r.day, d.day) || ': ' || coalesce(r.refunded, 0) || ' told, ' || coalesce(d.refunded, 0) || ' counted' as what
      from (
        select o.store_id, date_trunc('day', o.at, 'UTC') as day, o.platform, o.attribution, r.currency,
          sum(r.refunded_cents) as refunded
        from order_returns r
        join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
        where o.conversion_id is not null group by 1, 2, 3, 4, 5 having sum(r.refunded_cents) <> 0
      ) r full join (
        select store_id, day, platform, attribution, currency, refunded_cents as refunded from order_days
        where part = 'all' and refunded_cents <> 0
      ) d on d.store_id = r.store_id and d.day = r.day and d.platform = r.platform and d.attribution = r.attribution
        and d.currency = r.currency
      where r.refunded is distinct from d.refunded`,
  },
  {
    rule: 'An order has as many refunds as were told of it',
    query: `select o.store_id, o.order_id || ': ' || o.returns || ' counted, ' || count(r.id) || ' told' as what
      from orders o left join order_returns r
        on r.store_id = o.store_id and r.platform = o.platform and r.order_id = o.order_id
      group by o.store_id, o.platform, o.order_id, o.returns having o.returns <> count(r.id)`,
  },
  {
    rule: 'No more visits are kept than were counted, at any step',
    query: `select s.store_id, s.visits || ' visits kept, ' || coalesce(c.visits, 0) || ' counted' as what
      from (
        select store_id, platform, count(*) as visits, count(*) filter (where steps & 4 <> 0) as tried,
          count(*) filter (where steps & 256 <> 0) as ordered
        from widget_sessions where part = 'all' group by 1, 2
      ) s left join (
        select store_id, platform, sum(sessions) as visits, sum(tried) as tried, sum(ordered) as ordered
        from funnel_counts where unit = 'day' and part = 'all' group by 1, 2
      ) c on c.store_id = s.store_id and c.platform = s.platform
      where s.visits > coalesce(c.visits, 0) or s.tried > coalesce(c.tried, 0) or s.ordered > coalesce(c.ordered, 0)`,
  },
];

/** Holds the counts of orders, returns and visits against what they were counted from, of all stores. */
export async function verifyFunnel(db: Kysely<Schema>): Promise<FunnelReport> {
  return db.transaction().setIsolationLevel('repeatable read').execute(checkFunnel);
}

/** The same within a transaction. */
export async function checkFunnel(trx: Kysely<Schema>): Promise<FunnelReport> {
  const faults: string[] = [];
  for (const { rule, query } of RULES) {
    const { rows } = await sql<{ store_id: string; what: string }>`${sql.raw(query)} limit 20`.execute(trx);
    for (const row of rows) faults.push(`${rule}: not so in ${row.store_id} (${row.what})`);
  }
  const { rows } = await sql<Omit<FunnelReport, 'faults'>>`
    select (select count(*)::int from orders where conversion_id is not null) as orders,
      (select count(*)::int from order_returns) as returns,
      (select count(*)::int from widget_sessions where part = 'all') as visits`.execute(trx);
  return { orders: 0, returns: 0, visits: 0, ...rows[0], faults };
}
