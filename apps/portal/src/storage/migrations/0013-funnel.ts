/**
 * From try-on to order: what shoppers did with the widget, what they bought, and what came back.
 *
 * `widget_events` and `widget_sessions` are dropped after some weeks; what is kept for good are counts, whose number goes
 * by days and products, however much happens. A visit counts on the day it began, with all that it came to later, so that
 * of the visits of any days no part is more than the whole. A session is kept as the digest of its id, with a bit for each step that
 * it reached, by product and for `all`: `fresh` are the bits that the last change added, so that the statement which
 * sets them learns which counts to raise. Products past the day's bound are together as `other`.
 *
 * `orders` has one row per order, made by whichever is told of it first, the order or a refund: they are joined by
 * being the same row. `order_days` sums them up by the day of the order.
 *
 * Locks are taken in one order everywhere: idempotency keys, orders, products, sessions, counts, and by key within each.
 *
 * The bits: 1 opened, 2 photo, 4 tried, 8 viewed, 16 shared, 32 cart, 64 checkout, 128 closed, 256 ordered, 512 ordered
 * after a try-on, 1024 seen at all, 2048 tried and ordered, whichever came first.
 */
export const funnel = `
create table widget_products (
  store_id text not null,
  day timestamptz not null,
  product_id text not null,
  title text,
  expires_at timestamptz not null,
  primary key (store_id, day, product_id)
);
create index widget_products_expiry on widget_products (expires_at);

create table widget_events (
  store_id text not null,
  id bigint generated always as identity,
  at timestamptz not null,
  session_id text not null,
  event_type text not null,
  product_id text,
  product_title text,
  page_url text,
  platform text not null,
  metadata jsonb,
  primary key (store_id, id)
);
create index widget_events_by_age on widget_events (at);

create table widget_sessions (
  store_id text not null,
  session uuid not null,
  part text not null check (part in ('all', 'product', 'other')),
  product_id text not null,
  platform text not null,
  steps int not null,
  fresh int not null,
  first_at timestamptz not null,
  tried_at timestamptz,
  expires_at timestamptz not null,
  primary key (store_id, session, part, product_id)
) with (fillfactor = 80);
create index widget_sessions_expiry on widget_sessions (expires_at);

create table funnel_counts (
  store_id text not null,
  unit text not null check (unit in ('hour', 'day')),
  part text not null,
  at timestamptz not null,
  product_id text not null,
  platform text not null,
  events bigint not null,
  sessions int not null,
  opened int not null,
  photo int not null,
  tried int not null,
  viewed int not null,
  shared int not null,
  cart int not null,
  checkout int not null,
  closed int not null,
  ordered int not null,
  ordered_after_tryon int not null,
  tried_and_ordered int not null,
  expires_at timestamptz,
  primary key (store_id, unit, part, at, product_id, platform)
) with (fillfactor = 50);
create index funnel_counts_expiry on funnel_counts (expires_at) where expires_at is not null;

create table orders (
  store_id text not null references stores (store_id),
  platform text not null,
  order_id text not null,
  conversion_id text,
  at timestamptz,
  attribution text check (attribution in ('session', 'email', 'none')),
  amount_cents bigint,
  currency text,
  quantity int,
  part text,
  product_id text,
  product_title text,
  email_hash text,
  returns int not null default 0,
  primary key (store_id, platform, order_id)
) with (fillfactor = 80);

create table order_returns (
  store_id text not null references stores (store_id),
  id text not null,
  platform text not null,
  order_id text not null,
  at timestamptz not null,
  refunded_cents bigint not null,
  currency text not null,
  reason text,
  primary key (store_id, id),
  foreign key (store_id, platform, order_id) references orders (store_id, platform, order_id)
);
create index order_returns_of_order on order_returns (store_id, platform, order_id);

create table order_days (
  store_id text not null references stores (store_id),
  part text not null,
  day timestamptz not null,
  product_id text not null,
  platform text not null,
  attribution text not null,
  currency text not null,
  orders int not null,
  amount_cents bigint not null,
  returned int not null,
  refunded_cents bigint not null,
  expires_at timestamptz,
  primary key (store_id, part, day, product_id, platform, attribution, currency)
) with (fillfactor = 50);
create index order_days_expiry on order_days (expires_at) where expires_at is not null;

create index tryons_of_customer on tryons (store_id, customer_id, at) where success and customer_id is not null;

create function admit_products(p_now timestamptz, p_most int, p_stores text[], p_products text[], p_titles text[])
returns void language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  v_day timestamptz := date_trunc('day', p_now, 'UTC');
begin
  insert into widget_products as p (store_id, day, product_id, title, expires_at)
  with wanted as materialized (
    select u.store_id, u.product_id, max(u.title) as title,
      row_number() over (partition by u.store_id order by min(u.n)) as turn
    from unnest(p_stores, p_products, p_titles) with ordinality as u(store_id, product_id, title, n)
    where not exists (
      select from widget_products k where k.store_id = u.store_id and k.day = v_day and k.product_id = u.product_id
        and (k.title is not null or u.title is null))
    group by u.store_id, u.product_id
  ), rooms as materialized (
    select s.store_id, p_most - (
      select count(*) from widget_products k where k.store_id = s.store_id and k.day = v_day
    ) as room
    from (select distinct w.store_id from wanted w) s
  )
  select w.store_id, v_day, w.product_id, w.title, v_day + interval '400 days'
  from wanted w join rooms r on r.store_id = w.store_id
  where w.turn <= r.room
  order by w.store_id, w.product_id
  on conflict (store_id, day, product_id) do update set title = coalesce(p.title, excluded.title);
end
$$;

create function record_events(p_now timestamptz, p_keep interval, p_most int, p_keys jsonb, p_events jsonb)
returns table (n int, outcome text) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_day timestamptz := date_trunc('day', p_now, 'UTC');
  v_claimed int[];
  v_skip int[] := '{}';
begin
  if jsonb_array_length(p_keys) > 0 then
    with asked as materialized (
      select * from jsonb_to_recordset(p_keys) as k(n int, store_id text, key text, request_hash text, answer jsonb)
    ), claimed as (
      insert into idempotency_keys as y (store_id, key, request_hash, answer, expires_at)
      select a.store_id, a.key, a.request_hash, a.answer, p_now + interval '24 hours' from asked a
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

    return query
    select k.n, case when y.request_hash = k.request_hash then 'repeated' else 'conflict' end
    from jsonb_to_recordset(p_keys) as k(n int, store_id text, key text, request_hash text)
    join idempotency_keys y on y.store_id = k.store_id and y.key = k.key
    where k.n = any(v_skip);
  end if;

  perform admit_products(p_now, p_most, s.stores, s.products, s.titles)
  from (
    select array_agg(d.store_id) as stores, array_agg(d.product_id) as products, array_agg(d.title) as titles
    from (
      select r.store_id, r.product_id, max(r.title) as title
      from jsonb_to_recordset(p_events) as r(n int, i int, store_id text, product_id text, title text)
      where r.product_id is not null and r.n <> all(v_skip)
      group by r.store_id, r.product_id order by min(r.i)
    ) d
  ) s where s.stores is not null;

  with given as materialized (
    select r.*, case when r.product_id is null then null when k.product_id is null then 'other' else 'product' end as part
    from jsonb_to_recordset(p_events) as r(
      n int, i int, store_id text, session uuid, session_id text, type text, bit int, product_id text, title text,
      page text, platform text, metadata jsonb)
    left join lateral (
      select x.product_id from widget_products x
      where x.store_id = r.store_id and x.day = v_day and x.product_id = r.product_id offset 0
    ) k on true
    where r.n <> all(v_skip)
  ), kept as (
    insert into widget_events (store_id, at, session_id, event_type, product_id, product_title, page_url, platform, metadata)
    select g.store_id, p_now, g.session_id, g.type, g.product_id, g.title, g.page, g.platform, g.metadata
    from given g order by g.i
  ), touched as materialized (
    select g.store_id, g.session, t.part, t.product_id,
      (array_agg(g.platform order by g.platform = 'custom', g.i))[1] as platform, bit_or(g.bit) as steps, count(*) as events
    from given g cross join lateral (
      select 'all' as part, '' as product_id
      union all
      select g.part, case g.part when 'product' then g.product_id else '' end where g.part is not null
    ) t
    group by g.store_id, g.session, t.part, t.product_id
  ), reached as (
    insert into widget_sessions as s (store_id, session, part, product_id, platform, steps, fresh, first_at, tried_at,
      expires_at)
    select t.store_id, t.session, t.part, t.product_id, t.platform, t.steps | 1024, t.steps | 1024, p_now,
      case when t.steps & 4 <> 0 then p_now end, p_now + p_keep
    from touched t order by t.store_id, t.session, t.part, t.product_id, t.platform
    on conflict (store_id, session, part, product_id) do update set
      steps = s.steps | excluded.steps | (((s.steps >> 6) & excluded.steps & 4) << 9),
      fresh = (excluded.steps | (((s.steps >> 6) & excluded.steps & 4) << 9)) & ~s.steps,
      tried_at = coalesce(s.tried_at, excluded.tried_at)
      where excluded.steps & ~s.steps <> 0
    returning s.store_id, s.part, s.product_id, s.platform, s.fresh, s.first_at
  ), moved as (
    select r.store_id, r.part, r.product_id, r.platform, 0::bigint as events, r.fresh, r.first_at as moment from reached r
    union all
    select t.store_id, t.part, t.product_id, t.platform, t.events, 0, p_now from touched t
  )
  insert into funnel_counts as c (store_id, unit, part, at, product_id, platform, events, sessions, opened, photo, tried,
    viewed, shared, cart, checkout, closed, ordered, ordered_after_tryon, tried_and_ordered, expires_at)
  select m.store_id, u.unit, m.part, d.at, m.product_id, m.platform, sum(m.events),
    sum(m.fresh >> 10 & 1), sum(m.fresh & 1), sum(m.fresh >> 1 & 1), sum(m.fresh >> 2 & 1), sum(m.fresh >> 3 & 1),
    sum(m.fresh >> 4 & 1), sum(m.fresh >> 5 & 1), sum(m.fresh >> 6 & 1), sum(m.fresh >> 7 & 1), 0, 0,
    sum(m.fresh >> 11 & 1),
    case when u.unit = 'hour' then p_now + p_keep when m.part <> 'all' then d.at + interval '400 days' end
  from moved m cross join (values ('day'), ('hour')) u(unit)
    cross join lateral (select date_trunc(u.unit, m.moment, 'UTC') as at) d
  group by m.store_id, u.unit, m.part, d.at, m.product_id, m.platform
  order by m.store_id, u.unit, m.part, d.at, m.product_id, m.platform
  on conflict (store_id, unit, part, at, product_id, platform) do update set
    events = c.events + excluded.events, sessions = c.sessions + excluded.sessions, opened = c.opened + excluded.opened,
    photo = c.photo + excluded.photo, tried = c.tried + excluded.tried, viewed = c.viewed + excluded.viewed,
    shared = c.shared + excluded.shared, cart = c.cart + excluded.cart, checkout = c.checkout + excluded.checkout,
    closed = c.closed + excluded.closed, tried_and_ordered = c.tried_and_ordered + excluded.tried_and_ordered;
end
$$;

create function record_order(
  p_now timestamptz, p_most int, p_store text, p_platform text, p_order text, p_id text, p_amount bigint, p_currency text,
  p_quantity int, p_product text, p_title text, p_session uuid, p_email text, p_email_hash text, p_window interval
) returns table (conversion_id text, attribution text, deduped boolean) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  v_day timestamptz := date_trunc('day', p_now, 'UTC');
  v_attribution text := 'none';
  v_part text;
  v_product text;
  v_returns int;
begin
  if exists (
    select from widget_sessions s
    where s.store_id = p_store and s.session = p_session and s.part = 'all' and s.tried_at <= p_now
  ) then
    v_attribution := 'session';
  elsif exists (
    select from customers c
    where c.store_id = p_store and c.email is not null and lower(c.email) collate "C" = lower(p_email) collate "C"
      and exists (
        select from tryons t where t.store_id = c.store_id and t.customer_id = c.id and t.success
          and t.at >= p_now - p_window and t.at <= p_now)
  ) then
    v_attribution := 'email';
  end if;

  insert into orders as o (store_id, platform, order_id, conversion_id, at, attribution, amount_cents, currency, quantity,
    product_id, product_title, email_hash)
  values (p_store, p_platform, p_order, p_id, p_now, v_attribution, p_amount, p_currency, p_quantity, p_product, p_title,
    p_email_hash)
  on conflict (store_id, platform, order_id) do update set
    conversion_id = excluded.conversion_id, at = excluded.at, attribution = excluded.attribution,
    amount_cents = excluded.amount_cents, currency = excluded.currency, quantity = excluded.quantity,
    product_id = excluded.product_id, product_title = excluded.product_title, email_hash = excluded.email_hash
    where o.conversion_id is null
  returning o.returns into v_returns;
  if not found then
    return query select o.conversion_id, o.attribution, true from orders o
      where o.store_id = p_store and o.platform = p_platform and o.order_id = p_order;
    return;
  end if;

  if p_product is not null then
    perform admit_products(p_now, p_most, array[p_store], array[p_product], array[p_title]);
    v_part := case when exists (
      select from widget_products k where k.store_id = p_store and k.day = v_day and k.product_id = p_product
    ) then 'product' else 'other' end;
    v_product := case v_part when 'product' then p_product else '' end;
    update orders o set part = v_part
      where o.store_id = p_store and o.platform = p_platform and o.order_id = p_order;
  end if;

  if p_session is not null then
    perform from widget_sessions s
      where s.store_id = p_store and s.session = p_session
        and (s.part = 'all' or (s.part = v_part and s.product_id = v_product))
      order by s.store_id, s.session, s.part, s.product_id, s.platform for no key update;
    with marked as (
      update widget_sessions s set steps = s.steps | m.bits, fresh = m.bits & ~s.steps
      from widget_sessions w cross join lateral (select 256 | ((w.steps & 4) << 7) | ((w.steps & 4) << 9) as bits) m
      where w.store_id = p_store and w.session = p_session
        and (w.part = 'all' or (w.part = v_part and w.product_id = v_product))
        and s.store_id = w.store_id and s.session = w.session and s.part = w.part and s.product_id = w.product_id
        and s.platform = w.platform
      returning s.part, s.product_id, s.platform, s.fresh, s.first_at, s.expires_at
    )
    insert into funnel_counts as c (store_id, unit, part, at, product_id, platform, events, sessions, opened, photo, tried,
      viewed, shared, cart, checkout, closed, ordered, ordered_after_tryon, tried_and_ordered, expires_at)
    select p_store, u.unit, m.part, d.at, m.product_id, m.platform, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, m.fresh >> 8 & 1,
      m.fresh >> 9 & 1, m.fresh >> 11 & 1,
      case when u.unit = 'hour' then m.expires_at when m.part <> 'all' then d.at + interval '400 days' end
    from marked m cross join (values ('day'), ('hour')) u(unit)
      cross join lateral (select date_trunc(u.unit, m.first_at, 'UTC') as at) d
    order by u.unit, m.part, d.at, m.product_id, m.platform
    on conflict (store_id, unit, part, at, product_id, platform) do update set
      ordered = c.ordered + excluded.ordered, ordered_after_tryon = c.ordered_after_tryon + excluded.ordered_after_tryon,
      tried_and_ordered = c.tried_and_ordered + excluded.tried_and_ordered;
  end if;

  perform count_order(p_store, p_platform, v_part, v_product, v_day, v_attribution, 1,
    case when v_returns > 0 then 1 else 0 end, p_amount, p_currency, q.currencies, q.amounts)
  from (
    select array_agg(r.currency) as currencies, array_agg(r.refunded_cents) as amounts from order_returns r
    where r.store_id = p_store and r.platform = p_platform and r.order_id = p_order
  ) q;
  return query select p_id, v_attribution, false;
end
$$;

create function count_order(
  p_store text, p_platform text, p_part text, p_product text, p_day timestamptz, p_attribution text, p_orders int,
  p_returned int, p_amount bigint, p_currency text, p_refund_currencies text[], p_refunds bigint[]
) returns void language plpgsql
set plan_cache_mode = force_generic_plan
as $$
begin
  insert into order_days as d (store_id, part, day, product_id, platform, attribution, currency, orders, amount_cents,
    returned, refunded_cents, expires_at)
  select p_store, t.part, p_day, t.product_id, p_platform, p_attribution, m.currency, sum(m.orders), sum(m.amount),
    sum(m.returned), sum(m.refunded), case when t.part <> 'all' then p_day + interval '400 days' end
  from (
    select p_currency as currency, p_orders as orders, p_amount as amount, p_returned as returned, 0::bigint as refunded
    union all
    select r.currency, 0, 0, 0, r.refunded from unnest(p_refund_currencies, p_refunds) as r(currency, refunded)
  ) m cross join (
    select 'all' as part, '' as product_id union all select p_part, p_product where p_part is not null
  ) t
  group by t.part, t.product_id, m.currency
  order by t.part, t.product_id, m.currency
  on conflict (store_id, part, day, product_id, platform, attribution, currency) do update set
    orders = d.orders + excluded.orders, amount_cents = d.amount_cents + excluded.amount_cents,
    returned = d.returned + excluded.returned, refunded_cents = d.refunded_cents + excluded.refunded_cents;
end
$$;

create function record_return(
  p_now timestamptz, p_store text, p_platform text, p_order text, p_id text, p_refunded bigint, p_currency text,
  p_reason text
) returns table (conversion_id text) language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_order orders;
begin
  insert into orders as o (store_id, platform, order_id, returns) values (p_store, p_platform, p_order, 1)
  on conflict (store_id, platform, order_id) do update set returns = o.returns + 1
  returning o.* into v_order;
  insert into order_returns (store_id, id, platform, order_id, at, refunded_cents, currency, reason)
  values (p_store, p_id, p_platform, p_order, p_now, p_refunded, p_currency, p_reason);
  if v_order.conversion_id is not null then
    perform count_order(p_store, p_platform, v_order.part,
      case v_order.part when 'product' then v_order.product_id when 'other' then '' end,
      date_trunc('day', v_order.at, 'UTC'), v_order.attribution, 0, case when v_order.returns = 1 then 1 else 0 end, 0,
      v_order.currency, array[p_currency], array[p_refunded]);
  end if;
  return query select v_order.conversion_id;
end
$$;
`;
