import type { ShopperLedger } from '@genvoris/storefront';
import { createExpressStorefront, type ExpressStorefront } from '@genvoris/storefront/express';
import type { Visitors } from '../shop/visitors.ts';
import type { Debits } from './debits.ts';
import { type Models, toModelSettings } from './models.ts';

export interface StorefrontParts {
  /** The store's key, which never leaves the server. */
  apiKey: string;
  portalUrl: string;
  backendUrl: string;
  shopOrigins: string[];
  /** What shoppers may try on, in the shop's own database. */
  ledger: ShopperLedger;
  models: Models;
  visitors: Visitors;
  debits: Debits;
  secrets: ShopSecrets;
}

export interface ShopSecrets {
  /** Signs the tokens of forms, and hides the emails of guest orders in the ledger. */
  own: string;
  /** Shared with the order system. */
  orders: string;
  /** Shared with Genvoris. */
  webhook: string;
}

/** Puts Genvoris into the shop: all of it is here. What is mounted answers the widget, the order system and Genvoris. */
export function createStorefront(parts: StorefrontParts): ExpressStorefront {
  const { apiKey, portalUrl, backendUrl, shopOrigins, ledger, models, visitors, debits, secrets } = parts;
  return createExpressStorefront({
    apiKey,
    portalUrl,
    backendUrl,
    shopOrigin: shopOrigins,
    secret: secrets.own,
    ledger,
    // Asked at each request: the merchant may change it while the shop runs.
    model: () => toModelSettings(models.choice()),
    // By the shop's own session. What a browser says about itself is never asked.
    identify: ({ host }) => {
      const { shopper, sessionId } = visitors.of(host);
      return shopper ? { id: shopper.id, email: shopper.email, sessionId } : null;
    },
    orderSecret: secrets.orders,
    webhookSecret: secrets.webhook,
    onGenvorisEvent: { 'tryon.completed': debits.record },
    onError: ({ kind, message, requestId }) => console.error(`Genvoris: ${kind} (${requestId}) ${message}`),
    // Every page of the shop asks for it, from the shop's own server.
    rateLimits: { getShopperAccount: { limit: 600, windowSeconds: 60 } },
    // Short, so that a stalled upstream shows before the visitor gives up.
    timeoutMs: 2_000,
    proxyTimeoutMs: 15_000,
  });
}
