/**
 * `debit_batch` of 0011, where it says how it works, once more and under the same name, for it is called in the same
 * way: processes of the version before debit by it too. A try-on that is refused because the allowance is spent is
 * told of (once: a repeat under its idempotency key is a `replayed` and tells nothing), and no longer the one that
 * spends it, nor that the store's pool is spent. A warning says its threshold as a share. `pools.period_exhausted` is used no longer.
 */
export const quotaEvents = `
create or replace function debit_batch(
  p_now timestamptz, p_stores text[], p_shop_stores text[], p_shop_keys text[], p_shop_revisions int[],
  p_customer_stores text[], p_customers text[], p_requests jsonb
) returns table (
  n int, outcome text, remaining int, used int, "limit" int, "left" int
) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_lapsed boolean;
begin
  select coalesce(bool_or(l.settle_at <= p_now), false) into v_lapsed from (
    select p.settle_at from pools p where p.store_id = any(p_stores) order by p.store_id for no key update
  ) l;
  if v_lapsed then perform settle_pools(p_stores, p_now); end if;

  if cardinality(p_customers) > 0 then
    select coalesce(bool_or(l.period_start <= p_now - interval '720 hours'), false) into v_lapsed from (
      select c.period_start from unnest(p_customer_stores, p_customers) as u(store_id, customer_id)
      join customers c on c.store_id = u.store_id and c.id = u.customer_id
      order by c.store_id, c.id for no key update of c
    ) l;
    if v_lapsed then perform roll_customers(p_customer_stores, p_customers, p_now); end if;
  end if;

  return query
  with shops as materialized (
    select
      array_agg(case
        when k.id is null or k.revoked_at is not null or k.revision <> u.revision then 'stale_key'
        when st.status = 'SUSPENDED' then 'account_inactive' end order by u.position) as verdicts,
      array_agg(p.balance order by u.position) as balances,
      array_agg(st.overage_enabled order by u.position) as overages
    from unnest(p_shop_stores, p_shop_keys, p_shop_revisions) with ordinality as u(store_id, key_id, revision, position)
    left join stores st on st.store_id = u.store_id
    left join pools p on p.store_id = u.store_id
    left join api_keys k on k.store_id = u.store_id and k.id = u.key_id
  ), checked as materialized (
    select r.n, r.tryon_id, r.store_id, r.customer_id, r.idempotency_key, r.request_hash, r.success, r.report,
      shops.balances[r.shop] as balance, shops.overages[r.shop] as overage,
      a.external_id, a.plan_id, a.period_start, a.warned, a.plan_left, a.grants_left, a.used, a.total,
      i.outcome as replayed_outcome, i.remaining as replayed_remaining, i.used as replayed_used,
      i."limit" as replayed_limit, i."left" as replayed_left,
      case
        when i.request_hash <> r.request_hash then 'idempotency_conflict'
        when i.request_hash is not null then 'replayed'
        when shops.verdicts[r.shop] is not null then shops.verdicts[r.shop]
        when r.customer_id is null and r.success then null
        when r.customer_id is null then 'failed'
        when a.status is null or se.revoked is null then 'invalid_session_token'
        -- Cancelling revokes every session, and this word says more than that one.
        when a.status = 'CANCELLED' and r.success then 'cancelled'
        when se.revoked then 'invalid_session_token'
        when not r.success then 'failed'
        when a.status = 'PAUSED' then 'paused'
      end as verdict
    from jsonb_to_recordset(p_requests) as r(
      n int, tryon_id text, shop int, store_id text, customer_id text, session_id text, idempotency_key text,
      request_hash text, success boolean, report jsonb)
    cross join shops
    left join lateral debit_replay(r.store_id, r.idempotency_key, p_now) i on r.idempotency_key is not null
    left join lateral (
      select z.revoked_at is not null as revoked from sessions z
      where z.store_id = r.store_id and z.jti = r.session_id and z.customer_id = r.customer_id offset 0
    ) se on r.session_id is not null
    left join lateral (
      select c.status, c.external_id, c.plan_id, c.period_start, c.period_warned as warned,
        greatest(0, coalesce(l.monthly_try_ons, 0) - c.period_plan_used) as plan_left,
        coalesce(g.unspent, 0) as grants_left,
        c.period_plan_used + c.period_grants_used as used,
        coalesce(l.monthly_try_ons, 0) + c.period_grants_used + coalesce(g.unspent, 0) as total
      from customers c
      left join plans l on l.store_id = c.store_id and l.id = c.plan_id
      left join lateral (
        select sum(g.amount - g.spent)::int as unspent from grants g
        where g.store_id = c.store_id and g.customer_id = c.id and g.revoked_at is null and g.spent < g.amount
          and (g.expires_at is null or g.expires_at > p_now)
      ) g on true
      where c.store_id = r.store_id and c.id = r.customer_id offset 0
    ) a on r.customer_id is not null
  ), ranked as (
    select c.*, row_number() over (partition by c.store_id, c.customer_id, c.verdict is null order by c.n) as turn
    from checked c
  ), admitted as (
    select k.*, (k.verdict is null and (k.customer_id is null or k.turn <= k.plan_left + k.grants_left)) as admitted
    from ranked k
  ), placed as (
    select a.*, a.admitted and (a.overage
      or row_number() over (partition by a.store_id, a.admitted order by a.n) <= a.balance) as debited
    from admitted a
  ), served as materialized (
    select p.*,
      (count(*) filter (where p.debited) over (partition by p.store_id order by p.n))::int as pool_taken,
      (count(*) filter (where p.debited) over (partition by p.store_id, p.customer_id order by p.n))::int as taken,
      (count(*) filter (where p.debited) over (partition by p.store_id, p.customer_id))::int as taken_in_all
    from placed p
  ), answered as materialized (
    select v.*,
      case
        when v.debited then 'debited'
        when v.verdict is not null then v.verdict
        -- A shopper refused after the pool ran dry, with something of their own left, is refused by the pool.
        when v.admitted or v.taken_in_all < v.plan_left + v.grants_left then 'credit_limit_reached'
        when v.plan_id is null and v.total = 0 then 'no_plan'
        else 'quota_exhausted'
      end as outcome,
      greatest(0, v.balance - v.pool_taken) as remaining_credits,
      case when v.customer_id is not null then v.used + v.taken end as now_used,
      case when v.customer_id is not null then v.plan_left + v.grants_left - v.taken end as now_left
    from served v
  ), stores_hit as materialized (
    select a.store_id, count(*)::int as debits, min(a.balance) as balance, min(a.tryon_id) as first_id
    from answered a where a.debited group by a.store_id
  ), customers_hit as materialized (
    select a.store_id, a.customer_id, a.external_id, a.plan_id, a.period_start, a.warned, a.plan_left, a.grants_left, a.used, a.total,
      count(*)::int as debits, min(a.tryon_id) as first_id
    from answered a where a.debited and a.customer_id is not null
    group by a.store_id, a.customer_id, a.external_id, a.plan_id, a.period_start, a.warned, a.plan_left, a.grants_left, a.used, a.total
  ), pack_draws as materialized (
    select h.store_id, h.first_id, k.id, least(k.remaining, h.debits - k.before) as take
    from stores_hit h cross join lateral (
      select k.id, k.remaining,
        (sum(k.remaining) over (order by k.expires_at, k.created_at, k.id) - k.remaining)::int as before
      from packs k where k.store_id = h.store_id and k.remaining > 0 offset 0
    ) k where k.before < h.debits
  ), grant_draws as materialized (
    select h.store_id, g.order_id, least(g.unspent, h.debits - h.plan_left - g.before) as take
    from customers_hit h cross join lateral (
      select g.order_id, g.amount - g.spent as unspent,
        (sum(g.amount - g.spent) over (order by g.expires_at, g.created_at, g.order_id) - (g.amount - g.spent))::int as before
      from grants g
      where g.store_id = h.store_id and g.customer_id = h.customer_id and g.revoked_at is null and g.spent < g.amount
        and (g.expires_at is null or g.expires_at > p_now) offset 0
    ) g where h.debits > h.plan_left and g.before < h.debits - h.plan_left
  ), pay_pools as (
    update pools p set
      balance = p.balance - least(p.balance, h.debits),
      period_used = p.period_used + h.debits,
      period_overage = p.period_overage + greatest(0, h.debits - p.balance)
    from stores_hit h where p.store_id = h.store_id
  ), pay_packs as (
    update packs k set remaining = k.remaining - d.take from pack_draws d where k.store_id = d.store_id and k.id = d.id
  ), pay_grants as (
    update grants g set spent = g.spent + d.take from grant_draws d where g.store_id = d.store_id and g.order_id = d.order_id
  ), pay_customers as (
    update customers c set
      period_plan_used = c.period_plan_used + least(h.plan_left, h.debits),
      period_grants_used = c.period_grants_used + greatest(0, h.debits - h.plan_left),
      period_warned = h.warned or (h.used + h.debits) * 5 >= h.total * 4
    from customers_hit h where c.store_id = h.store_id and c.id = h.customer_id
  ), write_ledger as (
    insert into ledger_entries (store_id, id, at, kind, source, sink, amount, debit_id)
    select d.store_id, 'led_' || substr(d.first_id, 5) || d.id, p_now, 'debit', 'pack:' || d.id, 'used', d.take, d.first_id
    from pack_draws d
    union all
    select h.store_id, 'led_' || substr(h.first_id, 5) || 'overage', p_now, 'debit', 'overage', 'used', h.debits - h.balance, h.first_id
    from stores_hit h where h.debits > h.balance
  ), write_tryons as (
    insert into tryons (store_id, id, at, success, customer_id, charged_to, debit_id, report)
    select a.store_id, a.tryon_id, p_now, a.success, a.customer_id,
      case when not a.debited or a.customer_id is null then 'nobody' when a.taken <= a.plan_left then 'plan' else 'grant' end,
      case when a.debited then min(a.tryon_id) filter (where a.debited) over (partition by a.store_id) end, a.report
    from answered a where a.outcome in ('debited', 'failed')
  ), write_outbox as (
    insert into outbox (store_id, id, type, created_at, data)
    select a.store_id, 'evt_' || substr(a.tryon_id, 5), case when a.success then 'tryon.completed' else 'tryon.failed' end, p_now,
      a.report || jsonb_build_object('store_id', a.store_id, 'customer_id', a.customer_id, 'external_id', a.external_id,
        'remaining_credits', a.remaining_credits)
      || case when a.customer_id is null or not a.success then '{}'::jsonb else jsonb_build_object('end_customer_quota',
        jsonb_build_object('used', a.now_used, 'limit', a.total, 'remaining', a.now_left)) end
    from answered a where a.outcome in ('debited', 'failed')
    union all
    select h.store_id, 'evt_' || substr(h.first_id, 5) || 'W', 'end_customer.quota_warning', p_now, jsonb_build_object(
        'customer_id', h.customer_id, 'external_id', h.external_id, 'plan_id', h.plan_id,
        'period_start', iso(h.period_start), 'period_end', iso(h.period_start + interval '720 hours'),
        'used', w.used, 'limit', h.total, 'remaining', h.plan_left + h.grants_left - (w.used - h.used), 'threshold', 0.8)
    from customers_hit h cross join lateral (select greatest(h.used + 1, (h.total * 4 + 4) / 5) as used) w
    where not h.warned and (h.used + h.debits) * 5 >= h.total * 4
    union all
    select a.store_id, 'evt_' || substr(a.tryon_id, 5) || e.suffix, e.type, p_now, jsonb_build_object(
        'customer_id', a.customer_id, 'external_id', a.external_id, 'plan_id', a.plan_id,
        'period_start', iso(a.period_start), 'period_end', iso(a.period_start + interval '720 hours'),
        'used', a.now_used, 'limit', a.total, 'remaining', a.now_left)
    from answered a
    cross join (values ('Q', 'customer.quota_exhausted'), ('X', 'end_customer.quota_exhausted')) as e(suffix, type)
    where a.outcome = 'quota_exhausted'
    union all
    select h.store_id, 'evt_' || substr(h.first_id, 5) || 'L', 'credit.low_balance', p_now, jsonb_build_object(
        'store_id', h.store_id, 'remaining_credits', st.low_balance_threshold, 'threshold', st.low_balance_threshold)
    from stores_hit h join stores st on st.store_id = h.store_id
    where st.low_balance_threshold > 0 and h.balance > st.low_balance_threshold
      and h.balance - h.debits <= st.low_balance_threshold
  ), remember as (
    insert into idempotency_keys as y (store_id, key, request_hash, answer, expires_at)
    select a.store_id, a.idempotency_key, a.request_hash, jsonb_build_object('outcome', a.outcome, 'remaining', a.remaining_credits,
      'used', a.now_used, 'limit', a.total, 'left', a.now_left), p_now + interval '24 hours'
    from answered a
    where a.idempotency_key is not null and a.outcome not in ('replayed', 'idempotency_conflict', 'stale_key', 'account_inactive', 'invalid_session_token')
    on conflict (store_id, key) do update set
      request_hash = excluded.request_hash, answer = excluded.answer, expires_at = excluded.expires_at
      where y.expires_at <= p_now
  )
  select a.n,
    case when a.outcome = 'replayed' then a.replayed_outcome else a.outcome end,
    case when a.outcome = 'replayed' then a.replayed_remaining else a.remaining_credits end,
    case when a.outcome = 'replayed' then a.replayed_used else a.now_used end,
    case when a.outcome = 'replayed' then a.replayed_limit when a.customer_id is not null then a.total end,
    case when a.outcome = 'replayed' then a.replayed_left else a.now_left end
  from answered a;
end $$;
`;
