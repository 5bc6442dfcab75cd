import { machineNow } from './clock.ts';

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };
const DURATION = /^\+?((?:\d{1,9}[dhms])+)$/;
const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Milliseconds of `31d`, `90m` or `1d12h`; undefined if it is no such thing. */
export function parseDuration(text: string): number | undefined {
  const parts = DURATION.exec(text)?.[1]?.match(/\d+[dhms]/g);
  return parts?.reduce((sum, part) => sum + Number(part.slice(0, -1)) * (UNITS[part.slice(-1)] ?? 0), 0);
}

/** A day (its start in UTC) or a time with its zone: `2026-12-24`, `2026-12-24T10:00Z`, `…T10:00:00+01:00`. */
export function parseTime(text: string): Date | undefined {
  const [, year, month, day] = TIME.exec(text) ?? [];
  const time = new Date(text);
  if (day === undefined || Number.isNaN(time.getTime())) return undefined;
  // Date takes the 30th of February for the 2nd of March.
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) <= days ? time : undefined;
}

/**
 * Reads `--clock`: a time (`2026-12-24T18:00:00Z`) or a shift (`+31d`, `-2h`, `90m`), as milliseconds ahead of
 * the machine's clock.
 *
 * @throws TypeError if it is neither.
 */
export function parseClock(text: string): number {
  const shift = parseDuration(text.replace(/^-/, ''));
  if (shift !== undefined) return text.startsWith('-') ? -shift : shift;
  const time = parseTime(text);
  if (time) return time.getTime() - machineNow().getTime();
  throw new TypeError(
    `--clock ${JSON.stringify(text)} is neither a time (2026-12-24T18:00:00Z) nor a shift (+31d).`,
  );
}

const WORDS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `31 days 2 hours`: the largest unit and the next, for people. */
export function sayDuration(ms: number): string {
  let rest = Math.round(Math.abs(ms) / 1_000) * 1_000;
  const said: string[] = [];
  for (const [unit, size] of WORDS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && said.length < 2) said.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    else if (said.length > 0) break;
  }
  return said.join(' ') || '0 seconds';
}
