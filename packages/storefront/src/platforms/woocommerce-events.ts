import type { ShopEvent } from '@genvoris/contract/types/storefront';
import type { WooCommerceWebhook } from '@genvoris/node/orders';
import { currencyOf, emailOf, type Fields, isFields, itemsOf, malformed } from './resource-fields.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'occurredAt'> : never;
type SubscriptionType = 'subscription.started' | 'subscription.paused' | 'subscription.ended';

/** An order in one of these is paid. WooCommerce tells of the state after a change, never of the change. */
const PAID: ReadonlySet<unknown> = new Set(['processing', 'completed', 'refunded']);

/** Cash on delivery is processed before anybody has paid it: WooCommerce says no date then. */
function isPaid({ status, date_paid_gmt: paidAt }: Fields): boolean {
  return PAID.has(status) && !(status === 'processing' && paidAt === null);
}

/** What is left out, such as `pending`, is not known to be paid. One that is to end with its term is active until then. */
const SUBSCRIPTIONS: ReadonlyMap<unknown, SubscriptionType> = new Map([
  ['active', 'subscription.started'],
  ['pending-cancel', 'subscription.started'],
  ['on-hold', 'subscription.paused'],
  ['cancelled', 'subscription.ended'],
  ['expired', 'subscription.ended'],
  ['switched', 'subscription.ended'],
]);

/**
 * Reads what a webhook of WooCommerce or of WooCommerce Subscriptions says of the shop, in the order in which it happened.
 * There is no delivery id worth keeping: an event is named for what it is about and the state it tells of.
 *
 * @throws WebhookVerificationError `malformed_payload` that names the field
 */
export function toWooCommerceEvents(
  { topic, resource, report }: WooCommerceWebhook,
  now: () => number,
): ShopEvent[] {
  switch (topic) {
    case 'order.created':
    case 'order.updated':
    case 'order.restored':
      return ofOrder(resource, report);
    case 'subscription.created':
    case 'subscription.updated':
      return ofSubscription(resource);
    case 'customer.created':
      return ofCustomer('shopper.created', resource, momentOf(resource, ['date_created_gmt']));
    case 'customer.deleted':
      // Of what was deleted WooCommerce says the id alone.
      return ofCustomer('shopper.deleted', resource, new Date(now()).toISOString());
    default:
      return [];
  }
}

function ofOrder(order: Fields, { conversion, returns }: WooCommerceWebhook['report']): ShopEvent[] {
  const orderId = idOf(order.id, 'id');
  const changedAt = momentOf(order, ['date_modified_gmt', 'date_created_gmt']);
  const events: WithoutTime<ShopEvent>[] = [];
  let paidAt = changedAt;
  if (conversion !== undefined && isPaid(order)) {
    paidAt = momentOf(order, [
      'date_paid_gmt',
      'date_completed_gmt',
      'date_modified_gmt',
      'date_created_gmt',
    ]);
    events.push({
      id: `woocommerce:order:${orderId}:paid`,
      type: 'order.paid',
      data: {
        orderId,
        customerId: customerOf(order.customer_id),
        email: emailOf(isFields(order.billing) ? order.billing.email : undefined) ?? null,
        currency: currencyOf(order.currency, 'currency'),
        totalCents: conversion.amountCents,
        items: itemsOf(order.line_items, 'name', idOf),
        ...(conversion.sessionId !== undefined && { sessionId: conversion.sessionId }),
      },
    });
  }
  for (const { refund, key } of returns) {
    const refundId = idOf(key.slice('woocommerce-refund-'.length), 'refunds.id');
    events.push({
      id: `woocommerce:refund:${refundId}`,
      type: 'order.refunded',
      data: {
        orderId,
        refundId,
        amountCents: refund.refundedAmountCents,
        ...(refund.currency !== undefined && { currency: refund.currency }),
        ...(refund.reason !== undefined && { reason: refund.reason }),
      },
    });
  }
  // Set by hand, with no refund behind it.
  if (order.status === 'refunded' && returns.length === 0)
    events.push({
      id: `woocommerce:order:${orderId}:refunded`,
      type: 'order.refunded',
      data: { orderId, refundId: `order-${orderId}`, amountCents: null },
    });
  // One that nobody paid in time is cancelled too, and may be paid after all.
  if (order.status === 'cancelled' && order.date_paid_gmt !== null)
    events.push({ id: `woocommerce:order:${orderId}:cancelled`, type: 'order.cancelled', data: { orderId } });
  return events.map((event) => ({
    ...event,
    occurredAt: event.type === 'order.paid' ? paidAt : changedAt,
  })) as ShopEvent[];
}

function ofSubscription(subscription: Fields): ShopEvent[] {
  const subscriptionId = idOf(subscription.id, 'id');
  const type = SUBSCRIPTIONS.get(subscription.status);
  if (type === undefined) {
    if (typeof subscription.status !== 'string') throw malformed('status', 'is no text');
    return [];
  }
  const occurredAt = momentOf(subscription, ['date_modified_gmt', 'date_created_gmt']);
  const ends = subscription.end_date_gmt;
  const email = emailOf(isFields(subscription.billing) ? subscription.billing.email : undefined);
  return [
    {
      id: `woocommerce:subscription:${subscriptionId}:${subscription.status}:${occurredAt}`,
      occurredAt,
      type,
      data: {
        subscriptionId,
        customerId: customerOf(subscription.customer_id),
        ...(email !== undefined && { email }),
        productIds: itemsOf(subscription.line_items, 'name', idOf).map(({ productId }) => productId),
        endsAt: type === 'subscription.started' && isGiven(ends) ? moment(ends, 'end_date_gmt') : null,
      },
    },
  ];
}

function ofCustomer(
  type: 'shopper.created' | 'shopper.deleted',
  customer: Fields,
  occurredAt: string,
): ShopEvent[] {
  const customerId = idOf(customer.id, 'id');
  const email = emailOf(customer.email);
  const id = `woocommerce:customer:${customerId}:${type === 'shopper.created' ? 'created' : 'deleted'}`;
  return [{ id, occurredAt, type, data: { customerId, ...(email !== undefined && { email }) } }];
}

/** WooCommerce's 0 is a guest. */
function customerOf(value: unknown): string | null {
  return value === 0 || value === null || value === '0' ? null : idOf(value, 'customer_id');
}

/** The first of these fields that says a time. */
function momentOf(resource: Fields, fields: [string, ...string[]]): string {
  const field = fields.find((one) => isGiven(resource[one])) ?? fields[0];
  return moment(resource[field], field);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== 0;
}

/** A time in UTC, which WooCommerce writes without saying so. */
function moment(value: unknown, field: string): string {
  const text = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
  const [, plain] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)?$/.exec(text) ?? [];
  const time = plain === undefined ? Number.NaN : Date.parse(`${plain}Z`);
  if (Number.isNaN(time)) throw malformed(field, 'is no time in UTC');
  return new Date(time).toISOString();
}

/** An id, which WooCommerce sends as a number; a large one is text by now. */
function idOf(value: unknown, field: string): string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value);
  if (typeof value === 'string' && /^\d{1,30}$/.test(value)) return value;
  throw malformed(field, 'is no id');
}
