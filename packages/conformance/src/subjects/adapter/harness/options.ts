import type { StorefrontModel } from '@genvoris/contract';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { RunOptions } from '../../../core/running/subject.ts';

/** Where the adapter under test is to be reached, and how to end it. */
export interface StartedAdapter {
  target: string | URL;
  /** The same adapter with an upstream whose host name does not resolve. */
  unresolvable?: string | URL | undefined;
  close?: (() => Promise<void> | void) | undefined;
}

/** What an adapter is configured with for a run. */
export interface UpstreamForAdapter {
  /** Both the portal's and the backend's base URL. */
  url: string;
  /** A base URL whose host does not resolve. */
  unresolvableUrl: string;
  /** Whether this instance needs a twin that uses `unresolvableUrl`; one of those that are started does. */
  needsTwin: boolean;
  apiKey: string;
  internalSecret: string;
  /** The origin its shop is at. */
  origin: string;
  /** How its shoppers pay for try-ons. */
  model: StorefrontModel;
  /** What its order system signs `POST /webhooks/orders` with. */
  orderSecret: string;
  /** What Genvoris signs `POST /webhook` with. */
  webhookSecret: string;
  /** What its merchant has set about the models. */
  allowances: Allowances;
}

/** What a merchant sets about the models; each model takes what is its own. */
export interface Allowances {
  /** Credits that an order brings, and for how many days. */
  creditsPerOrder: number;
  creditsExpireDays: number;
  /** Free try-ons of a calendar month. */
  freePerMonth: number;
  /** Try-ons of a session, how long it is open, and the products that open one. */
  tryOnsPerSession: number;
  sessionMinutes: number;
  sessionProducts: readonly string[];
  /** Where the call to action leads, the checkout too. */
  ctaUrl: string;
}

/** Options of `runConformance`. */
export interface ConformanceOptions extends RunOptions {
  /** The mount of an adapter that runs already and calls `http://<upstreamHost>:<upstreamPort>`. */
  target?: string | URL | undefined;
  /** The mount of a second instance, whose upstream host does not resolve. */
  unresolvable?: string | URL | undefined;
  /** Starts the adapter once the upstream listens; in place of `target`. */
  start?: ((upstream: UpstreamForAdapter) => Promise<StartedAdapter>) | undefined;
  upstreamPort?: number | undefined;
  upstreamHost?: string | undefined;
  /** The key the adapter is configured with; made up where `start` is given. */
  apiKey?: string | undefined;
  internalSecret?: string | undefined;
  /** The shop's origin. Default `https://shop.example`. */
  origin?: string | undefined;
  /** Headers that sign a shopper in; `{shopper}` stands for the id. Default `Cookie: shop_session={shopper}`. */
  shopperHeaders?: readonly (readonly [name: string, value: string])[] | undefined;
  /** What the portal must be told about a shopper, such as `laravel_{shopper}`. Default: any canonical prefix. */
  externalId?: string | undefined;
  /** Whether each cell comes from an address of its own, in `X-Forwarded-For`. Default true. */
  forwardedFor?: boolean | undefined;
  /**
   * The storefront models to judge it under; it is started for each, or runs already under the only one. Default `FREE_ALL`,
   * under which everything is judged that no other model changes.
   */
  models?: readonly StorefrontModel[] | undefined;
  /** What the adapter's order system signs with; made up where `start` is given. */
  orderSecret?: string | undefined;
  /** What Genvoris signs its events to the adapter with; made up where `start` is given. */
  webhookSecret?: string | undefined;
  /** Whether FREE_ALL lets guests try on. Default `allowed`. */
  guests?: 'allowed' | 'refused' | undefined;
  /** Operations the adapter does not offer. Their cells run all the same and must answer path_not_allowed. */
  unsupported?: readonly StorefrontOperationId[] | undefined;
  /** The longest to wait for an answer, in milliseconds. Default 10000; must exceed the adapter's own timeout. */
  patienceMs?: number | undefined;
  /** How many instances `start` starts, so that cells which wait for a timeout wait side by side. Default 7. */
  workers?: number | undefined;
  /** @deprecated in favour of `workers` */
  lanes?: number | undefined;
}
