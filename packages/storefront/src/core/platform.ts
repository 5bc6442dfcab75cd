import type { ExternalIdPlatform } from '@genvoris/contract';
import type { Failure } from '../exchange/failure.ts';
import type { Csrf } from '../guards/csrf.ts';
import type { Nonces } from '../guards/nonces.ts';
import type { ShopEventSource } from '../shop-events/reading.ts';

/** A kind of shop: what it does its own way. Any platform runs on any host. */
export interface Platform<Host = unknown> {
  /** Whose ids `identify` gives: what stands before them in an externalId. */
  readonly name: ExternalIdPlatform;
  /** Where the storefront is mounted if neither the options nor a router of the host say. Default `/`. */
  readonly basePath?: string | undefined;
  /** Its CSRF check. `secure` is whether a page of the shop is always loaded over https. Default: signed nonces. */
  csrf?(shop: { nonces: Nonces; secure: boolean }): Csrf<Host>;
  /** Its own form of an error; `undefined` leaves it to the contract's. */
  nativeError?(failure: Failure): { status: number; body: unknown } | undefined;
  /** Its own webhooks, read into the contract's events. */
  readonly shopEvents?: ShopEventSource | undefined;
}
