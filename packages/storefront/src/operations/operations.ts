import type { StorefrontOperationId } from '../exchange/routes.ts';
import { completeConnect } from './complete-connect.ts';
import { createCheckout } from './create-checkout.ts';
import { createStorefrontSession } from './create-storefront-session.ts';
import { getNonce } from './get-nonce.ts';
import { getShopperAccount } from './get-shopper-account.ts';
import { getStorefrontStatus } from './get-storefront-status.ts';
import type { OperationHandler } from './operation.ts';
import { proxyAnalyze } from './proxy-analyze.ts';
import { proxyCreatePlan } from './proxy-create-plan.ts';
import { proxyTryon } from './proxy-tryon.ts';
import { receivePlatformWebhook } from './receive-platform-webhook.ts';
import { receiveShopEvent } from './receive-shop-event.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { sendStorefrontEvents } from './send-storefront-events.ts';
import { startStoreConnect } from './start-store-connect.ts';
import { useCredits } from './use-credits.ts';

/** Who answers what. */
export const HANDLERS: Record<StorefrontOperationId, OperationHandler> = {
  getStorefrontStatus,
  createStorefrontSession,
  getNonce,
  proxyAnalyze,
  proxyTryon,
  proxyCreatePlan,
  sendStorefrontEvents,
  useCredits,
  createCheckout,
  getShopperAccount,
  receiveWebhook,
  receiveShopEvent,
  receiveWooCommerceWebhook: receivePlatformWebhook,
  receiveShopifyWebhook: receivePlatformWebhook,
  startStoreConnect,
  completeConnect,
};
