import { parseHttpDate, parseRetryAfter } from '@genvoris/http';
import { signWebhook } from '@genvoris/node/webhooks';
import { machineNow } from '../../foundation/clock.ts';
import type { Egress, EgressFailure, EgressResult } from '../../foundation/egress/egress.ts';
import { SealedSecretError, type Vault } from '../../foundation/vault.ts';
import { toEnvelope } from '../outbox.ts';
import type { Claimed } from './claim.ts';
import { ATTEMPT_TIMEOUT_MS } from './schedule.ts';
import { signingSecrets } from './secret.ts';

/** What came of one attempt; `error` is a sentence for people, null if it was taken. */
export interface Outcome {
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly durationMs: number;
  /** Seconds that a receiver which is busy asks to be left alone for. */
  readonly retryAfter?: number;
}

export const SENTENCES: Readonly<Record<EgressFailure, string>> = {
  url_refused: 'The URL is not one that events are sent to.',
  address_refused: 'The address is not public.',
  unresolvable: 'The name does not resolve.',
  unreachable: 'The connection failed.',
  timeout: 'No answer within 10 seconds.',
  too_large: 'The answer is too large.',
  undecodable: 'The answer cannot be decoded.',
};

/** Posts an event to its endpoint, signed now in both styles. Never throws. */
export async function attemptDelivery(
  egress: Egress,
  vault: Vault,
  claimed: Claimed,
  now: Date,
): Promise<Outcome> {
  const started = performance.now();
  const { event_id: id, event_type: type, event_created_at: created_at, data } = claimed;
  const body = JSON.stringify(toEnvelope({ id, type, created_at, data }));
  const done = (status: number | null, error: string | null): Outcome => ({
    // Some answer 999, which is a status of no class.
    statusCode: status !== null && status > 599 ? null : status,
    error,
    durationMs: Math.round(performance.now() - started),
  });
  let signature: Record<string, string>;
  try {
    const message = {
      id: claimed.event_id,
      type: claimed.event_type,
      delivery: claimed.id,
      // The receiver holds it against its own clock, which a test clock does not move.
      timestamp: Math.floor(machineNow().getTime() / 1000),
    };
    signature = { ...signWebhook(body, message, signingSecrets(vault, claimed, now)) };
  } catch (error) {
    if (!(error instanceof SealedSecretError)) throw error;
    return done(null, 'The signing secret cannot be opened. Rotate it.');
  }
  const result = await egress.send({
    url: claimed.url,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Genvoris-Webhooks', ...signature },
    body,
    // Which addresses may be reached without TLS was decided when the endpoint was registered.
    allowHttp: true,
    timeoutMs: ATTEMPT_TIMEOUT_MS,
    maxBytes: 0,
  });
  if (!result.ok) return done(null, SENTENCES[result.failure]);
  const { status } = result;
  if (status >= 200 && status < 300) return done(status, null);
  if (status >= 300 && status < 400)
    return done(status, `The endpoint answered ${status}; redirects are not followed.`);
  return { ...done(status, answered(status)), retryAfter: readRetryAfter(result) };
}

/** Whole seconds, however many; 0 where the answer asks for nothing. */
function readRetryAfter({ status, headers }: Extract<EgressResult, { ok: true }>): number {
  if (status !== 429 && status !== 503) return 0;
  const [text = ''] = [headers['retry-after']].flat();
  if (/^\d+$/.test(text.trim())) return Number(text);
  // By the receiver's own clock, where it tells it.
  const [date = ''] = [headers.date].flat();
  return parseRetryAfter(text, parseHttpDate(date) ?? machineNow().getTime()) ?? 0;
}

export function answered(status: number): string {
  return `The endpoint answered ${status}.`;
}
