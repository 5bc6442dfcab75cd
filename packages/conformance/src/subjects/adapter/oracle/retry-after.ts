import { TRANSLATION } from '@genvoris/contract';

const DATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The upstream's `Retry-After` if it is a delay or an HTTP date (RFC 9110, section 10.2.3), else the default. */
export function expectedRetryAfter(upstream: string | undefined): string {
  const fallback = String(TRANSLATION.retryAfterSeconds);
  if (upstream === undefined) return fallback;
  if (/^\d{1,9}$/.test(upstream)) return upstream;
  return DATE.test(upstream) && !Number.isNaN(Date.parse(upstream)) ? upstream : fallback;
}
