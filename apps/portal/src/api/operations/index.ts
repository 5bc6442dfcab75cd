import { analyzePhoto } from './analyzePhoto.ts';
import { cancelCustomer } from './cancelCustomer.ts';
import { createGrant } from './createGrant.ts';
import { createPlan } from './createPlan.ts';
import { createSession } from './createSession.ts';
import { createWebhookEndpoint } from './createWebhookEndpoint.ts';
import { decideConnect } from './decideConnect.ts';
import type { Definition, PortalOperationId } from './define.ts';
import { deleteWebhookEndpoint } from './deleteWebhookEndpoint.ts';
import { disablePlan } from './disablePlan.ts';
import { exchangeConnectCode } from './exchangeConnectCode.ts';
import { generateTryon } from './generateTryon.ts';
import { getCustomer } from './getCustomer.ts';
import { getCustomerUsage } from './getCustomerUsage.ts';
import { getJwks } from './getJwks.ts';
import { getPlan } from './getPlan.ts';
import { getStatus } from './getStatus.ts';
import { getWebhookEndpoint } from './getWebhookEndpoint.ts';
import { listCustomers } from './listCustomers.ts';
import { listPlans } from './listPlans.ts';
import { listSessions } from './listSessions.ts';
import { listWebhookDeliveries } from './listWebhookDeliveries.ts';
import { listWebhookEndpoints } from './listWebhookEndpoints.ts';
import { replayWebhookDelivery } from './replayWebhookDelivery.ts';
import { revokeGrant } from './revokeGrant.ts';
import { revokeSession } from './revokeSession.ts';
import { rotateWebhookSecret } from './rotateWebhookSecret.ts';
import { startConnect } from './startConnect.ts';
import { testWebhookEndpoint } from './testWebhookEndpoint.ts';
import { trackTryon } from './trackTryon.ts';
import { updateCustomer } from './updateCustomer.ts';
import { updatePlan } from './updatePlan.ts';
import { updateWebhookEndpoint } from './updateWebhookEndpoint.ts';
import { upsertCustomer } from './upsertCustomer.ts';

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
  // tryon
  analyzePhoto,
  generateTryon,
  // connect
  startConnect,
  decideConnect,
  exchangeConnectCode,
} as const satisfies Table;
