import { type RawBuilder, sql } from 'kysely';

export interface LargeFunnel {
  readonly storeId: string;
  readonly at: RawBuilder<unknown>;
  /** Events, visits and orders, each so many. */
  readonly entries: number;
  readonly days: number;
}

const PRODUCTS = 12;

/** What shoppers did in the last 30 days, what they bought since the beginning, and the counts of both, by day and hour. */
export function fillFunnel({ storeId, at, entries, days }: LargeFunnel): RawBuilder<unknown>[] {
  const step = sql`n * interval '30 days' / ${entries}::int`;
  const all = sql`1000, 100, 100, 60, 50, 48, 5, 20, 10, 90, 5, 4, 4`;
  const numbers = sql`from generate_series(1, ${entries}::int) n`;
  const midnight = sql`(date_trunc('day', ${at}, 'UTC') - d * interval '1 day')`;
  const columns = sql`store_id, unit, part, at, product_id, platform, events, sessions, opened, photo, tried, viewed, shared,
    cart, checkout, closed, ordered, ordered_after_tryon, tried_and_ordered, expires_at`;
  return [
    sql`insert into widget_events (store_id, at, session_id, event_type, product_id, platform)
      select ${storeId}, ${at} - ${step}, 'visit-' || n, 'WIDGET_OPENED', 'p' || n % ${PRODUCTS}::int, 'shopify' ${numbers}`,
    sql`insert into widget_sessions (store_id, session, part, product_id, platform, steps, fresh, first_at,
        tried_at, expires_at)
      select ${storeId}, md5(n::text)::uuid, 'all', '', 'shopify', 1029, 0, ${at} - ${step}, ${at} - ${step},
        ${at} + interval '30 days' - ${step}
      ${numbers}`,
    sql`insert into widget_products (store_id, day, product_id, title, expires_at)
      select ${storeId}, ${midnight}, 'p' || p, 'Product ' || p, ${at} + interval '400 days'
      from generate_series(0, ${days}::int) d, generate_series(1, ${PRODUCTS}::int) p`,
    sql`insert into funnel_counts (${columns})
      select ${storeId}, 'day', case p when 0 then 'all' else 'product' end, ${midnight},
        case p when 0 then '' else 'p' || p end, 'shopify', ${all}, case when p > 0 then ${at} + interval '400 days' end
      from generate_series(0, ${days}::int) d, generate_series(0, ${PRODUCTS}::int) p`,
    sql`insert into funnel_counts (${columns})
      select ${storeId}, 'hour', 'all', date_trunc('hour', ${at}, 'UTC') - h * interval '1 hour', '', 'shopify', ${all},
        ${at} + interval '30 days' from generate_series(0, 719) h`,
    sql`insert into orders (store_id, platform, order_id, conversion_id, at, attribution, amount_cents, currency)
      select ${storeId}, 'shopify', 'made-' || n, 'conv_made' || lpad(n::text, 8, '0'), ${at} - ${step}, 'none', 4900, 'USD'
      ${numbers}`,
    sql`insert into order_days (store_id, part, day, product_id, platform, attribution, currency, orders, amount_cents,
        returned, refunded_cents)
      select ${storeId}, 'all', ${midnight}, '', 'shopify', a, 'USD', 10, 49000, 2, 9800
      from generate_series(0, ${days}::int) d, unnest(array['session', 'email', 'none']) a`,
  ];
}
