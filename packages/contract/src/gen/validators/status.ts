// Generated from openapi/status.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as sharedSchemas from '../compiled/shared.js';
import * as statusSchemas from '../compiled/status.js';

export const getStatus = {
  request: null,
  responses: {
    200: { 'application/json': sharedSchemas.StatusResponse },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/status.yaml, but for those of errors. */
export const table = { getStatus } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  getStatus: {
    401: { 'application/json': sharedSchemas.getStatus_401 },
    402: { 'application/json': statusSchemas.getStatus_402 },
    403: { 'application/json': sharedSchemas.getStatus_403 },
    404: { 'application/json': sharedSchemas.getStatus_404 },
    429: { 'application/json': sharedSchemas.getStatus_429 },
    500: { 'application/json': sharedSchemas.getStatus_500 },
    502: { 'application/json': sharedSchemas.getStatus_502 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

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
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
