import type { WebhookReceipt } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { receiveWebhook as validators } from '@genvoris/contract/validators/storefront';
import { verifyWebhook, type WebhookEvent, WebhookVerificationError } from '@genvoris/node/webhooks';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { type Answer, type Failure, toAnswer } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import { forgetChangedSession, handleEvent } from './genvoris-events.ts';
import { readBytes } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/**
 * `POST /webhook`: an event of Genvoris. It is recorded before it is handled, so that the same one is handled once however
 * often it comes at the same time; where a handler fails the record is taken back, and Genvoris sends it again.
 */
export const receiveWebhook: OperationHandler = async ({ request, route }, services) => {
  const { credentials, onGenvorisEvent, recordedEvents, sessions, uploadGraceMs } = services;
  const secrets = await credentials.webhookSecrets();
  if (secrets.length === 0) return { kind: 'path_not_allowed' };
  const read = await readBytes(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'bytes') return read;
  const verified = verify(request, read.bytes, secrets);
  if (verified.kind !== 'event') return verified;
  const { event } = verified;
  const valid = validateRequestWith({ receiveWebhook: validators }, route.operationId, event);
  if (!valid.ok) return breaksRules(valid.errors);

  if (!(await recordedEvents.record(event.id))) return receipt(true);
  try {
    forgetChangedSession(sessions, event);
    await handleEvent(onGenvorisEvent, event);
  } catch (cause) {
    await recordedEvents.forget(event.id);
    return { kind: 'internal', cause };
  }
  return receipt(false);
};

function verify(
  request: StorefrontRequest,
  bytes: Uint8Array,
  secrets: readonly string[],
): { kind: 'event'; event: WebhookEvent } | Failure {
  try {
    const headers = { get: (name: string) => request.header(name) };
    return { kind: 'event', event: verifyWebhook(bytes, headers, secrets) };
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    return error.code === 'malformed_payload'
      ? { kind: 'invalid_request', detail: error.message }
      : { kind: 'invalid_signature', why: error.message };
  }
}

function receipt(duplicate: boolean): Answer {
  return toAnswer({ received: true, duplicate } satisfies WebhookReceipt);
}
