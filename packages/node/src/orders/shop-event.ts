import type { ShopEvent } from '@genvoris/contract/types/storefront';
import type { components } from '@genvoris/contract/types/v1';
import { detailsOfItems, withDetails } from './order-fields.ts';
import { NOTHING, type OrderReport } from './order-report.ts';

const MOST_CHARACTERS = 255;

/**
 * Reads what an event of the shop says of an order: a paid one is a conversion, a refund a return; other events say
 * nothing.
 *
 * @param refundedCents what went back, for a refund of the whole that names no amount; without it such a one says nothing
 * @see openapi/storefront.yaml receiveShopEvent
 * @example await reportOrder(genvoris, orderReportOf(event, 'custom'));
 */
export function orderReportOf(
  event: ShopEvent,
  platform: components['schemas']['ConversionPlatform'],
  refundedCents?: number | null,
): OrderReport {
  if (event.type === 'order.paid') {
    const { orderId, totalCents, currency, email, sessionId, items } = event.data;
    const needed = { orderId: String(orderId), platform, amountCents: totalCents };
    const lines = items.map(({ productId, quantity, title }) => ({ product_id: productId, quantity, title }));
    const details = { currency, customerEmail: email ?? undefined, sessionId };
    return {
      conversion: withDetails('createConversion', needed, { ...details, ...detailsOfItems(lines, 'title') }),
      returns: [],
    };
  }
  if (event.type !== 'order.refunded') return NOTHING;
  const { orderId, refundId, amountCents, currency, reason } = event.data;
  const refundedAmountCents = amountCents ?? refundedCents;
  if (refundedAmountCents === undefined || refundedAmountCents === null) return NOTHING;
  const needed = { orderId: String(orderId), platform, refundedAmountCents };
  // Refunds of WooCommerce and of Shopify have ids of their own, and other readers of theirs call them so.
  const own = `${platform}-refund-${orderId}-${refundId}`;
  const key = platform === 'custom' && own.length <= MOST_CHARACTERS ? own : `${platform}-refund-${refundId}`;
  return {
    returns: [
      { key, refund: withDetails('createReturn', needed, { currency, reason: reason ?? undefined }) },
    ],
  };
}
