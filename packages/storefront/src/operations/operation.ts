import type { Outcome } from '../failure.ts';
import type { Model } from '../models/model.ts';
import type { Csrf } from '../policies/csrf.ts';
import type { Awaitable, StorefrontRequest } from '../request.ts';
import type { Route } from '../routes.ts';
import type { Sessions } from '../shopper/sessions.ts';
import type { Shopper } from '../shopper/shopper.ts';
import type { AccountStatus } from '../upstream/account-status.ts';
import type { Upstream } from '../upstream/upstream.ts';

/** What operations share for as long as the storefront lives. */
export interface Services {
  readonly upstream: Upstream;
  readonly accountStatus: AccountStatus;
  readonly sessions: Sessions;
  readonly model: Model;
  readonly csrf: Csrf;
}

/** One request that has passed the guards. */
export interface Exchange {
  readonly request: StorefrontRequest;
  readonly route: Route;
  /** `null` is a guest. */
  readonly shopper: Shopper | null;
}

export type OperationHandler = (exchange: Exchange, services: Services) => Awaitable<Outcome>;
