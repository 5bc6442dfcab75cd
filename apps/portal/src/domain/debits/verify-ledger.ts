import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';

export interface LedgerReport {
  readonly stores: number;
  readonly entries: number;
  readonly debits: number;
  /** What does not hold, in sentences; empty if all holds. */
  readonly faults: readonly string[];
}

/** Each query returns the rows that break one rule; none may return any. */
const RULES: readonly { readonly rule: string; readonly query: string }[] = [
  {
    rule: 'Source and sink of every entry cancel out over all accounts',
    query: `select store_id, sum(amount) as what from (
        select store_id, source as account, -amount as amount from ledger_entries
        union all select store_id, sink, amount from ledger_entries
      ) moves group by store_id having sum(amount) <> 0`,
  },
  {
    rule: 'What the entries leave in a pack is what the pack has left',
    query: `select k.store_id, k.id || ': ' || k.remaining || ' left, ' || coalesce(m.amount, 0) || ' by the entries' as what
      from packs k full join (
        select store_id, account, sum(amount) as amount from (
          select store_id, source as account, -amount as amount from ledger_entries
          union all select store_id, sink, amount from ledger_entries
        ) moves where account like 'pack:%' group by store_id, account
      ) m on m.store_id = k.store_id and m.account = 'pack:' || k.id
      where k.remaining is distinct from coalesce(m.amount, 0)`,
  },
  {
    rule: "A pool's balance is what its packs have left",
    query: `select p.store_id, p.balance || ' in the pool, ' || coalesce(k.amount, 0) || ' in packs' as what
      from pools p left join (select store_id, sum(remaining) as amount from packs group by store_id) k
        on k.store_id = p.store_id
      where p.balance <> coalesce(k.amount, 0)`,
  },
  {
    rule: 'Every debited try-on has its credit in an entry, and every debit entry its try-ons',
    query: `select coalesce(t.store_id, e.store_id) as store_id, coalesce(t.debit_id, e.debit_id) || ': ' || coalesce(t.amount, 0) || ' try-ons, ' || coalesce(e.amount, 0) || ' credits' as what
      from (select store_id, debit_id, count(*) as amount from tryons where debit_id is not null group by store_id, debit_id) t
      full join (select store_id, debit_id, sum(amount) as amount from ledger_entries where kind = 'debit' group by store_id, debit_id) e
        on e.store_id = t.store_id and e.debit_id = t.debit_id
      where t.amount is distinct from e.amount`,
  },
  {
    rule: 'A successful try-on is debited, a failed one is not',
    query: `select store_id, id as what from tryons where success <> (debit_id is not null)`,
  },
  {
    rule: "What a customer's grants have spent is what try-ons charged to them",
    query: `select coalesce(g.store_id, t.store_id) as store_id, coalesce(g.customer_id, t.customer_id) || ': ' || coalesce(g.amount, 0) || ' spent, ' || coalesce(t.amount, 0) || ' charged' as what
      from (select store_id, customer_id, sum(spent) as amount from grants group by store_id, customer_id having sum(spent) > 0) g
      full join (select store_id, customer_id, count(*) as amount from tryons where charged_to = 'grant' group by store_id, customer_id) t
        on t.store_id = g.store_id and t.customer_id = g.customer_id
      where g.amount is distinct from t.amount`,
  },
  {
    rule: "A customer's used try-ons, of all periods, are the try-ons charged to the customer",
    query: `select c.store_id, c.id || ': ' || (c.period_plan_used + c.period_grants_used + coalesce(u.used, 0)) || ' used, ' || coalesce(t.amount, 0) || ' charged' as what
      from customers c
      left join (select store_id, customer_id, sum(used) as used from usage_periods group by store_id, customer_id) u
        on u.store_id = c.store_id and u.customer_id = c.id
      left join (select store_id, customer_id, count(*) as amount from tryons where charged_to <> 'nobody' group by store_id, customer_id) t
        on t.store_id = c.store_id and t.customer_id = c.id
      where c.period_plan_used + c.period_grants_used + coalesce(u.used, 0) <> coalesce(t.amount, 0)`,
  },
];

const MOST_FAULTS = 50;

/** Proves the ledger against the balances, in one snapshot. Reads everything; changes nothing. */
export function verifyLedger(db: Kysely<Schema>): Promise<LedgerReport> {
  return db.transaction().setIsolationLevel('repeatable read').execute(checkLedger);
}

/** `verifyLedger` within a transaction of the caller's. */
export async function checkLedger(trx: Kysely<Schema>): Promise<LedgerReport> {
  const faults: string[] = [];
  for (const { rule, query } of RULES) {
    const { rows } = await sql
      .raw<{ store_id: string; what: unknown }>(`${query} limit ${MOST_FAULTS}`)
      .execute(trx);
    for (const row of rows) faults.push(`${rule}: not so in ${row.store_id} (${row.what})`);
  }
  const { rows } = await sql<{ stores: number; entries: number; debits: number }>`
    select (select count(*)::int from stores) as stores,
      (select count(*)::int from ledger_entries) as entries,
      (select count(*)::int from tryons where debit_id is not null) as debits`.execute(trx);
  return { stores: 0, entries: 0, debits: 0, ...rows[0], faults };
}
