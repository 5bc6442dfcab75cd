// Generated from openapi/tryon-track.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as sharedSchemas from '../compiled/shared.js';
import * as tryonTrackSchemas from '../compiled/tryon-track.js';

export const trackTryon = {
  request: { required: true, bodies: { 'application/json': tryonTrackSchemas.TrackRequest } },
  responses: {
    200: { 'application/json': tryonTrackSchemas.TrackResponse },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/tryon-track.yaml, but for those of errors. */
export const table = { trackTryon } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  trackTryon: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    401: { 'application/json': tryonTrackSchemas.trackTryon_401 },
    402: { 'application/json': tryonTrackSchemas.trackTryon_402 },
    403: { 'application/json': tryonTrackSchemas.trackTryon_403 },
    422: { 'application/json': sharedSchemas.trackTryon_422 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

/** Whether a body is what this operation of openapi/tryon-track.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/tryon-track.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
