// Generated from openapi/tryon-track.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  trackTryon: {
    request: { required: true, bodies: { 'application/json': compiled.TrackRequest } },
    responses: {
      200: { 'application/json': compiled.TrackResponse },
      400: { 'application/json': compiled.startConnect_400 },
      401: { 'application/json': compiled.trackTryon_401 },
      402: { 'application/json': compiled.trackTryon_402 },
      403: { 'application/json': compiled.trackTryon_403 },
      422: { 'application/json': compiled.trackTryon_422 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
} as const satisfies ValidatorTable;

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
  return validateResponseWith(table, operationId, status, body, mediaType);
}
