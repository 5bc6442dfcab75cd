import type { EventType } from './gen/catalogue.ts';
import type { OperationId } from './gen/operations.ts';
import { events } from './gen/validators/events.ts';
import { errors, table } from './gen/validators/index.ts';
import {
  type ValidationResult,
  validateRequestWith,
  validateResponseWith,
  validateWith,
} from './validation.ts';

export type { ValidationError, ValidationResult } from './validation.ts';

/**
 * Returns whether `body` is a request body that the operation documents, or else where it is not.
 *
 * A body that was left out is `undefined`. JSON's `null` and `""` are bodies that were sent. `mediaType` chooses
 * among several; the first one documented is the default. A multipart form is given as an object of its
 * fields, files as any value.
 *
 * @example
 * const result = validateRequest('createPlan', { name: 'Gold' });
 * if (!result.ok) console.log(result.errors); // [{ path: '/monthlyTryOns', message: 'is required' }]
 */
export function validateRequest(
  operationId: OperationId,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateRequestWith(table, operationId, body, mediaType);
}

/**
 * Returns whether `body`, `undefined` if there is none, is what the operation documents for this status.
 *
 * @example validateResponse('getStatus', 200, await response.json()).ok
 */
export function validateResponse(
  operationId: OperationId,
  status: number,
  body: unknown,
  mediaType?: string,
): ValidationResult {
  return validateResponseWith(table, operationId, status, body, mediaType, errors);
}

/**
 * Returns whether `body` is the envelope of an outbound event of this type.
 *
 * @see openapi/v1.yaml webhooks
 * @example validateEvent('tryon.completed', JSON.parse(text)).ok
 */
export function validateEvent(type: EventType, body: unknown): ValidationResult {
  const validator = Object.hasOwn(events, type) ? events[type] : undefined;
  if (validator) return validateWith(validator, body);
  return { ok: false, errors: [{ path: '/type', message: `no event is named ${String(type)}` }] };
}
