import type { Kysely } from 'kysely';
import type { Schema } from '../../../storage/schema.ts';

/** A try-on as the feed shows it. */
export interface FeedItem {
  readonly id: string;
  readonly at: string;
  readonly success: boolean;
  readonly product: string;
  readonly shopper: string;
  /** The customer's id; null for a guest. */
  readonly customer: string | null;
  readonly charged: string;
}

/** The newest try-ons, the newest first; `after` leaves out that id and what is older. */
export async function recentTryons(
  db: Kysely<Schema>,
  storeId: string,
  { after = 'try_', limit }: { after?: string; limit: number },
): Promise<FeedItem[]> {
  const rows = await db
    .selectFrom('tryons as tryon')
    .leftJoin('customers as customer', (join) =>
      join.onRef('customer.store_id', '=', 'tryon.store_id').onRef('customer.id', '=', 'tryon.customer_id'),
    )
    .select([
      'tryon.id',
      'tryon.at',
      'tryon.success',
      'tryon.report',
      'tryon.debit_id',
      'tryon.customer_id',
      'customer.external_id',
    ])
    .where('tryon.store_id', '=', storeId)
    .where('tryon.id', '>', after)
    .orderBy('tryon.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    success: row.success,
    product: text(row.report.product_title) ?? text(row.report.product_type) ?? 'Try-on',
    shopper: row.external_id ?? 'Guest',
    customer: row.customer_id,
    charged: row.debit_id === null ? 'No charge' : '1 credit',
  }));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
