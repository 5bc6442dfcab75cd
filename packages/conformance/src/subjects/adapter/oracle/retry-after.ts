import { TRANSLATION } from '@genvoris/contract';

const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The upstream's `Retry-After` if it is a delay or an HTTP date (RFC 9110, section 10.2.3), else the default. */
export function expectedRetryAfter(upstream: string | undefined): string {
  const fallback = String(TRANSLATION.retryAfterSeconds);
  if (upstream === undefined) return fallback;
  return /^\d{1,9}$/.test(upstream) || isHttpDate(upstream) ? upstream : fallback;
}

/** Whether it is an IMF-fixdate (RFC 9110, section 5.6.7) of a day that the calendar has; second 60 is a leap second. */
function isHttpDate(text: string): boolean {
  const [, day, monthName = '', year, hour, minute, second] = DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(monthName);
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  const isDay =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === month &&
    date.getUTCDate() === Number(day);
  return isDay && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
}
