// Generated from openapi/storefront.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  getStorefrontStatus: {
    request: null,
    responses: {
      200: { 'application/json': compiled.StorefrontStatus },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      402: { 'application/json': compiled.getStorefrontStatus_402 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
      502: { 'application/json': compiled.getStorefrontStatus_502 },
    },
  },
  createStorefrontSession: {
    request: { required: false, bodies: { 'application/json': compiled.StorefrontSessionRequest } },
    responses: {
      200: { 'application/json': compiled.StorefrontSession },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      402: { 'application/json': compiled.getStorefrontStatus_402 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      419: { 'application/json': compiled.NativeError },
      422: { 'application/json': compiled.NativeError },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
      502: { 'application/json': compiled.getStorefrontStatus_502 },
    },
  },
  getNonce: {
    request: null,
    responses: {
      200: { 'application/json': compiled.NonceResponse },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
    },
  },
  proxyAnalyze: {
    request: { required: true, bodies: { 'multipart/form-data': compiled.TryonForm } },
    responses: {
      200: { 'application/json': compiled.AnalyzeResponse },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      402: { 'application/json': compiled.getStorefrontStatus_402 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      419: { 'application/json': compiled.NativeError },
      422: { 'application/json': compiled.proxyAnalyze_422 },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
      502: { 'application/json': compiled.getStorefrontStatus_502 },
    },
  },
  proxyTryon: {
    request: { required: true, bodies: { 'multipart/form-data': compiled.TryonForm } },
    responses: {
      200: { 'application/json': compiled.TryonResponse },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      402: { 'application/json': compiled.getStorefrontStatus_402 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      419: { 'application/json': compiled.NativeError },
      422: { 'application/json': compiled.proxyAnalyze_422 },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
      502: { 'application/json': compiled.getStorefrontStatus_502 },
    },
  },
  useCredits: {
    request: null,
    responses: {
      200: { 'application/json': compiled.UseCreditsResponse },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      402: { 'application/json': compiled.getStorefrontStatus_402 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      419: { 'application/json': compiled.NativeError },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
    },
  },
  createCheckout: {
    request: { required: false, bodies: { 'application/json': compiled.CheckoutRequest } },
    responses: {
      200: { 'application/json': compiled.CheckoutResponse },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      419: { 'application/json': compiled.NativeError },
      422: { 'application/json': compiled.NativeError },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
    },
  },
  receiveWebhook: {
    request: { required: true, bodies: { 'application/json': compiled.WebhookEnvelope } },
    responses: {
      200: { 'application/json': compiled.WebhookReceipt },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
    },
  },
  completeConnect: {
    request: { required: true, bodies: { 'application/json': compiled.ConnectCallback } },
    responses: {
      200: { 'application/json': compiled.ConnectResult },
      400: { 'application/json': compiled.createStorefrontSession_400 },
      401: { 'application/json': compiled.getStorefrontStatus_401 },
      403: { 'application/json': compiled.getStorefrontStatus_403 },
      404: { 'application/json': compiled.getStorefrontStatus_404 },
      413: { 'application/json': compiled.createStorefrontSession_413 },
      419: { 'application/json': compiled.NativeError },
      422: { 'application/json': compiled.NativeError },
      429: { 'application/json': compiled.getStorefrontStatus_429 },
      500: { 'application/json': compiled.getStorefrontStatus_500 },
      502: { 'application/json': compiled.getStorefrontStatus_502 },
    },
  },
} as const satisfies ValidatorTable;

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
  return validateResponseWith(table, operationId, status, body, mediaType);
}
