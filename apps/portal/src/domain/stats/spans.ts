import { EXTERNAL_ID, EXTERNAL_ID_PLATFORMS } from '@genvoris/contract';
import { type RawBuilder, sql } from 'kysely';

export interface Span {
  readonly storeId: string;
  readonly from: Date;
  readonly to: Date;
}

/** An id is made a moment before its row's time is taken; no request takes this long (ms). */
export const SLACK_MS = 600_000;

const PLATFORM = sql`case when c.external_id is null then 'guest' ${sql.join(
  EXTERNAL_ID_PLATFORMS.map(
    (name) =>
      sql`when starts_with(c.external_id, ${sql.lit(EXTERNAL_ID[name].prefix)}) then ${sql.lit(name)}`,
  ),
  sql` `,
)} else 'other' end`;

/** Try-ons by day and platform, from the try-ons themselves: a range of their primary key. */
export function tryonDays({ storeId, from, to }: Span): RawBuilder<unknown> {
  return sql`
    select t.store_id, date_trunc('day', t.at, 'UTC') as day, ${PLATFORM} as platform,
      (count(*) filter (where t.success))::int as completed,
      (count(*) filter (where not t.success))::int as failed, count(t.debit_id)::int as credits
    from tryons t
    left join lateral (
      select x.external_id from customers x where x.store_id = t.store_id and x.id = t.customer_id offset 0
    ) c on true
    where ${within('t', 'try_', { storeId, from, to })}
    group by 1, 2, 3`;
}

/** What the accounts gained and lost, from the entries themselves; packs are one account. */
export function ledgerMoves(span: Span): RawBuilder<unknown> {
  return sql`
    select e.store_id, case when m.account like 'pack:%' then 'packs' else m.account end as account,
      sum(m.amount)::bigint as amount
    from ledger_entries e cross join lateral (values (e.source, -e.amount), (e.sink, e.amount)) m(account, amount)
    where ${within('e', 'led_', span)}
    group by 1, 2`;
}

function within(alias: string, prefix: string, { storeId, from, to }: Span): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column('store_id')} = ${storeId}
    and ${column('id')} >= ${firstId(prefix, from.getTime() - SLACK_MS)}
    and ${column('id')} < ${firstId(prefix, to.getTime() + SLACK_MS)}
    and ${column('at')} >= ${from.toISOString()}::timestamptz and ${column('at')} < ${to.toISOString()}::timestamptz`;
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the ids of this millisecond begin with. */
export function firstId(prefix: string, ms: number): string {
  let text = '';
  for (let rest = Math.max(0, ms), i = 0; i < 10; i += 1, rest = Math.floor(rest / 32))
    text = DIGITS[rest % 32] + text;
  return prefix + text;
}
