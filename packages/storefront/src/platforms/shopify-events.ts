import type { ShopEvent } from '@genvoris/contract/types/storefront';
import type { ShopifyWebhook } from '@genvoris/node/orders';
import { currencyOf, emailOf, type Fields, isFields, itemsOf, malformed } from './resource-fields.ts';

type Read = WithoutBase<ShopEvent>;
type WithoutBase<Event> = Event extends unknown ? Omit<Event, 'id' | 'occurredAt'> : never;
type SubscriptionType = Extract<Read, { data: { subscriptionId: unknown } }>['type'];

/** What a webhook says, and what it is about: the same text whenever the same thing is told again, under whatever id. */
export interface ShopifyEvent {
  about: string;
  event: Read;
}

/** A contract that failed to be paid may be activated again; the others that are over may not. */
const CONTRACTS: ReadonlyMap<unknown, SubscriptionType> = new Map<unknown, SubscriptionType>([
  ['active', 'subscription.resumed'],
  ['paused', 'subscription.paused'],
  ['failed', 'subscription.paused'],
  ['cancelled', 'subscription.ended'],
  ['expired', 'subscription.ended'],
  ['stale', 'subscription.ended'],
]);

/**
 * Reads what a webhook of Shopify says of the shop; `undefined` is nothing that concerns try-ons.
 *
 * @throws WebhookVerificationError `malformed_payload` that names the field
 */
export function toShopifyEvent(
  { topic, resource, report }: ShopifyWebhook,
  deliveryId: string | undefined,
): ShopifyEvent | undefined {
  switch (topic) {
    case 'orders/paid':
      return paid(resource, report);
    case 'refunds/create':
      return refunded(resource, report);
    case 'orders/cancelled': {
      const orderId = idOf(resource.id, 'id');
      return { about: `order-cancelled:${orderId}`, event: { type: 'order.cancelled', data: { orderId } } };
    }
    case 'customers/create':
    case 'customers/update':
      return registered(resource);
    case 'customers/delete':
      return deleted(resource);
    case 'customers/redact':
      return deleted(fieldsOf(resource.customer, 'customer'), 'customer.');
    case 'customers/data_request':
      return requested(resource, deliveryId);
    default:
      return topic.startsWith('subscription_contracts/') ? contract(topic, resource, deliveryId) : undefined;
  }
}

function paid(order: Fields, { conversion }: ShopifyWebhook['report']): ShopifyEvent {
  if (conversion === undefined) throw malformed('id', 'is missing');
  const { orderId, amountCents: totalCents, currency = order.currency, sessionId } = conversion;
  const customer = order.customer ?? null;
  const items = itemsOf(order.line_items, 'title', idOf);
  return {
    about: `order-paid:${orderId}`,
    event: {
      type: 'order.paid',
      data: {
        orderId,
        customerId: customer === null ? null : idOf(fieldsOf(customer, 'customer').id, 'customer.id'),
        email: emailOf(order.email) ?? emailOf(order.contact_email) ?? null,
        currency: currencyOf(currency, 'currency'),
        totalCents,
        items,
        ...(sessionId !== undefined && { sessionId }),
      },
    },
  };
}

function refunded(refund: Fields, { returns: [first] }: ShopifyWebhook['report']): ShopifyEvent {
  if (first === undefined) throw malformed('id', 'is missing');
  const { orderId, refundedAmountCents: amountCents, currency, reason } = first.refund;
  const refundId = idOf(refund.id, 'id');
  const details = { ...(currency !== undefined && { currency }), ...(reason !== undefined && { reason }) };
  return {
    about: `refund:${refundId}`,
    event: { type: 'order.refunded', data: { orderId, refundId, amountCents, ...details } },
  };
}

function contract(topic: string, resource: Fields, deliveryId: string | undefined): ShopifyEvent | undefined {
  const subscriptionId = idOf(resource.id, 'id');
  const status = typeof resource.status === 'string' ? resource.status.toLowerCase() : undefined;
  if (status === undefined) throw malformed('status', 'is no text');
  const known = CONTRACTS.get(status);
  if (known === undefined) return undefined;
  const begins = topic === 'subscription_contracts/create' && known === 'subscription.resumed';
  const customerId = idOf(resource.customer_id, 'customer_id');
  // A contract may be paused and go on again and again; a revision is told once, a delivery any number of times.
  const revision = resource.revision_id ?? deliveryId;
  if (revision === undefined) throw malformed('revision_id', 'is missing, and so is X-Shopify-Webhook-Id');
  return {
    about: `contract:${subscriptionId}:${status}:${idOf(revision, 'revision_id')}`,
    // Of which product it is Shopify does not say: where the merchant named some, it is none of them.
    event: {
      type: begins ? 'subscription.started' : known,
      data: { subscriptionId, customerId, productIds: [] },
    },
  };
}

/** Guest orders are found by the email, so only one that Shopify has verified counts: anybody may type another's. */
function registered(customer: Fields): ShopifyEvent {
  const customerId = idOf(customer.id, 'id');
  const email = customer.verified_email === true ? emailOf(customer.email) : undefined;
  return {
    about: `${email === undefined ? 'customer' : 'customer-verified'}:${customerId}`,
    event: { type: 'shopper.created', data: { customerId, ...(email !== undefined && { email }) } },
  };
}

function deleted(customer: Fields, within = ''): ShopifyEvent {
  const customerId = idOf(customer.id, `${within}id`);
  const email = emailOf(customer.email);
  return {
    // Shopify redacts days after it deletes, and says the email only then: each is an event of its own.
    about: `customer-${within === '' ? 'deleted' : 'redacted'}:${customerId}`,
    event: { type: 'shopper.deleted', data: { customerId, ...(email !== undefined && { email }) } },
  };
}

function requested(resource: Fields, deliveryId: string | undefined): ShopifyEvent {
  const { id, email: given } = fieldsOf(resource.customer, 'customer');
  const customerId = idOf(id, 'customer.id');
  const request = isFields(resource.data_request) ? resource.data_request.id : deliveryId;
  const email = emailOf(given);
  return {
    about: `data-request:${idOf(request, 'data_request.id')}`,
    event: {
      type: 'shopper.data_requested',
      data: { customerId, ...(email !== undefined && { email }) },
    },
  };
}

/** An id, which Shopify sends as a number, or as text where a number would not hold it. */
function idOf(value: unknown, field: string): string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  if (typeof value === 'string' && /^[\w.:/-]{1,200}$/.test(value)) return value;
  throw malformed(field, 'is no id');
}

function fieldsOf(value: unknown, field: string): Fields {
  if (isFields(value)) return value;
  throw malformed(field, 'is no object');
}
