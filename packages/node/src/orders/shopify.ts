import { singleHeader, type WebhookRequestHeaders } from '../webhooks/headers.ts';
import type { WebhookBody } from '../webhooks/raw-body.ts';
import { detailsOfItems, sessionIn, withDetails } from './order-fields.ts';
import { NOTHING, type OrderReport } from './order-report.ts';
import {
  centsOf,
  type Fields,
  idOf,
  isFields,
  listOf,
  malformed,
  openDelivery,
  textOf,
} from './platform-webhook.ts';

const CURRENCY = /^[A-Z]{3}$/;

/** A webhook of Shopify whose signature is good. */
export interface ShopifyWebhook {
  /** Such as `orders/paid`; empty where none came. */
  readonly topic: string;
  /** The order, refund, contract or customer. Every field is to be looked at before it is believed; large ids are text. */
  readonly resource: Readonly<Record<string, unknown>>;
  readonly report: OrderReport;
}

/**
 * Verifies a webhook of Shopify and reads what it says of an order: `orders/paid` is a conversion, `refunds/create` a
 * return; other topics say nothing. The widget's visit comes with the cart attribute `genvoris_session`.
 *
 * @param rawBody the bytes as received, before any JSON parser
 * @param secret the app's client secret, which Shopify signs with (`X-Shopify-Hmac-Sha256`); several while it is rotated
 * @throws WebhookVerificationError with a `WebhookErrorCode`, such as `signature_mismatch`
 * @throws TypeError for an argument that cannot be right; it quotes no secret
 * @see openapi/v1.yaml createConversion, createReturn
 * @example await reportOrder(genvoris, readShopifyOrder(rawBody, request.headers, secret));
 */
export function readShopifyOrder(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: string | readonly string[],
): OrderReport {
  return readShopifyWebhook(rawBody, headers, secret).report;
}

/**
 * Verifies any webhook of Shopify and hands out its topic, the resource as it came, and what `readShopifyOrder` reads of it.
 *
 * @throws WebhookVerificationError, TypeError as `readShopifyOrder`
 * @see openapi/storefront.yaml receiveShopifyWebhook
 * @example const { topic, resource } = readShopifyWebhook(rawBody, request.headers, secret);
 */
export function readShopifyWebhook(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: string | readonly string[],
): ShopifyWebhook {
  const resource = openDelivery(rawBody, headers, 'x-shopify-hmac-sha256', secret);
  const topic = singleHeader(headers, 'x-shopify-topic') ?? '';
  if (topic === 'orders/paid') {
    return { topic, resource, report: { conversion: paid(resource), returns: [] } };
  }
  if (topic === 'refunds/create') return { topic, resource, report: { returns: [refunded(resource)] } };
  return { topic, resource, report: NOTHING };
}

function paid(order: Fields) {
  const { amountCents, currency } = moneyOf(order);
  const needed = {
    orderId: idOf(order.id, 'id'),
    platform: 'shopify',
    amountCents,
  } as const;
  return withDetails('createConversion', needed, {
    currency,
    customerEmail: order.email || order.contact_email,
    sessionId: sessionIn(order.note_attributes, 'name'),
    ...detailsOfItems(order.line_items, 'title'),
  });
}

/** In the buyer's currency, where that is not the shop's: refunds are in it too. */
function moneyOf({ total_price, currency, total_price_set: set }: Fields) {
  const money = isFields(set) ? set.presentment_money : undefined;
  if (!isFields(money) || !CURRENCY.test(textOf(money.currency_code) ?? ''))
    return { amountCents: centsOf(total_price, 'total_price'), currency };
  const amountCents = centsOf(money.amount, 'total_price_set.presentment_money.amount');
  return { amountCents, currency: money.currency_code };
}

/** What went back is what its transactions say, which is less than its items where something is kept. */
function refunded(refund: Fields) {
  if (!Array.isArray(refund.transactions)) throw malformed('"transactions" is no list');
  // One that is pending is on its way, and the platform does not tell of it again.
  const money = listOf(refund.transactions).filter(
    ({ kind, status }) => kind === 'refund' && status !== 'failure' && status !== 'error',
  );
  const needed = {
    orderId: idOf(refund.order_id, 'order_id'),
    platform: 'shopify',
    refundedAmountCents: money.reduce((sum, { amount }) => sum + centsOf(amount, 'amount'), 0),
  } as const;
  return {
    key: `shopify-refund-${idOf(refund.id, 'id')}`,
    refund: withDetails('createReturn', needed, {
      currency: money[0]?.currency,
      reason: textOf(refund.note),
    }),
  };
}
