import { parseHttpDate, parseSentDate } from './http-date.ts';

// Ten digits and more are centuries: not a delay that anybody means.
const DELAY = /^\d{1,9}$/;

/**
 * Reads a `Retry-After` header: whole seconds to wait, 0 for a date that has passed, `null` for what is
 * absent or neither form. `now` is in milliseconds; pass the answer's own `Date` where there is one, so
 * that a wrong local clock does not change the wait.
 *
 * @see RFC 9110, section 10.2.3
 * @example
 * parseRetryAfter('60'); // 60
 * parseRetryAfter('soon'); // null
 */
export function parseRetryAfter(value: string | null | undefined, now: number = Date.now()): number | null {
  if (value === null || value === undefined) return null;
  const text = value.trim();
  if (DELAY.test(text)) return Number(text);
  const date = parseHttpDate(text, now);
  return date === null ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Whether a text may be sent as `Retry-After`: a delay, or a date in its one form (RFC 9110, section 10.2.3). */
export function isRetryAfter(value: string): boolean {
  return DELAY.test(value) || parseSentDate(value) !== null;
}
