import { quotaEvents } from './0012-quota-events.ts';

/**
 * Orders and refunds of any stores in one statement, in the locks' order of 0013: keys, orders, products, sessions,
 * counts; each kind for the whole batch in one sorted pass before the next, so that batches wait for each other in line
 * whatever they have in common. `record_order` and `record_return` of 0013 stay for processes of the version before.
 *
 * A batch counts as if its orders came before its refunds, and each by `n`: what is told twice counts the first time, and
 * the second gets the first's answer; so does what repeats an idempotency key. Answers under a key are kept as they go
 * on the wire, where the version before kept them.
 *
 * `debit_batch` takes its keys last, and sorted too from here on: else a batch of debits and one of events or orders
 * that share two keys could each wait for the other.
 */
export const ordersGathered = `
${sortKeys(quotaEvents)}
create function record_orders(p_now timestamptz, p_most int, p_keys jsonb, p_orders jsonb, p_returns jsonb)
returns table (n int, outcome text, conversion_id text, attribution text, deduped boolean, answer jsonb) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_day timestamptz := date_trunc('day', p_now, 'UTC');
  v_claimed int[] := '{}';
  v_skip int[] := '{}';
  v_fresh int[];
begin
  if jsonb_array_length(p_keys) > 0 then
    with asked as materialized (
      select distinct on (k.store_id, k.key) k.*
      from jsonb_to_recordset(p_keys) as k(n int, store_id text, key text, request_hash text)
      order by k.store_id, k.key, k.n
    ), claimed as (
      insert into idempotency_keys as y (store_id, key, request_hash, answer, expires_at)
      select a.store_id, a.key, a.request_hash, '{}', p_now + interval '24 hours' from asked a
      order by a.store_id, a.key
      on conflict (store_id, key) do update set
        request_hash = excluded.request_hash, answer = excluded.answer, expires_at = excluded.expires_at
        where y.expires_at <= p_now
      returning y.store_id, y.key
    )
    select coalesce(array_agg(a.n), '{}') into v_claimed
    from asked a join claimed c on c.store_id = a.store_id and c.key = a.key;

    select coalesce(array_agg(k.n), '{}') into v_skip
    from jsonb_to_recordset(p_keys) as k(n int) where k.n <> all(v_claimed);
  end if;

  -- A row that is left as it is, is locked too.
  insert into orders as o (store_id, platform, order_id, returns)
  select m.store_id, m.platform, m.order_id, sum(m.returns)
  from (
    select r.n, r.store_id, r.platform, r.order_id, 0 as returns
    from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text)
    union all
    select r.n, r.store_id, r.platform, r.order_id, 1
    from jsonb_to_recordset(p_returns) as r(n int, store_id text, platform text, order_id text)
  ) m
  where m.n <> all(v_skip)
  group by m.store_id, m.platform, m.order_id
  order by m.store_id, m.platform, m.order_id
  on conflict (store_id, platform, order_id) do update set returns = o.returns + excluded.returns
    where excluded.returns > 0;

  insert into order_returns (store_id, id, platform, order_id, at, refunded_cents, currency, reason)
  select r.store_id, r.id, r.platform, r.order_id, p_now, r.refunded_cents, r.currency, r.reason
  from jsonb_to_recordset(p_returns) as r(n int, store_id text, id text, platform text, order_id text,
    refunded_cents bigint, currency text, reason text)
  where r.n <> all(v_skip);

  select coalesce(array_agg(t.n), '{}') into v_fresh
  from (
    select distinct on (r.store_id, r.platform, r.order_id) r.*
    from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text)
    where r.n <> all(v_skip)
    order by r.store_id, r.platform, r.order_id, r.n
  ) t
  join orders o on o.store_id = t.store_id and o.platform = t.platform and o.order_id = t.order_id
  where o.conversion_id is null;

  if cardinality(v_fresh) > 0 then
    perform admit_products(p_now, p_most, s.stores, s.products, s.titles)
    from (
      select array_agg(d.store_id) as stores, array_agg(d.product_id) as products, array_agg(d.title) as titles
      from (
        select r.store_id, r.product_id, max(r.title) as title
        from jsonb_to_recordset(p_orders) as r(n int, store_id text, product_id text, title text)
        where r.product_id is not null and r.n = any(v_fresh)
        group by r.store_id, r.product_id order by min(r.n)
      ) d
    ) s where s.stores is not null;

    update orders o set
      conversion_id = r.id, at = p_now, amount_cents = r.amount_cents, currency = r.currency, quantity = r.quantity,
      product_id = r.product_id, product_title = r.title, email_hash = r.email_hash,
      part = case when r.product_id is null then null when exists (
          select from widget_products k where k.store_id = r.store_id and k.day = v_day and k.product_id = r.product_id
        ) then 'product' else 'other' end,
      attribution = case
        when exists (
          select from widget_sessions s
          where s.store_id = r.store_id and s.session = r.session and s.part = 'all' and s.tried_at <= p_now
        ) then 'session'
        when exists (
          select from customers c
          where c.store_id = r.store_id and c.email is not null
            and lower(c.email) collate "C" = lower(r.email) collate "C"
            and exists (
              select from tryons t where t.store_id = c.store_id and t.customer_id = c.id and t.success
                and t.at >= p_now - make_interval(mins => r.window_minutes) and t.at <= p_now)
        ) then 'email'
        else 'none' end
    from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text, id text,
      amount_cents bigint, currency text, quantity int, product_id text, title text, session uuid, email text,
      email_hash text, window_minutes int)
    where r.n = any(v_fresh) and o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id;

    perform from (
      select r.store_id, r.session, o.part, case o.part when 'product' then o.product_id when 'other' then '' end as product_id
      from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text, session uuid)
      join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
      where r.n = any(v_fresh) and r.session is not null
    ) v join widget_sessions s on s.store_id = v.store_id and s.session = v.session
      and (s.part = 'all' or (s.part = v.part and s.product_id = v.product_id))
    order by s.store_id, s.session, s.part, s.product_id for no key update of s;

    with visited as materialized (
      select distinct s.store_id, s.session, s.part, s.product_id,
        256 | ((s.steps & 4) << 7) | ((s.steps & 4) << 9) as bits
      from (
        select r.store_id, r.session, o.part, case o.part when 'product' then o.product_id when 'other' then '' end as product_id
        from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text, session uuid)
        join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
        where r.n = any(v_fresh) and r.session is not null
      ) v join widget_sessions s on s.store_id = v.store_id and s.session = v.session
        and (s.part = 'all' or (s.part = v.part and s.product_id = v.product_id))
    ), marked as (
      update widget_sessions s set steps = s.steps | v.bits, fresh = v.bits & ~s.steps
      from visited v
      where s.store_id = v.store_id and s.session = v.session and s.part = v.part and s.product_id = v.product_id
        and v.bits & ~s.steps <> 0
      returning s.store_id, s.part, s.product_id, s.platform, s.fresh, s.first_at, s.expires_at
    )
    insert into funnel_counts as c (store_id, unit, part, at, product_id, platform, events, sessions, opened, photo, tried,
      viewed, shared, cart, checkout, closed, ordered, ordered_after_tryon, tried_and_ordered, expires_at)
    select m.store_id, u.unit, m.part, d.at, m.product_id, m.platform, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      sum(m.fresh >> 8 & 1), sum(m.fresh >> 9 & 1), sum(m.fresh >> 11 & 1),
      case when u.unit = 'hour' then max(m.expires_at) when m.part <> 'all' then d.at + interval '400 days' end
    from marked m cross join (values ('day'), ('hour')) u(unit)
      cross join lateral (select date_trunc(u.unit, m.first_at, 'UTC') as at) d
    group by m.store_id, u.unit, m.part, d.at, m.product_id, m.platform
    order by m.store_id, u.unit, m.part, d.at, m.product_id, m.platform
    on conflict (store_id, unit, part, at, product_id, platform) do update set
      ordered = c.ordered + excluded.ordered, ordered_after_tryon = c.ordered_after_tryon + excluded.ordered_after_tryon,
      tried_and_ordered = c.tried_and_ordered + excluded.tried_and_ordered;
  end if;

  -- A new order brings itself and all its refunds; one that was there, the refunds of this batch.
  insert into order_days as d (store_id, part, day, product_id, platform, attribution, currency, orders, amount_cents,
    returned, refunded_cents, expires_at)
  with told as materialized (
    select r.n, r.store_id, r.platform, r.order_id, r.refunded_cents, r.currency
    from jsonb_to_recordset(p_returns) as r(n int, store_id text, platform text, order_id text, refunded_cents bigint,
      currency text)
    where r.n <> all(v_skip)
  ), touched as materialized (
    select m.store_id, m.platform, m.order_id, bool_or(m.fresh) as fresh, count(*) filter (where not m.fresh) as told
    from (
      select r.store_id, r.platform, r.order_id, true as fresh
      from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text) where r.n = any(v_fresh)
      union all
      select t.store_id, t.platform, t.order_id, false from told t
    ) m group by m.store_id, m.platform, m.order_id
  ), known as materialized (
    select t.store_id, t.platform, t.order_id, t.fresh, o.part,
      case o.part when 'product' then o.product_id when 'other' then '' end as product_id,
      date_trunc('day', o.at, 'UTC') as day, o.attribution, o.currency, o.amount_cents,
      case when o.returns > 0 and (t.fresh or o.returns = t.told) then 1 else 0 end as returned
    from touched t
    join orders o on o.store_id = t.store_id and o.platform = t.platform and o.order_id = t.order_id
    where o.conversion_id is not null
  ), moved as materialized (
    select k.store_id, k.platform, k.part, k.product_id, k.day, k.attribution, k.currency, k.fresh::int as orders,
      case when k.fresh then k.amount_cents else 0 end as amount, k.returned, 0::bigint as refunded
    from known k
    union all
    select k.store_id, k.platform, k.part, k.product_id, k.day, k.attribution, r.currency, 0, 0, 0, r.refunded_cents
    from known k
    join order_returns r on r.store_id = k.store_id and r.platform = k.platform and r.order_id = k.order_id
    where k.fresh
    union all
    select k.store_id, k.platform, k.part, k.product_id, k.day, k.attribution, t.currency, 0, 0, 0, t.refunded_cents
    from known k join told t on t.store_id = k.store_id and t.platform = k.platform and t.order_id = k.order_id
    where not k.fresh
  )
  select m.store_id, p.part, m.day, p.product_id, m.platform, m.attribution, m.currency, sum(m.orders), sum(m.amount),
    sum(m.returned), sum(m.refunded), case when p.part <> 'all' then m.day + interval '400 days' end
  from moved m cross join lateral (
    select 'all' as part, '' as product_id union all select m.part, m.product_id where m.part is not null
  ) p
  group by m.store_id, p.part, m.day, p.product_id, m.platform, m.attribution, m.currency
  order by m.store_id, p.part, m.day, p.product_id, m.platform, m.attribution, m.currency
  on conflict (store_id, part, day, product_id, platform, attribution, currency) do update set
    orders = d.orders + excluded.orders, amount_cents = d.amount_cents + excluded.amount_cents,
    returned = d.returned + excluded.returned, refunded_cents = d.refunded_cents + excluded.refunded_cents;

  if cardinality(v_claimed) > 0 then
    update idempotency_keys y set answer = jsonb_build_object('status', 201, 'body', a.body)
    from (
      select r.n, jsonb_build_object('id', o.conversion_id, 'attributedFromTryOn', o.attribution <> 'none')
        || case when r.n = any(v_fresh) then '{}'::jsonb else '{"deduped": true}' end as body
      from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text)
      join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
      where r.n = any(v_claimed)
      union all
      select r.n, jsonb_build_object('id', r.id, 'conversionEventId', o.conversion_id)
      from jsonb_to_recordset(p_returns) as r(n int, store_id text, platform text, order_id text, id text)
      join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
      where r.n = any(v_claimed)
    ) a
    join jsonb_to_recordset(p_keys) as k(n int, store_id text, key text) on k.n = a.n
    where y.store_id = k.store_id and y.key = k.key;
  end if;

  return query
  select r.n, 'recorded', o.conversion_id, o.attribution, r.is_order and r.n <> all(v_fresh), null::jsonb
  from (
    select r.n, r.store_id, r.platform, r.order_id, true as is_order
    from jsonb_to_recordset(p_orders) as r(n int, store_id text, platform text, order_id text)
    union all
    select r.n, r.store_id, r.platform, r.order_id, false
    from jsonb_to_recordset(p_returns) as r(n int, store_id text, platform text, order_id text)
  ) r
  join orders o on o.store_id = r.store_id and o.platform = r.platform and o.order_id = r.order_id
  where r.n <> all(v_skip)
  union all
  select k.n, case when y.request_hash = k.request_hash then 'repeated' else 'conflict' end, null, null, null, y.answer
  from jsonb_to_recordset(p_keys) as k(n int, store_id text, key text, request_hash text)
  join idempotency_keys y on y.store_id = k.store_id and y.key = k.key
  where k.n = any(v_skip);
end
$$;
`;

function sortKeys(debitBatch: string): string {
  const place = /(a\.outcome not in \('replayed', [^)]*\))(\s+on conflict \(store_id, key\))/;
  if (!place.test(debitBatch)) throw new Error('debit_batch of 0012 keeps its keys elsewhere');
  return debitBatch.replace(place, '$1\n    order by a.store_id, a.idempotency_key$2');
}
