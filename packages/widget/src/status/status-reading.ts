import type { Access, CtaType, ErrorCode } from '@genvoris/contract';
import { type Answer, member } from '../gateway/answer.ts';
import { CODES, KNOWN_ACCESS, KNOWN_CTA_TYPES } from '../tables.ts';
import { isDocumentedStatus, readDate } from './status-shape.ts';

/** What a status answer says, whatever it looked like. */
export interface StatusReading {
  access: Access;
  /** `undefined` where the answer does not speak of it (the account's own status does not). */
  canTryOn?: boolean;
  ctaType?: CtaType;
  /** Where the call to action leads, by the shop's model; any text. */
  ctaUrl?: string;
  /** Try-ons that the shopper has by the shop's model, where that sets a limit. */
  remaining?: number;
  resetsAt?: Date;
  /** The portal's word behind an error, where the adapter kept it. */
  error?: string;
  reason?: string;
  /** Whether asking once more may help. */
  retry: boolean;
}

/** Reads any answer to the status question. Total: what is not understood reads as `ERROR`. */
export function readStatus({ status, body }: Answer): StatusReading {
  return status === 200 ? readSuccess(body) : readFailure(status, body);
}

function readSuccess(body: unknown): StatusReading {
  const access = member(body, 'access');
  if (!isAccess(access) || !isDocumentedStatus(body)) return { access: 'ERROR', retry: true };
  const reading: StatusReading = { access, retry: access === 'ERROR' };
  const canTryOn = member(body, 'canTryOn');
  if (canTryOn !== undefined) reading.canTryOn = canTryOn === true;
  const ctaType = member(body, 'ctaType');
  if (ctaType !== undefined) reading.ctaType = isCtaType(ctaType) ? ctaType : 'none';
  const ctaUrl = member(body, 'ctaUrl');
  if (typeof ctaUrl === 'string') reading.ctaUrl = ctaUrl;
  const remaining = member(body, 'remaining');
  if (Number.isSafeInteger(remaining)) reading.remaining = remaining as number;
  const resetsAt = readDate(member(member(body, 'quota'), 'resetsAt'));
  if (resetsAt) reading.resetsAt = resetsAt;
  return reading;
}

function readFailure(status: number, body: unknown): StatusReading {
  const code = readCode(body);
  // A code counts only with its own status; otherwise somebody else's page happens to use the word.
  if (!code || CODES[code].status !== status) return { access: 'ERROR', retry: true };
  const { readsAs, retryable } = CODES[code];
  const reading: StatusReading = { access: readsAs, retry: readsAs === 'ERROR' && retryable };
  const error = member(body, 'error');
  if (typeof error === 'string') reading.error = error;
  const reason = member(body, 'reason');
  if (typeof reason === 'string') reading.reason = reason;
  return reading;
}

/** The error code of an error body, if it has one that is known. */
export function readCode(body: unknown): ErrorCode | undefined {
  const code = member(body, 'code');
  return typeof code === 'string' && Object.hasOwn(CODES, code) ? (code as ErrorCode) : undefined;
}

function isAccess(value: unknown): value is Access {
  return (KNOWN_ACCESS as readonly unknown[]).includes(value);
}

function isCtaType(value: unknown): value is CtaType {
  return (KNOWN_CTA_TYPES as readonly unknown[]).includes(value);
}
