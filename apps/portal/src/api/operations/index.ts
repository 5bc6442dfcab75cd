import { analyzePhoto } from './analyze-photo.ts';
import { cancelCustomer } from './cancel-customer.ts';
import { createConversion } from './create-conversion.ts';
import { createGrant } from './create-grant.ts';
import { createPlan } from './create-plan.ts';
import { createReturn } from './create-return.ts';
import { createSession } from './create-session.ts';
import { createWebhookEndpoint } from './create-webhook-endpoint.ts';
import { decideConnect } from './decide-connect.ts';
import type { Definition, PortalOperationId } from './define.ts';
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.ts';
import { disablePlan } from './disable-plan.ts';
import { exchangeConnectCode } from './exchange-connect-code.ts';
import { generateTryon } from './generate-tryon.ts';
import { getCustomer } from './get-customer.ts';
import { getCustomerUsage } from './get-customer-usage.ts';
import { getJwks } from './get-jwks.ts';
import { getPlan } from './get-plan.ts';
import { getStatus } from './get-status.ts';
import { getWebhookEndpoint } from './get-webhook-endpoint.ts';
import { listCustomers } from './list-customers.ts';
import { listPlans } from './list-plans.ts';
import { listSessions } from './list-sessions.ts';
import { listWebhookDeliveries } from './list-webhook-deliveries.ts';
import { listWebhookEndpoints } from './list-webhook-endpoints.ts';
import { replayWebhookDelivery } from './replay-webhook-delivery.ts';
import { revokeGrant } from './revoke-grant.ts';
import { revokeSession } from './revoke-session.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { startConnect } from './start-connect.ts';
import { testWebhookEndpoint } from './test-webhook-endpoint.ts';
import { trackEvents } from './track-events.ts';
import { trackTryon } from './track-tryon.ts';
import { updateCustomer } from './update-customer.ts';
import { updatePlan } from './update-plan.ts';
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts';
import { upsertCustomer } from './upsert-customer.ts';

type Table = { readonly [Id in PortalOperationId]: Definition<Id> };

/**
 * Every operation of the Genvoris side, by its id. An operation that the contract has and this table has
 * not is a compile error; so is one that the contract has not.
 */
export const operations = {
  // status
  getStatus,
  // tryon-track
  trackTryon,
  // v1
  createPlan,
  listPlans,
  getPlan,
  updatePlan,
  disablePlan,
  upsertCustomer,
  listCustomers,
  getCustomer,
  updateCustomer,
  cancelCustomer,
  getCustomerUsage,
  createGrant,
  revokeGrant,
  createSession,
  listSessions,
  revokeSession,
  getJwks,
  createWebhookEndpoint,
  listWebhookEndpoints,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  testWebhookEndpoint,
  rotateWebhookSecret,
  listWebhookDeliveries,
  replayWebhookDelivery,
  trackEvents,
  createConversion,
  createReturn,
  // tryon
  analyzePhoto,
  generateTryon,
  // connect
  startConnect,
  decideConnect,
  exchangeConnectCode,
} as const satisfies Table;
