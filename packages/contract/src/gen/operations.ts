// Generated from openapi by `pnpm generate`. Do not edit.

import type { DocumentedErrors, Operation } from './operation.ts';
import * as connect from './operations/connect.ts';
import * as status from './operations/status.ts';
import * as storefront from './operations/storefront.ts';
import * as tryonTrack from './operations/tryon-track.ts';
import * as tryon from './operations/tryon.ts';
import * as v1 from './operations/v1.ts';

export const OPERATIONS = {
  startConnect: connect.startConnect,
  decideConnect: connect.decideConnect,
  exchangeConnectCode: connect.exchangeConnectCode,
  getStatus: status.getStatus,
  getStorefrontStatus: storefront.getStorefrontStatus,
  createStorefrontSession: storefront.createStorefrontSession,
  getNonce: storefront.getNonce,
  proxyAnalyze: storefront.proxyAnalyze,
  proxyTryon: storefront.proxyTryon,
  proxyCreatePlan: storefront.proxyCreatePlan,
  sendStorefrontEvents: storefront.sendStorefrontEvents,
  useCredits: storefront.useCredits,
  getShopperAccount: storefront.getShopperAccount,
  createCheckout: storefront.createCheckout,
  receiveWebhook: storefront.receiveWebhook,
  receiveShopEvent: storefront.receiveShopEvent,
  receiveWooCommerceWebhook: storefront.receiveWooCommerceWebhook,
  receiveShopifyWebhook: storefront.receiveShopifyWebhook,
  startStoreConnect: storefront.startStoreConnect,
  completeConnect: storefront.completeConnect,
  trackTryon: tryonTrack.trackTryon,
  analyzePhoto: tryon.analyzePhoto,
  generateTryon: tryon.generateTryon,
  listPlans: v1.listPlans,
  createPlan: v1.createPlan,
  getPlan: v1.getPlan,
  disablePlan: v1.disablePlan,
  updatePlan: v1.updatePlan,
  listCustomers: v1.listCustomers,
  upsertCustomer: v1.upsertCustomer,
  getCustomer: v1.getCustomer,
  cancelCustomer: v1.cancelCustomer,
  updateCustomer: v1.updateCustomer,
  getCustomerUsage: v1.getCustomerUsage,
  createGrant: v1.createGrant,
  revokeGrant: v1.revokeGrant,
  listSessions: v1.listSessions,
  createSession: v1.createSession,
  revokeSession: v1.revokeSession,
  listWebhookEndpoints: v1.listWebhookEndpoints,
  createWebhookEndpoint: v1.createWebhookEndpoint,
  getWebhookEndpoint: v1.getWebhookEndpoint,
  deleteWebhookEndpoint: v1.deleteWebhookEndpoint,
  updateWebhookEndpoint: v1.updateWebhookEndpoint,
  testWebhookEndpoint: v1.testWebhookEndpoint,
  rotateWebhookSecret: v1.rotateWebhookSecret,
  listWebhookDeliveries: v1.listWebhookDeliveries,
  replayWebhookDelivery: v1.replayWebhookDelivery,
  trackEvents: v1.trackEvents,
  createConversion: v1.createConversion,
  createReturn: v1.createReturn,
  getJwks: v1.getJwks,
} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;

export const OPERATION_IDS = /* @__PURE__ */ Object.keys(OPERATIONS) as OperationId[];

/** The errors each operation documents. */
export const ERROR_WORDS = /* @__PURE__ */ ((): { readonly [operationId in OperationId]: DocumentedErrors } => ({
  ...connect.ERROR_WORDS,
  ...status.ERROR_WORDS,
  ...storefront.ERROR_WORDS,
  ...tryonTrack.ERROR_WORDS,
  ...tryon.ERROR_WORDS,
  ...v1.ERROR_WORDS,
}))();
