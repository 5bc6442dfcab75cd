import { createHmac } from 'node:crypto';
import type { CreateConversionRequest, CreateReturnRequest } from '@genvoris/contract/types/v1';
import { newId } from '../../foundation/ids.ts';
import type { Vault } from '../../foundation/vault.ts';
import { sessionKey } from './session-key.ts';

/** An order as the database takes it. */
export interface OrderRow {
  /** Of the conversion, unless the order has one. */
  readonly id: string;
  readonly platform: string;
  readonly order_id: string;
  readonly amount_cents: number;
  readonly currency: string;
  readonly quantity: number | null;
  readonly product_id: string | null;
  readonly title: string | null;
  readonly session: string | null;
  readonly email: string | null;
  readonly email_hash: string | null;
  readonly window_minutes: number;
}

/** A refund as the database takes it. */
export interface ReturnRow {
  readonly id: string;
  readonly platform: string;
  readonly order_id: string;
  readonly refunded_cents: number;
  readonly currency: string;
  readonly reason: string | null;
}

export function toOrderRow(vault: Vault, order: CreateConversionRequest, now: Date): OrderRow {
  const email = order.customerEmail ?? null;
  return {
    id: newId('conv_', now),
    platform: order.platform,
    order_id: order.orderId,
    amount_cents: order.amountCents,
    currency: currencyOf(order),
    quantity: order.quantity ?? null,
    product_id: order.productId ?? null,
    title: order.productTitle || null,
    session: order.sessionId === undefined ? null : sessionKey(order.sessionId),
    email,
    email_hash: email === null ? null : emailHash(vault, email),
    window_minutes: order.attributionWindowMinutes ?? 1440,
  };
}

export function toReturnRow(refund: CreateReturnRequest, now: Date): ReturnRow {
  return {
    id: newId('ret_', now),
    platform: refund.platform,
    order_id: refund.orderId,
    refunded_cents: refund.refundedAmountCents,
    currency: currencyOf(refund),
    reason: refund.reason ?? null,
  };
}

function currencyOf({ currency = 'USD' }: { readonly currency?: string | undefined }): string {
  return currency.toUpperCase();
}

/** Tells two orders of one shopper as such, and nobody who the shopper is without the portal's secret. */
function emailHash(vault: Vault, email: string): string {
  return createHmac('sha256', vault.derive('order-email')).update(email.toLowerCase()).digest('base64url');
}
