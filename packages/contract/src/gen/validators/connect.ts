// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.
import { type ValidatorTable, validateRequestWith, validateResponseWith } from '../../validation.ts';
import type { ValidationResult } from '../../validation.ts';
import * as compiled from '../compiled/schemas.js';

export const table = {
  startConnect: {
    request: null,
    responses: {
      200: { 'text/html': compiled.ConnectPage },
      400: { 'application/json': compiled.startConnect_400 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  decideConnect: {
    request: { required: true, bodies: { 'application/x-www-form-urlencoded': compiled.ConnectDecision } },
    responses: {
      302: { 'text/html': compiled.ConnectPage },
      400: { 'application/json': compiled.startConnect_400 },
      403: { 'application/json': compiled.decideConnect_403 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
  exchangeConnectCode: {
    request: { required: true, bodies: { 'application/json': compiled.ConnectExchangeRequest } },
    responses: {
      200: { 'application/json': compiled.ConnectExchange },
      400: { 'application/json': compiled.startConnect_400 },
      403: { 'application/json': compiled.decideConnect_403 },
      429: { 'application/json': compiled.startConnect_429 },
      500: { 'application/json': compiled.startConnect_500 },
    },
  },
} as const satisfies ValidatorTable;

/** Whether a body is what this operation of openapi/connect.yaml takes. */
export function validateRequest(operationId: keyof typeof table, body: unknown, mediaType?: string): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/** Whether a body is what this operation of openapi/connect.yaml answers with this status. */
export function validateResponse(
  operationId: keyof typeof table,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType);
}
