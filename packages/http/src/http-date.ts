const DAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), /;
const RFC850 = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-(\w{3})-(\d\d) (.*)$/;
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) (\S+) (\d{4})$/;

/**
 * Milliseconds since the epoch, or `null`: the one form to send, and the two old ones every recipient must still
 * read (RFC 9110, section 5.6.7). `now` settles the century of a two-digit year.
 */
export function parseHttpDate(text: string, now: number = Date.now()): number | null {
  const [, weekday, monthName, date = '', clock, fullYear] = ASCTIME.exec(text) ?? [];
  if (weekday !== undefined)
    return parseSentDate(`${weekday}, ${date.replace(' ', '0')} ${monthName} ${fullYear} ${clock} GMT`);
  const [, day, month, year, time] = RFC850.exec(text) ?? [];
  if (day === undefined) return parseSentDate(text);
  const within = (century: number) => parseSentDate(`Mon, ${day} ${month} ${century}${year} ${time}`);
  const century = Math.floor(new Date(now).getUTCFullYear() / 100);
  const here = within(century);
  // More than fifty years ahead means the century before.
  return here !== null && here - now > 50 * 365.25 * 86_400_000 ? within(century - 1) : here;
}

/** The same for the one form that may be sent, whichever weekday it names. */
export function parseSentDate(text: string): number | null {
  // A leap second is none to a computer's clock.
  const plain = text.replace(/:60 GMT$/, ':59 GMT');
  const time = Date.parse(plain);
  // JavaScript writes this form, so that what it writes again as it was is in it, and is a day of the calendar.
  return DAY.test(plain) && new Date(time).toUTCString().slice(5) === plain.slice(5) ? time : null;
}
