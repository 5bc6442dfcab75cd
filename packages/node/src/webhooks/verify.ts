import { timingSafeEqual } from 'node:crypto';
import { WebhookVerificationError } from './error.ts';
import { parseEvent, type WebhookEvent } from './event.ts';
import { requireHeaders, singleHeader, type WebhookRequestHeaders } from './headers.ts';
import { toBytes, type WebhookBody } from './raw-body.ts';
import { type SigningKeys, toAllSigningKeys, type WebhookSecrets } from './secret.ts';
import { digest } from './sign.ts';
import { type ParsedSignature, parseSignatureHeader, parseStandardSignature } from './signature-header.ts';

/** Options of `verifyWebhook`. */
export interface VerifyWebhookOptions {
  /** Seconds that the timestamp may be off, either way. Default 300. */
  tolerance?: number | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
}

/** Options of `verifySignature`. */
export interface VerifySignatureOptions extends VerifyWebhookOptions {
  /** The header that carries `t=<unix seconds>,v1=<hex>`, in lower case. Default `x-genvoris-signature`. */
  header?: string | undefined;
}

const DOCUMENTED = 'x-genvoris-signature';

/**
 * Verifies a delivery and returns its event. `X-Genvoris-Signature` decides where it is present; the
 * Standard Webhooks headers decide where only they are. A bad `X-Genvoris-Signature` is never made up for
 * by the other style.
 *
 * @param rawBody the bytes as received, in any kind of memory, or their text; before any JSON parser
 * @param headers of the request; the unsigned ones (`X-Genvoris-Event`, `X-Genvoris-Delivery`) are not used
 * @param secret the endpoint's secret; several while it is being rotated. White space around one is cut off
 * @throws WebhookVerificationError with a `WebhookErrorCode`, such as `signature_mismatch`
 * @throws TypeError that names the argument that cannot be right; it quotes no secret
 * @see openapi/v1.yaml webhooks
 * @example
 * const event = verifyWebhook(await request.bytes(), request.headers, secret);
 * if (event.type === 'end_customer.quota_exhausted') await pause(event.data);
 */
export function verifyWebhook(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: WebhookSecrets,
  options: VerifyWebhookOptions = {},
): WebhookEvent {
  const { tolerance, now } = options ?? {};
  return parseEvent(verified(rawBody, headers, secret, { tolerance, now }));
}

/**
 * Verifies that somebody who knows the secret signed exactly these bytes, at most five minutes ago, whatever they say:
 * `verifyWebhook` for messages of a sender of your own, who may sign in a header of another name.
 *
 * @throws WebhookVerificationError with a `WebhookErrorCode`, such as `signature_mismatch`
 * @throws TypeError that names the argument that cannot be right; it quotes no secret
 * @see openapi/storefront.yaml receiveShopEvent
 * @example verifySignature(rawBody, request.headers, secret, { header: 'x-shop-signature' });
 */
export function verifySignature(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: WebhookSecrets,
  options: VerifySignatureOptions = {},
): void {
  verified(rawBody, headers, secret, options ?? {});
}

/** The bytes that are signed. */
function verified(
  rawBody: WebhookBody,
  headers: WebhookRequestHeaders,
  secret: WebhookSecrets,
  { tolerance = 300, now = Date.now, header = DOCUMENTED }: VerifySignatureOptions,
): Buffer {
  if (!Number.isFinite(tolerance) || tolerance < 0) throw new TypeError('tolerance: seconds, 0 or more');
  const milliseconds = typeof now === 'function' ? now() : Number.NaN;
  if (!Number.isFinite(milliseconds))
    throw new TypeError('now: a function that returns milliseconds is needed');
  const seconds = Math.floor(milliseconds / 1000);
  const bytes = toBytes(rawBody);
  requireHeaders(headers);
  const keys = toAllSigningKeys(secret);

  const { signature, prefix, keyOf } = readSignature(headers, header);
  const expected = keys.map((key) => digest(keyOf(key), prefix, bytes));
  if (!matches(signature.digests, expected)) {
    throw new WebhookVerificationError('signature_mismatch', 'No signature fits the body.');
  }
  const age = seconds - Number(signature.timestamp);
  if (age > tolerance) throw new WebhookVerificationError('timestamp_too_old', `Signed ${age} s ago.`);
  if (age < -tolerance) throw new WebhookVerificationError('timestamp_too_new', `Signed ${-age} s ahead.`);
  return bytes;
}

interface SignedRequest {
  signature: ParsedSignature;
  /** What stands before the body in the signed text. */
  prefix: string;
  keyOf: (keys: SigningKeys) => Buffer;
}

function readSignature(headers: WebhookRequestHeaders, header: string): SignedRequest {
  const documented = singleHeader(headers, header);
  if (documented !== undefined) {
    const signature = parseSignatureHeader(documented) ?? unreadable(header);
    return { signature, prefix: `${signature.timestamp}.`, keyOf: (keys) => keys.documented };
  }
  const id = singleHeader(headers, 'webhook-id');
  const timestamp = singleHeader(headers, 'webhook-timestamp');
  const value = singleHeader(headers, 'webhook-signature');
  if (id === undefined || timestamp === undefined || value === undefined) {
    throw new WebhookVerificationError('missing_signature', 'The request carries no webhook signature.');
  }
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(id)) unreadable('webhook-id');
  const signature = parseStandardSignature(timestamp, value) ?? unreadable('webhook-signature');
  return { signature, prefix: `${id}.${timestamp}.`, keyOf: (keys) => keys.standard };
}

/** Compares every pair, so that the time tells nothing of which one fitted. */
function matches(given: Buffer[], expected: Buffer[]): boolean {
  let found = false;
  for (const one of given) {
    for (const other of expected) found = timingSafeEqual(one, other) || found;
  }
  return found;
}

function unreadable(name: string): never {
  throw new WebhookVerificationError('malformed_signature', `The header ${name} cannot be read.`);
}
