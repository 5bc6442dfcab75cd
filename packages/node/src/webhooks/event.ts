import { WebhookVerificationError } from './error.ts';

/** The envelope of every event. Further fields may come; a type this version does not know may too. */
export interface WebhookEvent<Type extends string = string, Data = Record<string, unknown>> {
  /** `evt_…`. Record it: the same id again is a replay, to be answered 2xx and not acted on. */
  id: string;
  type: Type;
  /** When it happened, ISO 8601 UTC. */
  created: string;
  data: Data;
}

export function parseEvent(rawBody: Uint8Array | string): WebhookEvent {
  let value: unknown;
  try {
    const text =
      typeof rawBody === 'string' ? rawBody : new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    value = JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
  if (!isObject(value)) throw malformed('the body is not an object');
  for (const field of ['id', 'type', 'created'] as const) {
    if (typeof value[field] !== 'string' || value[field] === '') throw malformed(`"${field}" is not text`);
  }
  if (!isObject(value.data)) throw malformed('"data" is not an object');
  return value as unknown as WebhookEvent;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(what: string): WebhookVerificationError {
  return new WebhookVerificationError('malformed_payload', `The signature is good, but ${what}.`);
}
