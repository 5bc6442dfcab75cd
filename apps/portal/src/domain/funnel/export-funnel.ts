import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { datesOf, type FunnelQuery } from './read-funnel.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** The counts behind the funnel: a row for each day, product and platform, day by day so that no more is held at once. */
export async function* exportSteps(
  db: Kysely<Schema>,
  storeId: string,
  query: FunnelQuery,
): AsyncGenerator<Row> {
  for (const date of datesOf(query)) {
    const { rows } = await sql<Row>`
      select ${date} as day, c.part as scope, c.product_id, p.title as product_title, c.platform,
        c.events::float8 as events, c.sessions, c.opened, c.photo, c.tried, c.viewed, c.shared, c.cart, c.checkout,
        c.closed, c.ordered, c.ordered_after_tryon, c.tried_and_ordered
      from funnel_counts c
      left join widget_products p on p.store_id = c.store_id and p.day = c.at and p.product_id = c.product_id
        and c.part = 'product'
      where c.store_id = ${storeId} and c.unit = 'day' and c.part in ('all', 'other', 'product')
        and c.at = ${date}::timestamptz and ${only(query, 'c')}
      order by c.part, c.product_id, c.platform`.execute(db);
    yield* rows;
  }
}

/** The orders by day, product, platform, currency, and how they follow a try-on; amounts in the whole of the currency. */
export async function* exportOrders(
  db: Kysely<Schema>,
  storeId: string,
  query: FunnelQuery,
): AsyncGenerator<Row> {
  for (const date of datesOf(query)) {
    const { rows } = await sql<Row>`
      select ${date} as day, d.part as scope, d.product_id, d.platform, d.attribution, d.currency, d.orders,
        (d.amount_cents / 100.0)::numeric(20, 2)::text as amount, d.returned,
        (d.refunded_cents / 100.0)::numeric(20, 2)::text as refunded
      from order_days d
      where d.store_id = ${storeId} and d.part in ('all', 'other', 'product')
        and d.day = ${date}::timestamptz and ${only(query, 'd')}
      order by d.part, d.product_id, d.platform, d.attribution, d.currency`.execute(db);
    yield* rows;
  }
}

function only({ productId, platform }: FunnelQuery, alias: string) {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const product =
    productId === undefined
      ? sql`true`
      : sql`${column('part')} = 'product' and ${column('product_id')} = ${productId}`;
  const where = platform === undefined ? sql`true` : sql`${column('platform')} = ${platform}`;
  return sql`${product} and ${where}`;
}
