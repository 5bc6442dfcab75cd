/**
 * What happens by the passing of time: packs expire, the store's period renews its allowance, a customer's
 * period rolls. Nothing runs on a timer; each is done by the next transaction that needs it, under the lock
 * that the transaction holds anyway. A period is 720 hours and not `30 days`, which a session's time zone
 * would stretch over a change of the clocks.
 */
export const lapses = `
create function period_length() returns interval language sql immutable as $$ select interval '720 hours' $$;

create function current_period_start(p_start timestamptz, p_now timestamptz) returns timestamptz
language sql immutable as $$
  select p_start + floor(greatest(0, extract(epoch from p_now - p_start)) / 2592000)::int * interval '720 hours'
$$;

create function iso(p_at timestamptz) returns text language sql stable as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function portal_id(p_prefix text, p_at timestamptz) returns text language plpgsql volatile as $$
declare
  digits constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  v_rest bigint := floor(extract(epoch from p_at) * 1000)::bigint;
  v_time text := '';
begin
  for i in 1..10 loop
    v_time := substr(digits, (v_rest % 32)::int + 1, 1) || v_time;
    v_rest := v_rest / 32;
  end loop;
  return p_prefix || v_time || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 16));
end $$;

create function settle_pools(p_stores text[], p_now timestamptz) returns void language plpgsql as $$
declare
  v record;
  v_start timestamptz;
  v_pack text;
begin
  for v in
    select p.store_id, p.period_start, s.plan_allowance
    from pools p join stores s on s.store_id = p.store_id
    where p.store_id = any(p_stores) and p.settle_at <= p_now
    order by p.store_id for no key update of p
  loop
    insert into ledger_entries (store_id, id, at, kind, source, sink, amount)
    select k.store_id, portal_id('led_', p_now), p_now, 'expiry', 'pack:' || k.id, 'expired', k.remaining
    from packs k where k.store_id = v.store_id and k.remaining > 0 and k.expires_at <= p_now;
    update packs k set remaining = 0
    where k.store_id = v.store_id and k.remaining > 0 and k.expires_at <= p_now;

    v_start := current_period_start(v.period_start, p_now);
    if v_start > v.period_start then
      update pools p set period_start = v_start, period_used = 0, period_overage = 0, period_exhausted = false
      where p.store_id = v.store_id;
      if v.plan_allowance > 0 then
        v_pack := portal_id('pck_', p_now);
        insert into packs (store_id, id, kind, amount, remaining, expires_at, created_at)
        values (v.store_id, v_pack, 'allowance', v.plan_allowance, v.plan_allowance, v_start + period_length(), p_now);
        insert into ledger_entries (store_id, id, at, kind, source, sink, amount)
        values (v.store_id, portal_id('led_', p_now), p_now, 'issue', 'issued', 'pack:' || v_pack, v.plan_allowance);
      end if;
    end if;

    update pools p set
      balance = coalesce((select sum(k.remaining) from packs k where k.store_id = v.store_id and k.remaining > 0), 0),
      settle_at = least(p.period_start + period_length(),
        (select min(k.expires_at) from packs k where k.store_id = v.store_id and k.remaining > 0))
    where p.store_id = v.store_id;
  end loop;
end $$;

create function roll_customers(p_stores text[], p_customers text[], p_now timestamptz) returns void
language plpgsql as $$
begin
  with lapsed as (
    select c.store_id, c.id, c.external_id, c.plan_id, c.period_start as old_start,
      current_period_start(c.period_start, p_now) as new_start,
      c.period_plan_used + c.period_grants_used as used,
      coalesce(l.monthly_try_ons, 0) as plan_limit, c.period_grants_used as granted,
      coalesce((select sum(g.amount - g.spent) from grants g
        where g.store_id = c.store_id and g.customer_id = c.id and g.revoked_at is null
          and (g.expires_at is null or g.expires_at > p_now)), 0)::int as grants_left
    from unnest(p_stores, p_customers) as u(store_id, id)
    join customers c on c.store_id = u.store_id and c.id = u.id
    left join plans l on l.store_id = c.store_id and l.id = c.plan_id
    where c.period_start <= p_now - period_length()
  ), kept as (
    insert into usage_periods (store_id, customer_id, period_start, period_end, used, "limit")
    select l.store_id, l.id, l.old_start, l.old_start + period_length(), l.used, l.plan_limit + l.granted
    from lapsed l
    on conflict (store_id, customer_id, period_start) do update
      set used = usage_periods.used + excluded.used, period_end = excluded.period_end
  ), told as (
    insert into outbox (store_id, id, type, created_at, data)
    select l.store_id, portal_id('evt_', p_now), 'end_customer.period_rolled', p_now, jsonb_build_object(
      'customer_id', l.id, 'external_id', l.external_id, 'plan_id', l.plan_id,
      'previous', jsonb_build_object('period_start', iso(l.old_start), 'period_end', iso(l.old_start + period_length()),
        'used', l.used, 'limit', l.plan_limit + l.granted),
      'current', jsonb_build_object('period_start', iso(l.new_start), 'period_end', iso(l.new_start + period_length()),
        'used', 0, 'limit', l.plan_limit + l.grants_left))
    from lapsed l
  )
  update customers c set period_start = l.new_start, period_plan_used = 0, period_grants_used = 0, period_warned = false
  from lapsed l where c.store_id = l.store_id and c.id = l.id;
end $$;
`;
