import type { ShopEvent } from '@genvoris/contract/types/storefront';
import { readShopifyWebhook, type ShopifyWebhook } from '@genvoris/node/orders';
import { WebhookVerificationError } from '@genvoris/node/webhooks';
import type { Awaitable } from '../exchange/request.ts';
import type { ShopEventReading, ShopEventSource } from '../shop-events/reading.ts';
import { toShopifyEvent } from './shopify-events.ts';

/** Reads Shopify's webhooks: those of orders, refunds, subscription contracts and customers, and the three of privacy. */
export function createShopifyEvents(
  {
    shop,
    secrets,
    onShopRedact,
  }: {
    shop: string;
    secrets: readonly string[];
    onShopRedact: (() => Awaitable<void>) | undefined;
  },
  now: () => number,
): ShopEventSource {
  return {
    operationId: 'receiveShopifyWebhook',
    async read(bytes, header): Promise<ShopEventReading> {
      try {
        const delivery = readShopifyWebhook(bytes, { get: header }, secrets);
        if (header('x-shopify-shop-domain') !== shop)
          return invalid('X-Shopify-Shop-Domain is not the shop that this storefront is for.');
        if (delivery.topic === 'shop/redact') {
          await onShopRedact?.();
          return { kind: 'ignored' };
        }
        const read = toShopifyEvent(delivery, header('x-shopify-webhook-id'));
        if (read === undefined) return { kind: 'ignored' };
        const { about, event } = read;
        const occurredAt = timeOf(delivery, header('x-shopify-triggered-at')) ?? new Date(now());
        const base = { id: `shopify:${about}`, occurredAt: occurredAt.toISOString() };
        return { kind: 'events', events: [{ ...base, ...event } as ShopEvent] };
      } catch (error) {
        if (!(error instanceof WebhookVerificationError)) throw error;
        if (error.code === 'malformed_payload') return invalid(error.message);
        return { kind: 'invalid_signature', why: error.message };
      }
    },
  };
}

/** The resource's own times, where Shopify does not say when it began to tell. */
function timeOf({ topic, resource }: ShopifyWebhook, triggeredAt: string | undefined): Date | undefined {
  const own = topic === 'orders/cancelled' ? resource.cancelled_at : resource.processed_at;
  for (const text of [triggeredAt, own, resource.updated_at, resource.created_at]) {
    const time = typeof text === 'string' ? new Date(text) : undefined;
    if (time !== undefined && !Number.isNaN(time.getTime())) return time;
  }
  return undefined;
}

function invalid(detail: string) {
  return { kind: 'invalid_request', detail } as const;
}
