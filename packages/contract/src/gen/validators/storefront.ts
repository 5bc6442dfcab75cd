// Generated from openapi/storefront.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as sharedSchemas from '../compiled/shared.js';
import * as storefrontSchemas from '../compiled/storefront.js';

export const getStorefrontStatus = {
  request: null,
  responses: {
    200: { 'application/json': storefrontSchemas.StorefrontStatus },
  },
} as const satisfies OperationValidators;

export const createStorefrontSession = {
  request: { required: false, bodies: { 'application/json': storefrontSchemas.StorefrontSessionRequest } },
  responses: {
    200: { 'application/json': storefrontSchemas.StorefrontSession },
  },
} as const satisfies OperationValidators;

export const getNonce = {
  request: null,
  responses: {
    200: { 'application/json': storefrontSchemas.NonceResponse },
  },
} as const satisfies OperationValidators;

export const proxyAnalyze = {
  request: { required: true, bodies: { 'multipart/form-data': sharedSchemas.TryonForm } },
  responses: {
    200: { 'application/json': sharedSchemas.AnalyzeResponse },
  },
} as const satisfies OperationValidators;

export const proxyTryon = {
  request: { required: true, bodies: { 'multipart/form-data': sharedSchemas.TryonForm } },
  responses: {
    200: { 'application/json': sharedSchemas.TryonResponse },
  },
} as const satisfies OperationValidators;

export const proxyCreatePlan = {
  request: { required: true, bodies: { 'application/json': sharedSchemas.CreatePlanRequest } },
  responses: {
    200: { 'application/json': sharedSchemas.ShopperPlan },
  },
} as const satisfies OperationValidators;

export const sendStorefrontEvents = {
  request: { required: true, bodies: { 'application/json': sharedSchemas.WidgetEventBatch } },
  responses: {
    202: { 'application/json': sharedSchemas.EventsAccepted },
  },
} as const satisfies OperationValidators;

export const useCredits = {
  request: null,
  responses: {
    200: { 'application/json': storefrontSchemas.UseCreditsResponse },
  },
} as const satisfies OperationValidators;

export const getShopperAccount = {
  request: null,
  responses: {
    200: { 'application/json': storefrontSchemas.ShopperAccount },
  },
} as const satisfies OperationValidators;

export const createCheckout = {
  request: { required: false, bodies: { 'application/json': storefrontSchemas.CheckoutRequest } },
  responses: {
    200: { 'application/json': storefrontSchemas.CheckoutResponse },
  },
} as const satisfies OperationValidators;

export const receiveWebhook = {
  request: { required: true, bodies: { 'application/json': storefrontSchemas.WebhookEnvelope } },
  responses: {
    200: { 'application/json': storefrontSchemas.WebhookReceipt },
  },
} as const satisfies OperationValidators;

export const receiveShopEvent = {
  request: { required: true, bodies: { 'application/json': storefrontSchemas.ShopEvent } },
  responses: {
    200: { 'application/json': storefrontSchemas.ShopEventReceipt },
  },
} as const satisfies OperationValidators;

export const receiveWooCommerceWebhook = {
  request: { required: true, bodies: { 'application/json': storefrontSchemas.PlatformResource, 'application/x-www-form-urlencoded': storefrontSchemas.WooCommercePing } },
  responses: {
    200: { 'application/json': storefrontSchemas.ShopEventReceipt },
  },
} as const satisfies OperationValidators;

export const receiveShopifyWebhook = {
  request: { required: true, bodies: { 'application/json': storefrontSchemas.PlatformResource } },
  responses: {
    200: { 'application/json': storefrontSchemas.ShopEventReceipt },
  },
} as const satisfies OperationValidators;

export const startStoreConnect = {
  request: null,
  responses: {
    200: { 'application/json': storefrontSchemas.ConnectStart },
  },
} as const satisfies OperationValidators;

export const completeConnect = {
  request: { required: true, bodies: { 'application/json': storefrontSchemas.ConnectCallback } },
  responses: {
    200: { 'application/json': storefrontSchemas.ConnectResult },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/storefront.yaml, but for those of errors. */
export const table = { getStorefrontStatus, createStorefrontSession, getNonce, proxyAnalyze, proxyTryon, proxyCreatePlan, sendStorefrontEvents, useCredits, getShopperAccount, createCheckout, receiveWebhook, receiveShopEvent, receiveWooCommerceWebhook, receiveShopifyWebhook, startStoreConnect, completeConnect } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  getStorefrontStatus: {
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  createStorefrontSession: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  getNonce: {
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  proxyAnalyze: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.proxyAnalyze_422 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  proxyTryon: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.proxyAnalyze_422 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  proxyCreatePlan: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  sendStorefrontEvents: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    422: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
  useCredits: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    402: { 'application/json': storefrontSchemas.getStorefrontStatus_402 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  getShopperAccount: {
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  createCheckout: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  receiveWebhook: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.receiveWebhook_401 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  receiveShopEvent: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.receiveWebhook_401 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  receiveWooCommerceWebhook: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.receiveWebhook_401 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  receiveShopifyWebhook: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.receiveWebhook_401 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  startStoreConnect: {
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
  },
  completeConnect: {
    400: { 'application/json': storefrontSchemas.createStorefrontSession_400 },
    401: { 'application/json': storefrontSchemas.getStorefrontStatus_401 },
    403: { 'application/json': storefrontSchemas.getStorefrontStatus_403 },
    404: { 'application/json': storefrontSchemas.getStorefrontStatus_404 },
    413: { 'application/json': storefrontSchemas.createStorefrontSession_413 },
    419: { 'application/json': storefrontSchemas.NativeError },
    422: { 'application/json': storefrontSchemas.NativeError },
    429: { 'application/json': storefrontSchemas.getStorefrontStatus_429 },
    500: { 'application/json': storefrontSchemas.getStorefrontStatus_500 },
    502: { 'application/json': storefrontSchemas.getStorefrontStatus_502 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

/** Whether a body is what this operation of openapi/storefront.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/storefront.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
