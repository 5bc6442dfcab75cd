const DELAY = /^[0-9]{1,9}$/;
const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The one upstream header that is passed on, if it is a delay or a date (RFC 9110, section 10.2.3). */
export function validRetryAfter(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (DELAY.test(value)) return value;
  return HTTP_DATE.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
