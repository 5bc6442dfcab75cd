// Generated from openapi/status.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  getStatus: {
    request: null,
    responses: {
      200: { 'application/json': compiled.StatusResponse },
      401: { 'application/json': compiled.getStatus_401 },
      402: { 'application/json': compiled.getStatus_402 },
      403: { 'application/json': compiled.getStatus_403 },
      404: { 'application/json': compiled.getStatus_404 },
      429: { 'application/json': compiled.getStatus_429 },
      500: { 'application/json': compiled.getStatus_500 },
      502: { 'application/json': compiled.getStatus_502 },
    },
  },
} as const satisfies ValidatorTable;

/** Whether a body is what this operation of openapi/status.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/status.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType);
}
