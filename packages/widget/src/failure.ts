import type { ErrorCode } from '@genvoris/contract';
import { type Answer, member } from './gateway/answer.ts';
import type { WidgetMessages } from './messages.ts';
import { readCode } from './status/status-reading.ts';
import { CODES } from './tables.ts';

/** What the shopper can do about a failure. */
export type Recovery = 'choose_photo' | 'retry' | 'sign_in' | 'none';

export interface Failure {
  code: ErrorCode;
  message: string;
  recovery: Recovery;
}

// A complete record, so that a code added to the spec does not compile until somebody says what helps.
const RECOVERY: Record<ErrorCode, Recovery> = {
  invalid_api_key: 'none',
  cross_origin: 'none',
  path_not_allowed: 'none',
  rate_limited: 'retry',
  quota_exhausted: 'none',
  upstream_unreachable: 'retry',
  internal_error: 'retry',
  invalid_request: 'none',
  invalid_signature: 'none',
  sign_in_required: 'sign_in',
  payload_too_large: 'choose_photo',
  photo_rejected: 'choose_photo',
};

/** What an answer that is no success means to the shopper. The server's own `message` is never shown. */
export function readFailure(answer: Answer, messages: WidgetMessages): Failure {
  const code = codeOf(answer);
  return { code, message: sentence(answer, code, messages), recovery: RECOVERY[code] };
}

function codeOf({ status, body }: Answer): ErrorCode {
  const said = readCode(body);
  if (said) return said;
  // Direct mode meets the portal's family, which has no `code`; its statuses mean the same.
  // The first code of a status is the oldest; later ones are additive and narrower.
  const [likely] = Object.entries(CODES).find(([, facts]) => facts.status === status) ?? [];
  if (likely) return likely as ErrorCode;
  if (status === 419) return 'cross_origin';
  return status >= 400 && status < 500 ? 'internal_error' : 'upstream_unreachable';
}

function sentence({ body }: Answer, code: ErrorCode, messages: WidgetMessages): string {
  if (member(body, 'error') === 'credit_limit_reached') return messages.ctas.service_paused;
  const reason = member(body, 'reason');
  const known = typeof reason === 'string' ? member(messages.reasons, reason) : undefined;
  return typeof known === 'string' ? known : messages.errors[code];
}
