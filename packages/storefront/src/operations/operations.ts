import type { StorefrontOperationId } from '../exchange/routes.ts';
import { completeConnect } from './complete-connect.ts';
import { createStorefrontSession } from './create-storefront-session.ts';
import { getNonce } from './get-nonce.ts';
import { getStorefrontStatus } from './get-storefront-status.ts';
import type { OperationHandler } from './operation.ts';
import { proxyAnalyze } from './proxy-analyze.ts';
import { proxyCreatePlan } from './proxy-create-plan.ts';
import { proxyTryon } from './proxy-tryon.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { sendStorefrontEvents } from './send-storefront-events.ts';
import { startStoreConnect } from './start-store-connect.ts';

/** Who answers what; `undefined` is an operation that this version does not offer yet. */
export const HANDLERS: Record<StorefrontOperationId, OperationHandler | undefined> = {
  getStorefrontStatus,
  createStorefrontSession,
  getNonce,
  proxyAnalyze,
  proxyTryon,
  proxyCreatePlan,
  sendStorefrontEvents,
  useCredits: undefined,
  createCheckout: undefined,
  getShopperAccount: undefined,
  receiveWebhook,
  receiveShopEvent: undefined,
  receiveWooCommerceWebhook: undefined,
  receiveShopifyWebhook: undefined,
  startStoreConnect,
  completeConnect,
};
