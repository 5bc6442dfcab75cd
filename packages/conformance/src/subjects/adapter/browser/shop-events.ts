import { randomUUID } from 'node:crypto';
import type { ShopEventType } from '@genvoris/contract';
import { requestExamples } from '../../../core/contract/documented.ts';

/** An event of the shop's order system, as the spec shows it. */
export interface SentEvent {
  id: string;
  type: ShopEventType;
  occurredAt: string;
  data: Record<string, unknown>;
}

/**
 * The spec's own example of such an event, or of its family, with another id, of now, and with these data. A subscription
 * has no end unless one is given, for an example's moment passes.
 */
export function shopEvent(type: ShopEventType, data: Record<string, unknown> = {}): SentEvent {
  const shown = requestExamples('receiveShopEvent').map(({ value }) => value as SentEvent);
  const family = type.split('.')[0];
  const like =
    shown.find((one) => one.type === type) ?? shown.find((one) => one.type.split('.')[0] === family);
  if (!like) throw new Error(`storefront.yaml shows no event like ${type}, so none can be sent.`);
  const endless = 'endsAt' in like.data ? { endsAt: null } : {};
  return {
    id: `run-${randomUUID()}`,
    type,
    occurredAt: new Date().toISOString(),
    data: { ...structuredClone(like.data), ...endless, ...data },
  };
}

/** The products that the spec's paid order is of. */
export function orderedProducts(): string[] {
  const items = shopEvent('order.paid').data.items as { productId: string }[];
  return items.map(({ productId }) => productId);
}

export function toBytes(event: unknown): Buffer {
  return Buffer.from(JSON.stringify(event));
}
