// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.
import {
  type ErrorValidators,
  type OperationValidators,
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
} from '../../validation.ts';
import * as connectSchemas from '../compiled/connect.js';
import * as sharedSchemas from '../compiled/shared.js';

export const startConnect = {
  request: null,
  responses: {
    200: { 'text/html': connectSchemas.ConnectPage },
  },
} as const satisfies OperationValidators;

export const decideConnect = {
  request: { required: true, bodies: { 'application/x-www-form-urlencoded': connectSchemas.ConnectDecision } },
  responses: {
    302: { 'text/html': connectSchemas.ConnectPage },
  },
} as const satisfies OperationValidators;

export const exchangeConnectCode = {
  request: { required: true, bodies: { 'application/json': connectSchemas.ConnectExchangeRequest } },
  responses: {
    200: { 'application/json': connectSchemas.ConnectExchange },
  },
} as const satisfies OperationValidators;

/** What decides on the bodies of the operations of openapi/connect.yaml, but for those of errors. */
export const table = { startConnect, decideConnect, exchangeConnectCode } as const satisfies Record<string, OperationValidators>;

/** What decides on the bodies of their errors. */
export const errors = {
  startConnect: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  decideConnect: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
  exchangeConnectCode: {
    400: { 'application/json': sharedSchemas.startConnect_400 },
    403: { 'application/json': sharedSchemas.decideConnect_403 },
    429: { 'application/json': sharedSchemas.startConnect_429 },
    500: { 'application/json': sharedSchemas.startConnect_500 },
  },
} as const satisfies { readonly [operationId in keyof typeof table]: ErrorValidators };

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
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}
