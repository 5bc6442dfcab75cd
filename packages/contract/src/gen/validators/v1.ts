// Generated from openapi/v1.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  listPlans: {
    request: null,
    responses: {
      200: { 'application/json': compiled.PlanList },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  createPlan: {
    request: { required: true, bodies: { 'application/json': compiled.CreatePlanRequest } },
    responses: {
      200: { 'application/json': compiled.ShopperPlan },
      201: { 'application/json': compiled.ShopperPlan },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  getPlan: {
    request: null,
    responses: {
      200: { 'application/json': compiled.ShopperPlan },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  disablePlan: {
    request: null,
    responses: {
      204: null,
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  updatePlan: {
    request: { required: true, bodies: { 'application/json': compiled.UpdatePlanRequest } },
    responses: {
      200: { 'application/json': compiled.ShopperPlan },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  listCustomers: {
    request: null,
    responses: {
      200: { 'application/json': compiled.CustomerList },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  upsertCustomer: {
    request: { required: true, bodies: { 'application/json': compiled.UpsertCustomerRequest } },
    responses: {
      200: { 'application/json': compiled.Customer },
      201: { 'application/json': compiled.Customer },
      400: { 'application/json': compiled.upsertCustomer_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.upsertCustomer_403 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  getCustomer: {
    request: null,
    responses: {
      200: { 'application/json': compiled.Customer },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  cancelCustomer: {
    request: null,
    responses: {
      204: null,
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  updateCustomer: {
    request: { required: true, bodies: { 'application/json': compiled.UpdateCustomerRequest } },
    responses: {
      200: { 'application/json': compiled.Customer },
      400: { 'application/json': compiled.upsertCustomer_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.upsertCustomer_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  getCustomerUsage: {
    request: null,
    responses: {
      200: { 'application/json': compiled.CustomerUsageResponse },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  createGrant: {
    request: { required: true, bodies: { 'application/json': compiled.CreateGrantRequest } },
    responses: {
      200: { 'application/json': compiled.Grant },
      201: { 'application/json': compiled.Grant },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  revokeGrant: {
    request: null,
    responses: {
      200: { 'application/json': compiled.Grant },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  listSessions: {
    request: null,
    responses: {
      200: { 'application/json': compiled.SessionList },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  createSession: {
    request: { required: false, bodies: { 'application/json': compiled.CreateSessionRequest } },
    responses: {
      201: { 'application/json': compiled.Session },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.createSession_403 },
      404: { 'application/json': compiled.getPlan_404 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  revokeSession: {
    request: null,
    responses: {
      200: { 'application/json': compiled.SessionRevocation },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  listWebhookEndpoints: {
    request: null,
    responses: {
      200: { 'application/json': compiled.WebhookEndpointList },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  createWebhookEndpoint: {
    request: { required: true, bodies: { 'application/json': compiled.CreateWebhookEndpointRequest } },
    responses: {
      201: { 'application/json': compiled.WebhookEndpointWithSecret },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  getWebhookEndpoint: {
    request: null,
    responses: {
      200: { 'application/json': compiled.WebhookEndpoint },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  deleteWebhookEndpoint: {
    request: null,
    responses: {
      204: null,
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  updateWebhookEndpoint: {
    request: { required: true, bodies: { 'application/json': compiled.UpdateWebhookEndpointRequest } },
    responses: {
      200: { 'application/json': compiled.WebhookEndpoint },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  testWebhookEndpoint: {
    request: null,
    responses: {
      202: { 'application/json': compiled.WebhookDelivery },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  rotateWebhookSecret: {
    request: { required: false, bodies: { 'application/json': compiled.RotateWebhookSecretRequest } },
    responses: {
      200: { 'application/json': compiled.WebhookSecretRotation },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  listWebhookDeliveries: {
    request: null,
    responses: {
      200: { 'application/json': compiled.WebhookDeliveryList },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  replayWebhookDelivery: {
    request: null,
    responses: {
      202: { 'application/json': compiled.WebhookDelivery },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.listPlans_401 },
      403: { 'application/json': compiled.decideConnect_403 },
      404: { 'application/json': compiled.getPlan_404 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  getJwks: {
    request: null,
    responses: {
      200: { 'application/json': compiled.JwkSet },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
} as const satisfies ValidatorTable;

/** Whether a body is what this operation of openapi/v1.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/v1.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType);
}
