import { createHmac, timingSafeEqual } from 'node:crypto';
import { toBytes, type WebhookBody } from '../webhooks/raw-body.ts';

/** A delivery to verify. */
export interface WebhookVerifyOptions {
  /** The body as received, before any JSON parser. */
  payload: WebhookBody;
  /** `X-Genvoris-Signature`. */
  header: string;
  /** The endpoint's secret, as text. */
  secret: string;
  /** Seconds that the timestamp may be off, either way. Default 300. */
  toleranceSeconds?: number | undefined;
}

/** An event as it is delivered. */
export interface GenvorisEvent<Data extends Record<string, unknown> = Record<string, unknown>> {
  id: string;
  type: string;
  /** Unix seconds. */
  created: number;
  data: Data;
}

/** Any envelope that is signed; `verifyWebhook` of `@genvoris/node/webhooks` checks it too, and takes several secrets. */
export function verifySignature<Data extends Record<string, unknown>>({
  payload,
  header,
  secret,
  toleranceSeconds = 300,
}: WebhookVerifyOptions): GenvorisEvent<Data> {
  if (typeof secret !== 'string' || secret === '') throw new Error('genvoris: secret is required');
  const parts = new Map(String(header).split(',').map(toPair));
  const timestamp = parts.get('t');
  const given = parts.get('v1');
  if (timestamp === undefined || given === undefined || !/^\d{1,12}$/.test(timestamp)) {
    throw new Error('genvoris: invalid signature header, which is t=<unix seconds>,v1=<hex>');
  }
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!(age <= toleranceSeconds)) {
    throw new Error(
      `genvoris: signature timestamp too old (${Math.round(age)} s off, ${toleranceSeconds} s allowed)`,
    );
  }
  const body = toBytes(payload, 'payload');
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const signature = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : undefined;
  if (signature === undefined || !timingSafeEqual(signature, expected)) {
    throw new Error('genvoris: signature mismatch');
  }
  return JSON.parse(body.toString('utf8')) as GenvorisEvent<Data>;
}

function toPair(part: string): [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
}
