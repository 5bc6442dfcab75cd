import {
  ERRORS,
  type ErrorCode,
  type ErrorReason,
  PHOTO_REASONS,
  PORTAL_ERRORS,
  type PortalErrorCode,
  QUOTA_REASONS,
  TRANSLATION,
} from '@genvoris/contract';

export interface Translated {
  code: ErrorCode;
  error?: PortalErrorCode;
  reason?: ErrorReason;
}

const REASONS: ReadonlySet<unknown> = new Set<ErrorReason>([...QUOTA_REASONS, ...PHOTO_REASONS]);

/**
 * Reads an upstream error by the contract's table: its status and word together, else its status alone.
 * Of the body only catalogued words are taken.
 */
export function translate(status: number, body: unknown): Translated {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const word = fields.error ?? fields.code;
  if (isPortalError(word) && PORTAL_ERRORS[word].status === status)
    return withReason({ code: PORTAL_ERRORS[word].storefront, error: word }, fields.reason);
  if (isErrorCode(word) && ERRORS[word].status === status)
    return withReason({ code: TRANSLATION.codes[word] }, fields.reason);
  return { code: byStatus(status) };
}

function byStatus(status: number): ErrorCode {
  const { statuses } = TRANSLATION;
  if (isListed(status)) return statuses[status];
  const range = `${Math.trunc(status / 100)}XX`;
  return isListed(range) ? statuses[range] : 'upstream_unreachable';
}

function isListed(status: number | string): status is keyof typeof TRANSLATION.statuses {
  return Object.hasOwn(TRANSLATION.statuses, status);
}

function withReason(translated: Translated, reason: unknown): Translated {
  if (REASONS.has(reason)) translated.reason = reason as ErrorReason;
  return translated;
}

function isPortalError(word: unknown): word is PortalErrorCode {
  return typeof word === 'string' && Object.hasOwn(PORTAL_ERRORS, word);
}

function isErrorCode(word: unknown): word is ErrorCode {
  return typeof word === 'string' && Object.hasOwn(ERRORS, word);
}
