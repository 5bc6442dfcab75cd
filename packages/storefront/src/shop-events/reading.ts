import type { ShopEvent } from '@genvoris/contract/types/storefront';
import type { Failure } from '../exchange/failure.ts';
import type { Awaitable } from '../exchange/request.ts';

/**
 * What a platform's webhook says: what happened in the shop, in the order in which it happened, or nothing that concerns
 * try-ons. One that is signed badly is the failure `invalid_signature`; a field that cannot be right `invalid_request`.
 */
export type ShopEventReading =
  | { kind: 'events'; events: readonly ShopEvent[] }
  | { kind: 'ignored' }
  | Failure;

/** How a platform's own webhooks are read. What they come to is not the platform's to say. */
export interface ShopEventSource {
  /** The operation that takes them; the other one answers `path_not_allowed`. */
  readonly operationId: 'receiveWooCommerceWebhook' | 'receiveShopifyWebhook';
  /**
   * Checks the signature over `bytes`, the body as it came, and reads it. `header` takes a lower-case name. Ids of events
   * are the same whenever the same thing is told again.
   */
  read(bytes: Uint8Array, header: (name: string) => string | undefined): Awaitable<ShopEventReading>;
}
