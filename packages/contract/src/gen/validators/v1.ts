// Generated from openapi/v1.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as sharedSchemas from '../compiled/shared.js';
import * as v1Schemas from '../compiled/v1.js';

export const listPlans = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.PlanList },
  },
} as const satisfies OperationValidators;

export const createPlan = {
  request: { required: true, bodies: { 'application/json': sharedSchemas.CreatePlanRequest } },
  responses: {
    200: { 'application/json': sharedSchemas.ShopperPlan },
    201: { 'application/json': sharedSchemas.ShopperPlan },
  },
} as const satisfies OperationValidators;

export const getPlan = {
  request: null,
  responses: {
    200: { 'application/json': sharedSchemas.ShopperPlan },
  },
} as const satisfies OperationValidators;

export const disablePlan = {
  request: null,
  responses: {
    204: null,
  },
} as const satisfies OperationValidators;

export const updatePlan = {
  request: { required: true, bodies: { 'application/json': v1Schemas.UpdatePlanRequest } },
  responses: {
    200: { 'application/json': sharedSchemas.ShopperPlan },
  },
} as const satisfies OperationValidators;

export const listCustomers = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.CustomerList },
  },
} as const satisfies OperationValidators;

export const upsertCustomer = {
  request: { required: true, bodies: { 'application/json': v1Schemas.UpsertCustomerRequest } },
  responses: {
    200: { 'application/json': v1Schemas.Customer },
    201: { 'application/json': v1Schemas.Customer },
  },
} as const satisfies OperationValidators;

export const getCustomer = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.Customer },
  },
} as const satisfies OperationValidators;

export const cancelCustomer = {
  request: null,
  responses: {
    204: null,
  },
} as const satisfies OperationValidators;

export const updateCustomer = {
  request: { required: true, bodies: { 'application/json': v1Schemas.UpdateCustomerRequest } },
  responses: {
    200: { 'application/json': v1Schemas.Customer },
  },
} as const satisfies OperationValidators;

export const getCustomerUsage = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.CustomerUsageResponse },
  },
} as const satisfies OperationValidators;

export const createGrant = {
  request: { required: true, bodies: { 'application/json': v1Schemas.CreateGrantRequest } },
  responses: {
    200: { 'application/json': v1Schemas.Grant },
    201: { 'application/json': v1Schemas.Grant },
  },
} as const satisfies OperationValidators;

export const revokeGrant = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.Grant },
  },
} as const satisfies OperationValidators;

export const listSessions = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.SessionList },
  },
} as const satisfies OperationValidators;

export const createSession = {
  request: { required: false, bodies: { 'application/json': v1Schemas.CreateSessionRequest } },
  responses: {
    201: { 'application/json': v1Schemas.Session },
  },
} as const satisfies OperationValidators;

export const revokeSession = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.SessionRevocation },
  },
} as const satisfies OperationValidators;

export const listWebhookEndpoints = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.WebhookEndpointList },
  },
} as const satisfies OperationValidators;

export const createWebhookEndpoint = {
  request: { required: true, bodies: { 'application/json': v1Schemas.CreateWebhookEndpointRequest } },
  responses: {
    201: { 'application/json': v1Schemas.CreatedWebhookEndpoint },
  },
} as const satisfies OperationValidators;

export const getWebhookEndpoint = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.WebhookEndpoint },
  },
} as const satisfies OperationValidators;

export const deleteWebhookEndpoint = {
  request: null,
  responses: {
    204: null,
  },
} as const satisfies OperationValidators;

export const updateWebhookEndpoint = {
  request: { required: true, bodies: { 'application/json': v1Schemas.UpdateWebhookEndpointRequest } },
  responses: {
    200: { 'application/json': v1Schemas.WebhookEndpoint },
  },
} as const satisfies OperationValidators;

export const testWebhookEndpoint = {
  request: null,
  responses: {
    202: { 'application/json': v1Schemas.WebhookDelivery },
  },
} as const satisfies OperationValidators;

export const rotateWebhookSecret = {
  request: { required: false, bodies: { 'application/json': v1Schemas.RotateWebhookSecretRequest } },
  responses: {
    200: { 'application/json': v1Schemas.WebhookSecretRotation },
  },
} as const satisfies OperationValidators;

export const listWebhookDeliveries = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.WebhookDeliveryList },
  },
} as const satisfies OperationValidators;

export const replayWebhookDelivery = {
  request: null,
  responses: {
    202: { 'application/json': v1Schemas.WebhookDelivery },
  },
} as const satisfies OperationValidators;

export const trackEvents = {
  request: { required: true, bodies: { 'application/json': v1Schemas.TrackEventsRequest } },
  responses: {
    202: { 'application/json': sharedSchemas.EventsAccepted },
  },
} as const satisfies OperationValidators;

export const createConversion = {
  request: { required: true, bodies: { 'application/json': v1Schemas.CreateConversionRequest } },
  responses: {
    201: { 'application/json': v1Schemas.Conversion },
  },
} as const satisfies OperationValidators;

export const createReturn = {
  request: { required: true, bodies: { 'application/json': v1Schemas.CreateReturnRequest } },
  responses: {
    201: { 'application/json': v1Schemas.Return },
  },
} as const satisfies OperationValidators;

export const getJwks = {
  request: null,
  responses: {
    200: { 'application/json': v1Schemas.JwkSet },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/v1.yaml, but for those of errors. */
export const table = { listPlans, createPlan, getPlan, disablePlan, updatePlan, listCustomers, upsertCustomer, getCustomer, cancelCustomer, updateCustomer, getCustomerUsage, createGrant, revokeGrant, listSessions, createSession, revokeSession, listWebhookEndpoints, createWebhookEndpoint, getWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint, testWebhookEndpoint, rotateWebhookSecret, listWebhookDeliveries, replayWebhookDelivery, trackEvents, createConversion, createReturn, getJwks } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  listPlans: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createPlan: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  getPlan: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  disablePlan: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  updatePlan: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  listCustomers: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  upsertCustomer: {
    400: { 'application/json': v1Schemas.upsertCustomer_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': v1Schemas.upsertCustomer_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  getCustomer: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  cancelCustomer: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  updateCustomer: {
    400: { 'application/json': v1Schemas.upsertCustomer_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': v1Schemas.upsertCustomer_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  getCustomerUsage: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createGrant: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  revokeGrant: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  listSessions: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createSession: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': v1Schemas.createSession_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  revokeSession: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  listWebhookEndpoints: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createWebhookEndpoint: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  getWebhookEndpoint: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  deleteWebhookEndpoint: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  updateWebhookEndpoint: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  testWebhookEndpoint: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  rotateWebhookSecret: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  listWebhookDeliveries: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  replayWebhookDelivery: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    404: { 'application/json': v1Schemas.getPlan_404 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  trackEvents: {
    400: { 'application/json': v1Schemas.upsertCustomer_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createConversion: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  createReturn: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': v1Schemas.listPlans_401 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  getJwks: {
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

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
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
