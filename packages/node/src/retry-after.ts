const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH = `(${MONTHS.join('|')})`;
const TIME = '([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d|60)';

/** RFC 9110, section 5.6.7: the one form to send, and the two old ones every recipient must still read. */
const IMF_FIXDATE = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{2}) ${MONTH} (\\d{4}) ${TIME} GMT$`);
const RFC850 = new RegExp(
  `^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\\d{2})-${MONTH}-(\\d{2}) ${TIME} GMT$`,
);
const ASCTIME = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} ([ \\d]\\d) ${TIME} (\\d{4})$`);

/**
 * Reads a `Retry-After` header: whole seconds to wait, 0 for a date that has passed, `null` for what is
 * absent or neither form. `now` is in milliseconds; pass the answer's own `Date` where there is one, so
 * that a wrong local clock does not change the wait.
 *
 * @example
 * parseRetryAfter('60'); // 60
 * parseRetryAfter('soon'); // null
 */
export function parseRetryAfter(value: string | null | undefined, now: number = Date.now()): number | null {
  if (value === null || value === undefined) return null;
  const text = value.trim();
  // Ten digits and more are centuries: not a delay that anybody means.
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = parseHttpDate(text, now);
  return date === null ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Milliseconds since the epoch, or `null`. `now` settles the century of a two-digit year. */
export function parseHttpDate(text: string, now: number = Date.now()): number | null {
  const imf = IMF_FIXDATE.exec(text);
  if (imf !== null) return toTime(imf[3], imf[2], imf[1], imf[4], imf[5], imf[6]);
  const asctime = ASCTIME.exec(text);
  if (asctime !== null) return toTime(asctime[6], asctime[1], asctime[2], asctime[3], asctime[4], asctime[5]);
  const rfc850 = RFC850.exec(text);
  if (rfc850 === null) return null;
  const century = Math.floor(new Date(now).getUTCFullYear() / 100) * 100;
  const time = toTime(
    String(century + Number(rfc850[3])),
    rfc850[2],
    rfc850[1],
    rfc850[4],
    rfc850[5],
    rfc850[6],
  );
  if (time === null || time - now <= 50 * 365.25 * 86_400_000) return time;
  // More than fifty years ahead means the century before.
  return toTime(
    String(century - 100 + Number(rfc850[3])),
    rfc850[2],
    rfc850[1],
    rfc850[4],
    rfc850[5],
    rfc850[6],
  );
}

function toTime(year = '', month = '', day = '', hour = '', minute = '', second = ''): number | null {
  const monthIndex = MONTHS.indexOf(month);
  const dayOfMonth = Number(day);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), monthIndex, dayOfMonth);
  // Also refuses the 31st of a month that has 30.
  if (date.getUTCMonth() !== monthIndex || date.getUTCDate() !== dayOfMonth) return null;
  return date.setUTCHours(Number(hour), Number(minute), Number(second));
}
