import { createHmac } from 'node:crypto';
import type { CreateConversionRequest, CreateReturnRequest } from '@genvoris/contract/types/v1';
import { type Kysely, sql } from 'kysely';
import { newId } from '../../foundation/ids.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Attribution } from '../../storage/tables/funnel.ts';
import { sessionKey } from './session-key.ts';

export interface RecordedOrder {
  readonly conversionId: string;
  readonly attribution: Attribution;
  /** It had been recorded before. */
  readonly deduped: boolean;
}

export interface OrderSettings {
  readonly storeId: string;
  readonly mostProducts: number;
  readonly now: Date;
}

/** Records an order, once, and finds out whether a try-on came before it. In the caller's transaction. */
export async function recordOrder(
  db: Kysely<Schema>,
  vault: Vault,
  order: CreateConversionRequest,
  { storeId, mostProducts, now }: OrderSettings,
): Promise<RecordedOrder> {
  const email = order.customerEmail ?? null;
  const { rows } = await sql<{ conversion_id: string; attribution: Attribution; deduped: boolean }>`
    select * from record_order(
      ${now.toISOString()}::timestamptz, ${mostProducts}::int, ${storeId}, ${order.platform}, ${order.orderId},
      ${newId('conv_', now)}, ${order.amountCents}::bigint, ${currencyOf(order)}, ${order.quantity ?? null}::int,
      ${order.productId ?? null}, ${order.productTitle || null},
      ${order.sessionId === undefined ? null : sessionKey(order.sessionId)}::uuid, ${email},
      ${email === null ? null : emailHash(vault, email)},
      make_interval(mins => ${order.attributionWindowMinutes ?? 1440}::int))`.execute(db);
  const [row] = rows as [(typeof rows)[number]];
  return { conversionId: row.conversion_id, attribution: row.attribution, deduped: row.deduped };
}

/** Records a refund and returns its id and the order's, if that is known. In the caller's transaction. */
export async function recordReturn(
  db: Kysely<Schema>,
  storeId: string,
  refund: CreateReturnRequest,
  now: Date,
): Promise<{ id: string; conversionId: string | null }> {
  const id = newId('ret_', now);
  const { rows } = await sql<{ conversion_id: string | null }>`
    select * from record_return(
      ${now.toISOString()}::timestamptz, ${storeId}, ${refund.platform}, ${refund.orderId}, ${id},
      ${refund.refundedAmountCents}::bigint, ${currencyOf(refund)}, ${refund.reason ?? null})`.execute(db);
  return { id, conversionId: rows[0]?.conversion_id ?? null };
}

function currencyOf({ currency = 'USD' }: { readonly currency?: string | undefined }): string {
  return currency.toUpperCase();
}

/** Tells two orders of one shopper as such, and nobody who the shopper is without the portal's secret. */
function emailHash(vault: Vault, email: string): string {
  return createHmac('sha256', vault.derive('order-email')).update(email.toLowerCase()).digest('base64url');
}
