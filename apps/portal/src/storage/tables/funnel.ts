import type { components } from '@genvoris/contract/types/v1';
import type { Generated, JSONColumnType } from 'kysely';

type ConversionPlatform = components['schemas']['ConversionPlatform'];

/** Everything, one product, or the products past the day's bound together. */
export type Part = 'all' | 'product' | 'other';

/** How an order is known to follow a try-on: by the widget's session, by the shopper's email, or not at all. */
export type Attribution = 'session' | 'email' | 'none';

/** The products that a day's counts are split by. */
export interface WidgetProductsTable {
  store_id: string;
  /** Its midnight, UTC. */
  day: Date;
  product_id: string;
  title: string | null;
  expires_at: Date;
}

export interface WidgetEventsTable {
  store_id: string;
  id: Generated<string>;
  at: Date;
  session_id: string;
  event_type: string;
  product_id: string | null;
  product_title: string | null;
  page_url: string | null;
  platform: ConversionPlatform;
  metadata: JSONColumnType<Record<string, unknown>> | null;
}

export interface WidgetSessionsTable {
  store_id: string;
  /** The digest of the session's id. */
  session: string;
  part: Part;
  product_id: string;
  platform: ConversionPlatform;
  /** A bit for each step. */
  steps: number;
  /** The bits that the last change added. */
  fresh: number;
  first_at: Date;
  tried_at: Date | null;
  expires_at: Date;
}

/** Sessions that began in this hour or day, by the steps they reached then or later. */
export interface FunnelCountsTable {
  store_id: string;
  unit: 'hour' | 'day';
  part: Part;
  at: Date;
  product_id: string;
  platform: ConversionPlatform;
  events: string;
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
  ordered_after_tryon: number;
  tried_and_ordered: number;
  expires_at: Date | null;
}

/** An order, or what is known of it as long as only its refund was told. */
export interface OrdersTable {
  store_id: string;
  platform: ConversionPlatform;
  order_id: string;
  conversion_id: string | null;
  at: Date | null;
  attribution: Attribution | null;
  amount_cents: string | null;
  currency: string | null;
  quantity: number | null;
  part: Part | null;
  product_id: string | null;
  product_title: string | null;
  email_hash: string | null;
  returns: Generated<number>;
}

export interface OrderReturnsTable {
  store_id: string;
  id: string;
  platform: ConversionPlatform;
  order_id: string;
  at: Date;
  refunded_cents: string;
  currency: string;
  reason: string | null;
}

/** Sums by the day of the order; refunds are in the currency of the refund. */
export interface OrderDaysTable {
  store_id: string;
  part: Part;
  day: Date;
  product_id: string;
  platform: ConversionPlatform;
  attribution: Attribution;
  currency: string;
  orders: number;
  amount_cents: string;
  returned: number;
  refunded_cents: string;
  expires_at: Date | null;
}
