import pg from 'pg';

/** What the database says, read straight from its tables. */
export interface Ledger {
  readonly stores: readonly {
    readonly name: string;
    readonly storeId: string;
    /** Bought in all. */
    readonly issued: number;
    /** In the pool's own book. */
    readonly balance: number;
    /** Left in its packs. */
    readonly left: number;
    /** Debits by the ledger's entries. */
    readonly debited: number;
  }[];
  /** Every try-on that was recorded, by the id its client gave it. */
  readonly tryons: readonly {
    readonly id: string;
    /** The `X-Request-Id` of the call. */
    readonly requestId?: string | undefined;
    readonly store: string;
    readonly debited: boolean;
  }[];
  readonly customers: readonly {
    readonly id: string;
    readonly used: number;
    readonly limit: number;
    readonly charged: number;
  }[];
  /** The lowest value that any pack's running balance, or any other count, ever had. */
  readonly lowest: number;
}

export async function readLedger(connectionString: string): Promise<Ledger> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const rows = async <Row>(text: string) => (await client.query(text)).rows as Row[];
    const stores = await rows<Ledger['stores'][number]>(`
      select s.name, s.store_id as "storeId", p.balance,
        (select coalesce(sum(amount), 0)::int from packs k where k.store_id = s.store_id) as issued,
        (select coalesce(sum(remaining), 0)::int from packs k where k.store_id = s.store_id) as "left",
        (select coalesce(sum(amount), 0)::int from ledger_entries e where e.store_id = s.store_id and e.kind = 'debit') as debited
      from stores s join pools p using (store_id)`);
    const tryons = await rows<Ledger['tryons'][number]>(`
      select t.report ->> 'product_title' as id, t.report ->> 'request_id' as "requestId", s.name as store, t.debit_id is not null as debited
      from tryons t join stores s using (store_id)`);
    const customers = await rows<Ledger['customers'][number]>(`
      select c.external_id as id, c.period_plan_used + c.period_grants_used as used, coalesce(l.monthly_try_ons, 0) as "limit",
        (select count(*)::int from tryons t where t.store_id = c.store_id and t.customer_id = c.id and t.charged_to <> 'nobody') as charged
      from customers c left join plans l on l.store_id = c.store_id and l.id = c.plan_id`);
    const [lowest] = await rows<{ lowest: number }>(`
      select least(
        (select min(balance) from pools),
        (select min(remaining) from packs),
        (select min(running)::int from (
          select sum(case when sink = account then amount else -amount end) over (partition by store_id, account order by at, kind desc, id) as running
          from (select *, unnest(array[source, sink]) as account from ledger_entries) moves where account like 'pack:%'
        ) r)) as lowest`);
    return { stores, tryons, customers, lowest: lowest?.lowest ?? 0 };
  } finally {
    await client.end();
  }
}
