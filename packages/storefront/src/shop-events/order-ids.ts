import type { ExternalIdPlatform } from '@genvoris/contract';

/** An order's or a subscription's id in the ledger, where those of several systems may meet. */
export function toLedgerId(platform: ExternalIdPlatform, id: string | number): string {
  return `${platform}:${id}`;
}

/** What the ledger says of an order, by the id that the shop itself knows it by. */
export function asShopKnows<T extends { orderId?: string }>(entry: T): T {
  if (entry.orderId === undefined) return entry;
  return { ...entry, orderId: entry.orderId.slice(entry.orderId.indexOf(':') + 1) };
}
