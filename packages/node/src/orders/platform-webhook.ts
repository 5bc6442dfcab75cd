import { createHmac, timingSafeEqual } from 'node:crypto';
import { WebhookVerificationError } from '../webhooks/error.ts';
import { requireHeaders, singleHeader, type WebhookRequestHeaders } from '../webhooks/headers.ts';
import { toBytes, type WebhookBody } from '../webhooks/raw-body.ts';

/** An object of a platform's JSON; every field is to be looked at before it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The body of a delivery that is signed with base64 HMAC-SHA256 over its bytes, by one of the secrets.
 *
 * @throws WebhookVerificationError; TypeError for an argument that cannot be right, which quotes no secret
 */
export function openDelivery(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  signatureHeader: string,
  secret: string | readonly string[],
): Fields {
  const bytes = toBytes(rawBody);
  requireHeaders(headers);
  const secrets = [secret].flat().map((one: unknown) => (typeof one === 'string' ? one.trim() : ''));
  if (secrets.length === 0 || secrets.includes('')) {
    throw new TypeError('secret: the secret that the platform signs its webhooks with is needed');
  }
  const given = singleHeader(headers, signatureHeader);
  if (given === undefined) {
    throw new WebhookVerificationError('missing_signature', `The request carries no ${signatureHeader}.`);
  }
  const signature = Buffer.from(given);
  const fitting = secrets.filter((one) => {
    const expected = Buffer.from(createHmac('sha256', one).update(bytes).digest('base64'));
    return signature.byteLength === expected.byteLength && timingSafeEqual(signature, expected);
  });
  if (fitting.length === 0) {
    throw new WebhookVerificationError('signature_mismatch', 'No signature fits the body.');
  }
  const body = parse(bytes);
  if (isFields(body)) return body;
  throw malformed('the body is not an object');
}

export function malformed(what: string): WebhookVerificationError {
  return new WebhookVerificationError('malformed_payload', `The signature is good, but ${what}.`);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none of what is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** A text; `undefined` for what is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An id, which platforms send as a number or as text. @throws WebhookVerificationError */
export function idOf(value: unknown, field: string): string {
  const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
  if (id === undefined || id.length > 255) throw malformed(`"${field}" is no id`);
  return id;
}

/** A decimal amount in hundredths, without its sign. @throws WebhookVerificationError */
export function centsOf(value: unknown, field: string): number {
  const text = typeof value === 'number' ? String(value) : (textOf(value) ?? '');
  const [, whole = '', part = ''] = /^-?(\d{1,13})(?:\.(\d{1,8}))?$/.exec(text) ?? [];
  if (whole === '') throw malformed(`"${field}" is no amount`);
  return Number(whole) * 100 + Math.round(Number(`0.${part || 0}`) * 100);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), exact as never);
  } catch {
    throw malformed('the body is not JSON');
  }
}

/** Ids may be larger than a number holds exactly; such a one stays the text it was. */
function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isLarge = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLarge ? (context?.source ?? value) : value;
}
