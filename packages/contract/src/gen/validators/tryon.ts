// Generated from openapi/tryon.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  analyzePhoto: {
    request: { required: true, bodies: { 'multipart/form-data': compiled.TryonForm } },
    responses: {
      200: { 'application/json': compiled.AnalyzeResponse },
      400: { 'application/json': compiled.analyzePhoto_400 },
      401: { 'application/json': compiled.getStatus_401 },
      403: { 'application/json': compiled.getStatus_403 },
      404: { 'application/json': compiled.getStatus_404 },
      413: { 'application/json': compiled.analyzePhoto_413 },
      422: { 'application/json': compiled.analyzePhoto_422 },
      429: { 'application/json': compiled.getStatus_429 },
      500: { 'application/json': compiled.getStatus_500 },
      502: { 'application/json': compiled.getStatus_502 },
    },
  },
  generateTryon: {
    request: { required: true, bodies: { 'multipart/form-data': compiled.TryonForm } },
    responses: {
      200: { 'application/json': compiled.TryonResponse },
      400: { 'application/json': compiled.analyzePhoto_400 },
      401: { 'application/json': compiled.generateTryon_401 },
      402: { 'application/json': compiled.generateTryon_402 },
      403: { 'application/json': compiled.generateTryon_403 },
      404: { 'application/json': compiled.getStatus_404 },
      413: { 'application/json': compiled.analyzePhoto_413 },
      422: { 'application/json': compiled.analyzePhoto_422 },
      429: { 'application/json': compiled.getStatus_429 },
      500: { 'application/json': compiled.getStatus_500 },
      502: { 'application/json': compiled.getStatus_502 },
    },
  },
} as const satisfies ValidatorTable;

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
  return validateResponseWith(table, operationId, status, body, mediaType);
}
