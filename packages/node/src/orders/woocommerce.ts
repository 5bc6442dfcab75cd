import { singleHeader, type WebhookRequestHeaders } from '../webhooks/headers.ts';
import { toBytes, type WebhookBody } from '../webhooks/raw-body.ts';
import { detailsOfItems, sessionIn, withDetails } from './order-fields.ts';
import { NOTHING, type OrderReport } from './order-report.ts';
import { centsOf, type Fields, idOf, isFields, listOf, openDelivery, textOf } from './platform-webhook.ts';

/** An order in one of these has been paid, given back since or not. */
const PAID: ReadonlySet<unknown> = new Set(['processing', 'completed', 'refunded']);
const PING = /^webhook_id=\d+$/;

/** A webhook of WooCommerce whose signature is good, or the unsigned ping with which WooCommerce begins. */
export interface WooCommerceWebhook {
  /** Such as `order.updated`; empty for the ping, and where none came. */
  readonly topic: string;
  /** The order, subscription or customer. Every field is to be looked at before it is believed; large ids are text. */
  readonly resource: Readonly<Record<string, unknown>>;
  readonly report: OrderReport;
}

/**
 * Verifies a webhook of WooCommerce and reads what it says of an order: `order.created` and `order.updated` are a
 * conversion once the order is paid, and each refund in it a return; other topics say nothing. The widget's visit comes
 * with the order meta `genvoris_session`. The unsigned ping with which WooCommerce begins says nothing either.
 *
 * WooCommerce sends all refunds of an order with each change of it: give `reportOrder` your record of those told.
 *
 * @param rawBody the bytes as received, before any JSON parser
 * @param secret the webhook's secret (`X-WC-Webhook-Signature`); several while it is rotated, or where each webhook has its own
 * @throws WebhookVerificationError with a `WebhookErrorCode`, such as `signature_mismatch`
 * @throws TypeError for an argument that cannot be right; it quotes no secret
 * @see openapi/v1.yaml createConversion, createReturn
 * @example await reportOrder(genvoris, readWooCommerceOrder(rawBody, request.headers, secret), isTold);
 */
export function readWooCommerceOrder(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: string | readonly string[],
): OrderReport {
  return readWooCommerceWebhook(rawBody, headers, secret).report;
}

/**
 * Verifies any webhook of WooCommerce and hands out its topic, the resource as it came, and what `readWooCommerceOrder`
 * reads of it.
 *
 * @throws WebhookVerificationError, TypeError as `readWooCommerceOrder`
 * @see openapi/storefront.yaml receiveWooCommerceWebhook
 * @example const { topic, resource } = readWooCommerceWebhook(rawBody, request.headers, secret);
 */
export function readWooCommerceWebhook(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: string | readonly string[],
): WooCommerceWebhook {
  const bytes = toBytes(rawBody);
  if (bytes.byteLength < 64 && PING.test(bytes.toString('latin1')))
    return { topic: '', resource: {}, report: NOTHING };
  const resource = openDelivery(bytes, headers, 'x-wc-webhook-signature', secret);
  const topic = singleHeader(headers, 'x-wc-webhook-topic') ?? '';
  const isOrder = topic === 'order.created' || topic === 'order.updated';
  return { topic, resource, report: isOrder ? reported(resource) : NOTHING };
}

function reported(order: Fields): OrderReport {
  const orderId = idOf(order.id, 'id');
  return {
    ...(PAID.has(order.status) && { conversion: paid(order, orderId) }),
    returns: listOf(order.refunds).map((refund) => refunded(order, orderId, refund)),
  };
}

function paid(order: Fields, orderId: string) {
  const needed = { orderId, platform: 'woocommerce', amountCents: centsOf(order.total, 'total') } as const;
  return withDetails('createConversion', needed, {
    currency: order.currency,
    customerEmail: isFields(order.billing) ? order.billing.email : undefined,
    sessionId: sessionIn(order.meta_data, 'key'),
    ...detailsOfItems(order.line_items, 'name'),
  });
}

function refunded(order: Fields, orderId: string, refund: Fields) {
  const refundedAmountCents = centsOf(refund.total, 'refunds.total');
  const needed = { orderId, platform: 'woocommerce', refundedAmountCents } as const;
  return {
    key: `woocommerce-refund-${idOf(refund.id, 'refunds.id')}`,
    refund: withDetails('createReturn', needed, { currency: order.currency, reason: textOf(refund.reason) }),
  };
}
