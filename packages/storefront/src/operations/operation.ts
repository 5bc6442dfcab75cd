import type { ExternalIdPlatform } from '@genvoris/contract';
import type { EntitlementsInForce } from '../entitlements/in-force.ts';
import type { Outcome } from '../exchange/failure.ts';
import type { Tell } from '../exchange/note.ts';
import type { Awaitable, StorefrontRequest } from '../exchange/request.ts';
import type { Route } from '../exchange/routes.ts';
import type { Csrf } from '../guards/csrf.ts';
import type { Book } from '../ledger/book.ts';
import type { ShopEventSource } from '../shop-events/reading.ts';
import type { ShopEvents } from '../shop-events/shop-events.ts';
import type { Sessions } from '../shoppers/sessions.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { AccountStatus } from '../upstream/account-status.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Credentials } from '../vault/credentials.ts';
import type { Connect } from './connect.ts';
import type { GenvorisEventHandlers } from './genvoris-events.ts';
import type { RecordedEvents } from './recorded-events.ts';

/** What operations share for as long as the storefront lives. */
export interface Services {
  readonly upstream: Upstream;
  readonly accountStatus: AccountStatus;
  readonly sessions: Sessions;
  /** What shoppers may do under the model in force now. */
  readonly entitlements: EntitlementsInForce;
  /** The shop's ledger; `undefined` where the shop keeps none. */
  readonly book: Book | undefined;
  readonly shopEvents: ShopEvents;
  /** How the platform's own webhooks are read, if it has any. */
  readonly shopEventSource: ShopEventSource | undefined;
  /** What the shop's order system signs with; several while it is being changed. */
  readonly orderSecret: readonly string[] | undefined;
  /** Milliseconds since 1970, for what comes in signed. */
  readonly now: () => number;
  readonly csrf: Csrf;
  readonly credentials: Credentials;
  /** Absent where the shop does not connect this way. */
  readonly connect: Connect | undefined;
  readonly onGenvorisEvent: GenvorisEventHandlers;
  /** Which events of Genvoris have been taken. */
  readonly recordedEvents: RecordedEvents;
  readonly platform: ExternalIdPlatform;
  /** How long a client's body is waited for, beside what its size takes. */
  readonly uploadGraceMs: number;
}

/** One request that has passed the guards. */
export interface Exchange {
  readonly request: StorefrontRequest;
  readonly route: Route;
  /** `null` is a guest. */
  readonly shopper: Shopper | null;
  readonly requestId: string;
  /** Once in an operation: the model in force for this request. */
  readonly entitlements: EntitlementsInForce;
  readonly tell: Tell;
}

export type OperationHandler = (exchange: Exchange, services: Services) => Awaitable<Outcome>;
