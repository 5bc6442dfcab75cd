export { type WebhookErrorCode, WebhookVerificationError } from './webhooks/error.ts';
export type { WebhookEvent } from './webhooks/event.ts';
export type { WebhookRequestHeaders } from './webhooks/headers.ts';
export type { WebhookBody } from './webhooks/raw-body.ts';
export type { WebhookSecrets } from './webhooks/secret.ts';
export { signWebhook, type WebhookHeaders, type WebhookMessage } from './webhooks/sign.ts';
export {
  type VerifySignatureOptions,
  type VerifyWebhookOptions,
  verifySignature,
  verifyWebhook,
} from './webhooks/verify.ts';
