import type { ConversionPlatform } from '@genvoris/contract';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import type { Attribution, Part } from '../../storage/tables/funnel.ts';

const DAY_MS = 86_400_000;
/** How many products a reading names, the most visited first. */
export const PRODUCTS_SHOWN = 50;

export interface FunnelQuery {
  /** Any moment of the first day, UTC. */
  readonly from: Date;
  /** Any moment of the last day, UTC. */
  readonly to: Date;
  readonly productId?: string | undefined;
  readonly platform?: ConversionPlatform | undefined;
}

/** Events, and sessions that reached a step; a session counts on the day it began, whenever it reached it. */
export interface FunnelCounts {
  events: number;
  sessions: number;
  opened: number;
  photo: number;
  tried: number;
  viewed: number;
  shared: number;
  cart: number;
  checkout: number;
  closed: number;
  ordered: number;
  orderedAfterTryon: number;
  /** Tried on and ordered, whichever came first. */
  triedAndOrdered: number;
}

export interface FunnelDay extends FunnelCounts {
  /** `2026-03-09`, UTC. */
  readonly day: string;
  /** Orders of the day, whether their session is known or not. */
  orders: number;
  /** Those of them that follow a try-on, for certain or likely. */
  ordersAfterTryon: number;
}

export interface FunnelProduct extends FunnelCounts {
  readonly productId: string;
  readonly title: string | null;
}

export interface OrderSums {
  readonly attribution: Attribution;
  readonly currency: string;
  readonly orders: number;
  readonly amountCents: number;
  readonly returned: number;
  readonly refundedCents: number;
}

export interface Funnel {
  /** Oldest first, one for each day. */
  readonly days: readonly FunnelDay[];
  readonly total: FunnelCounts;
  readonly platforms: Readonly<Partial<Record<ConversionPlatform, FunnelCounts>>>;
  /** The most visited ones. */
  readonly products: readonly FunnelProduct[];
  /** Products past a day's bound. */
  readonly others: FunnelCounts;
  /** By how they follow a try-on, and by currency; refunds are in the currency of the refund. */
  readonly orders: readonly OrderSums[];
}

type CountRow = { readonly [Name in keyof FunnelCounts]: number | string };

const SUMS = sql`sum(c.events)::float8 as events, sum(c.sessions)::float8 as sessions, sum(c.opened)::float8 as opened,
  sum(c.photo)::float8 as photo, sum(c.tried)::float8 as tried, sum(c.viewed)::float8 as viewed,
  sum(c.shared)::float8 as shared, sum(c.cart)::float8 as cart, sum(c.checkout)::float8 as checkout,
  sum(c.closed)::float8 as closed, sum(c.ordered)::float8 as ordered,
  sum(c.ordered_after_tryon)::float8 as "orderedAfterTryon", sum(c.tried_and_ordered)::float8 as "triedAndOrdered"`;

/** What shoppers of a store did, from the widget to the order, by day; of all products or one, of all platforms or one. */
export async function readFunnel(db: Kysely<Schema>, storeId: string, query: FunnelQuery): Promise<Funnel> {
  const dates = datesOf(query);
  const days = new Map(dates.map((day) => [day, { day, orders: 0, ordersAfterTryon: 0, ...noCounts() }]));
  const total = noCounts();
  const platforms: Partial<Record<ConversionPlatform, FunnelCounts>> = {};
  const part: Part = query.productId === undefined ? 'all' : 'product';
  const found = await sql<CountRow & { day: string; platform: ConversionPlatform }>`
    select ${dayOf(sql`c.at`)} as day, c.platform, ${SUMS} from funnel_counts c
    where c.store_id = ${storeId} and c.unit = 'day' and c.part = ${part} and ${onDays(sql`c.at`, dates)}
      and c.product_id = ${query.productId ?? ''} group by 1, 2`.execute(db);
  for (const { day, platform, ...counts } of found.rows) {
    const own = platforms[platform] ?? noCounts();
    platforms[platform] = own;
    add(own, counts);
    if (query.platform !== undefined && query.platform !== platform) continue;
    add(total, counts);
    const date = days.get(day);
    if (date) add(date, counts);
  }

  const sold = await sql<{ day: string } & { [Name in keyof OrderSums]: OrderSums[Name] }>`
    select ${dayOf(sql`d.day`)} as day, d.attribution, d.currency, sum(d.orders)::float8 as orders,
      sum(d.amount_cents)::float8 as "amountCents", sum(d.returned)::float8 as returned,
      sum(d.refunded_cents)::float8 as "refundedCents"
    from order_days d
    where d.store_id = ${storeId} and d.part = ${part} and ${onDays(sql`d.day`, dates)}
      and d.product_id = ${query.productId ?? ''} and ${ofPlatform(sql`d.platform`, query)}
    group by 1, 2, 3`.execute(db);
  const orders = new Map<string, OrderSums>();
  for (const { day, ...sums } of sold.rows) {
    const date = days.get(day);
    if (date) {
      date.orders += sums.orders;
      if (sums.attribution !== 'none') date.ordersAfterTryon += sums.orders;
    }
    const name = `${sums.currency} ${sums.attribution}`;
    const own = orders.get(name);
    orders.set(name, own ? addOrders(own, sums) : sums);
  }
  return {
    days: [...days.values()],
    total,
    platforms,
    ...(await readProducts(db, storeId, query)),
    orders: [...orders].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sums]) => sums),
  };
}

async function readProducts(
  db: Kysely<Schema>,
  storeId: string,
  query: FunnelQuery,
): Promise<Pick<Funnel, 'products' | 'others'>> {
  const dates = datesOf(query);
  const span = sql`c.store_id = ${storeId} and c.unit = 'day' and c.at >= ${dates[0]}::timestamptz
    and c.at <= ${dates.at(-1)}::timestamptz and ${ofPlatform(sql`c.platform`, query)}`;
  const products = await sql<CountRow & { productId: string; title: string | null }>`
    select s.*, (
      select p.title from widget_products p
      where p.store_id = ${storeId} and p.day = s.last and p.product_id = s."productId"
    ) as title
    from (
      select c.product_id as "productId", max(c.at) as last, ${SUMS} from funnel_counts c
      where ${span} and c.part = 'product' group by c.product_id
      order by sum(c.sessions) desc, sum(c.events) desc, c.product_id limit ${PRODUCTS_SHOWN}
    ) s`.execute(db);
  const others = await sql<CountRow>`
    select ${SUMS} from funnel_counts c where ${span} and c.part = 'other'`.execute(db);
  const rest = noCounts();
  for (const row of others.rows) add(rest, row);
  return {
    products: products.rows.map(({ productId, title, ...counts }) => {
      const own = { productId, title, ...noCounts() };
      add(own, counts);
      return own;
    }),
    others: rest,
  };
}

/** Every day of the span, the first first. */
export function datesOf({ from, to }: FunnelQuery): string[] {
  const first = Math.floor(from.getTime() / DAY_MS);
  const last = Math.floor(to.getTime() / DAY_MS);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, n) =>
    new Date((first + n) * DAY_MS).toISOString().slice(0, 10),
  );
}

function dayOf(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;
}

/** A probe of the index for each day, so that other products of the day cost nothing. */
function onDays(column: RawBuilder<unknown>, dates: readonly string[]): RawBuilder<unknown> {
  return sql`${column} = any(${dates.map((date) => `${date}T00:00:00Z`)}::timestamptz[])`;
}

function ofPlatform(column: RawBuilder<unknown>, { platform }: FunnelQuery): RawBuilder<unknown> {
  return platform === undefined ? sql`true` : sql`${column} = ${platform}`;
}

export function noCounts(): FunnelCounts {
  return {
    events: 0,
    sessions: 0,
    opened: 0,
    photo: 0,
    tried: 0,
    viewed: 0,
    shared: 0,
    cart: 0,
    checkout: 0,
    closed: 0,
    ordered: 0,
    orderedAfterTryon: 0,
    triedAndOrdered: 0,
  };
}

const NAMES = Object.keys(noCounts()) as (keyof FunnelCounts)[];

function add(sum: FunnelCounts, more: { readonly [Name in keyof FunnelCounts]?: unknown }): void {
  for (const name of NAMES) sum[name] += Number(more[name] ?? 0);
}

function addOrders(one: OrderSums, other: OrderSums): OrderSums {
  return {
    ...one,
    orders: one.orders + other.orders,
    amountCents: one.amountCents + other.amountCents,
    returned: one.returned + other.returned,
    refundedCents: one.refundedCents + other.refundedCents,
  };
}

/** Whether anything was ever told of. */
export async function hasFunnel(db: Kysely<Schema>, storeId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from funnel_counts where store_id = ${storeId} limit 1)
      or exists (select from order_days where store_id = ${storeId} limit 1) as there`.execute(db);
  return rows[0]?.there === true;
}
