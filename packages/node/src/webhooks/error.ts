/**
 * Why a delivery is refused.
 *
 * - `missing_signature`: neither `X-Genvoris-Signature` nor the three Standard Webhooks headers.
 * - `ambiguous_header`: a signature header came more than once.
 * - `malformed_signature`: a signature header cannot be read.
 * - `signature_mismatch`: no signature fits the body under any of the secrets.
 * - `timestamp_too_old`, `timestamp_too_new`: genuine, but outside the tolerance: a replay or a wrong clock.
 * - `malformed_payload`: genuine, but not an event envelope.
 */
export type WebhookErrorCode =
  | 'missing_signature'
  | 'ambiguous_header'
  | 'malformed_signature'
  | 'signature_mismatch'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'malformed_payload';

/** Thrown by `verifyWebhook`; `code` is stable. Answer 400 and process nothing. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
