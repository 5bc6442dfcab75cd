/** Milliseconds from `now` that a Retry-After header asks for (RFC 9110, 10.2.3), if it says so readably. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} .* GMT$/.test(header)
    ? Date.parse(header)
    : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
