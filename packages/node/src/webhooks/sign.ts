import { createHmac } from 'node:crypto';
import { toBytes, type WebhookBody } from './raw-body.ts';
import { type SigningKeys, toAllSigningKeys, type WebhookSecrets } from './secret.ts';

/** What goes into the headers beside the body. */
export interface WebhookMessage {
  /** The event's id, `evt_…`; the same at every attempt. Becomes `webhook-id`. */
  id: string;
  /** The event's type, such as `tryon.completed`. */
  type: string;
  /** The delivery's id, `whd_…`. */
  delivery: string;
  /** Unix seconds of this attempt. Default: now. */
  timestamp?: number | undefined;
}

/** The headers of one delivery, both styles. */
export interface WebhookHeaders {
  'X-Genvoris-Signature': string;
  'X-Genvoris-Event': string;
  'X-Genvoris-Delivery': string;
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * Returns the headers to send with exactly these bytes.
 *
 * While a secret is being rotated give both, the new one first. `X-Genvoris-Signature` has room for one
 * signature and is made with the last, which every receiver still knows; `webhook-signature` has one of each.
 *
 * @param rawBody the body as it goes on the wire
 * @param secret `whsec_<base64>`, or any text; `X-Genvoris-Signature` is keyed with its whole text,
 *   `webhook-signature` with the bytes of the base64 behind `whsec_` (the whole text again where there is none)
 * @throws TypeError for a secret, id, type, delivery or timestamp that cannot be one
 * @see openapi/v1.yaml webhooks
 * @example
 * const body = JSON.stringify(event);
 * const signed = signWebhook(body, { id: event.id, type: event.type, delivery: 'whd_1' }, secret);
 * await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...signed }, body });
 */
export function signWebhook(
  rawBody: WebhookBody,
  message: WebhookMessage,
  secret: WebhookSecrets,
): WebhookHeaders {
  if (typeof message !== 'object' || !message)
    throw new TypeError('message: id, type and delivery are needed');
  const { id, type, delivery, timestamp = Math.floor(Date.now() / 1000) } = message;
  // A dot in the id would let text move between the id and the timestamp under the same signature.
  requireToken('id', id, /^[A-Za-z0-9_-]{1,128}$/, 'letters, digits, "_" and "-" only');
  requireToken('type', type, /^[a-z0-9_.]{1,128}$/, 'lower-case letters, digits, "_" and "." only');
  requireToken('delivery', delivery, /^[A-Za-z0-9_-]{1,128}$/, 'letters, digits, "_" and "-" only');
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) throw new TypeError('timestamp: whole Unix seconds');
  const seconds = String(timestamp);
  const bytes = toBytes(rawBody);
  const keys = toAllSigningKeys(secret);
  const oldest = keys[keys.length - 1] as SigningKeys;
  return {
    'X-Genvoris-Signature': `t=${seconds},v1=${digest(oldest.documented, `${seconds}.`, bytes).toString('hex')}`,
    'X-Genvoris-Event': type,
    'X-Genvoris-Delivery': delivery,
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': keys
      .map((key) => `v1,${digest(key.standard, `${id}.${seconds}.`, bytes).toString('base64')}`)
      .join(' '),
  };
}

function requireToken(name: string, value: unknown, pattern: RegExp, rule: string): void {
  if (typeof value !== 'string' || !pattern.test(value)) throw new TypeError(`${name}: ${rule}`);
}

/** HMAC-SHA256 over the prefix and the bytes, without joining them first. */
export function digest(key: Buffer, prefix: string, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(prefix, 'utf8').update(bytes).digest();
}
