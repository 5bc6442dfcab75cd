import type { ExternalIdPlatform } from '@genvoris/contract';
import type { Failure } from '../exchange/failure.ts';
import type { Awaitable, StorefrontRequest } from '../exchange/request.ts';
import type { Route } from '../exchange/routes.ts';
import type { Csrf } from '../guards/csrf.ts';
import type { Nonces } from '../guards/nonces.ts';
import type { ShopEventSource } from '../shop-events/reading.ts';
import type { ShopperIdentity } from '../shoppers/shopper.ts';
import type { FailureAnswer } from './failure-answer.ts';

/** A kind of shop: what it does its own way. Any platform runs on any host. */
export interface Platform<Host = unknown> {
  /** Whose ids `identify` gives: what stands before them in an externalId. */
  readonly name: ExternalIdPlatform;
  /** Where the storefront is mounted if neither the options nor a router of the host say. Default `/`. */
  readonly basePath?: string | undefined;
  /** How many proxies always stand between browsers and a shop of this kind, unless the options say. Default 0. */
  readonly trustedProxies?: number | undefined;
  /** Who is signed in, where the options have no `identify`. Asked once the `guard` let the request in. */
  identify?(request: StorefrontRequest<Host>): Awaitable<ShopperIdentity | null | undefined>;
  /** Refuses what did not come the way that pages of such a shop come. What a server signs for itself is not asked about. */
  guard?(request: StorefrontRequest<Host>, route: Route): Awaitable<Failure | undefined>;
  /** The path below the mount, where a request says it elsewhere, as in its query; `undefined` leaves what the host found. */
  findPath?(request: StorefrontRequest): string | undefined;
  /** Headers of its own for the answer to a request that passed the guards; names and values by turns. */
  answerHeaders?(request: StorefrontRequest<Host>): readonly string[];
  /** Its CSRF check. `secure` is whether a page of the shop is always loaded over https. Default: signed nonces. */
  csrf?(shop: { nonces: Nonces; secure: boolean }): Csrf<Host>;
  /** Its own webhooks, read into the contract's events. */
  readonly shopEvents?: ShopEventSource | undefined;
  /** Its own form of an error; `undefined` leaves it to the contract's, which is `answer`. */
  nativeError?(failure: Failure, answer: FailureAnswer): { status: number; body: unknown } | undefined;
  /** Lets go of what it holds, such as connections. */
  close?(): Promise<void>;
}
