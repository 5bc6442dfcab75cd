import type { EventEnvelopes, EventType } from '@genvoris/contract';
import { WebhookVerificationError } from './error.ts';

/**
 * An event, by its `type`. The envelope is checked, `data` is Genvoris's word under its signature. A later
 * version may send a type that is not in the union: leave a `switch` a default that does nothing.
 *
 * @see openapi/v1.yaml webhooks
 */
export type WebhookEvent = EventEnvelopes[EventType];

export function parseEvent(bytes: Uint8Array): WebhookEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('the body is not JSON');
  }
  if (!isObject(value)) throw malformed('the body is not an object');
  for (const field of ['id', 'type'] as const) {
    if (typeof value[field] !== 'string' || value[field] === '') throw malformed(`"${field}" is not text`);
  }
  if (!Number.isFinite(value.created)) throw malformed('"created" is not a number');
  if (!isObject(value.data)) throw malformed('"data" is not an object');
  return value as unknown as WebhookEvent;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(what: string): WebhookVerificationError {
  return new WebhookVerificationError('malformed_payload', `The signature is good, but ${what}.`);
}
