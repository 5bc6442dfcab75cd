// Generated from openapi/tryon.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as sharedSchemas from '../compiled/shared.js';
import * as tryonSchemas from '../compiled/tryon.js';

export const analyzePhoto = {
  request: { required: true, bodies: { 'multipart/form-data': sharedSchemas.TryonForm } },
  responses: {
    200: { 'application/json': sharedSchemas.AnalyzeResponse },
  },
} as const satisfies OperationValidators;

export const generateTryon = {
  request: { required: true, bodies: { 'multipart/form-data': sharedSchemas.TryonForm } },
  responses: {
    200: { 'application/json': sharedSchemas.TryonResponse },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/tryon.yaml, but for those of errors. */
export const table = { analyzePhoto, generateTryon } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  analyzePhoto: {
    400: { 'application/json': tryonSchemas.analyzePhoto_400 },
    401: { 'application/json': sharedSchemas.getStatus_401 },
    403: { 'application/json': sharedSchemas.getStatus_403 },
    404: { 'application/json': sharedSchemas.getStatus_404 },
    413: { 'application/json': tryonSchemas.analyzePhoto_413 },
    422: { 'application/json': tryonSchemas.analyzePhoto_422 },
    429: { 'application/json': sharedSchemas.getStatus_429 },
    500: { 'application/json': sharedSchemas.getStatus_500 },
    502: { 'application/json': sharedSchemas.getStatus_502 },
  },
  generateTryon: {
    400: { 'application/json': tryonSchemas.analyzePhoto_400 },
    401: { 'application/json': tryonSchemas.generateTryon_401 },
    402: { 'application/json': tryonSchemas.generateTryon_402 },
    403: { 'application/json': tryonSchemas.generateTryon_403 },
    404: { 'application/json': sharedSchemas.getStatus_404 },
    413: { 'application/json': tryonSchemas.analyzePhoto_413 },
    422: { 'application/json': tryonSchemas.analyzePhoto_422 },
    429: { 'application/json': sharedSchemas.getStatus_429 },
    500: { 'application/json': sharedSchemas.getStatus_500 },
    502: { 'application/json': sharedSchemas.getStatus_502 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

/** Whether a body is what this operation of openapi/tryon.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/tryon.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
