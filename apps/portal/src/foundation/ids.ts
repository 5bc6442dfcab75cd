import { randomFillSync } from 'node:crypto';

/** The prefixes of the ids we hand out. */
export type IdPrefix =
  | 'st_'
  | 'key_'
  | 'pln_'
  | 'ec_'
  | 'ses_'
  | 'pck_'
  | 'try_'
  | 'led_'
  | 'evt_'
  | 'we_'
  | 'whd_'
  | 'conv_'
  | 'ret_'
  | 'k_'
  | 'req_';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pool = Buffer.alloc(4096);
let used = pool.length;
let lastTime = 0;
let lastRandom: number[] = [];

/** When an id was made (ms since the epoch), or undefined if it is none of ours. */
export function timeOfId(id: string): number | undefined {
  const digits = /^[a-z]+_([0-9A-HJKMNP-TV-Z]{10})/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  return [...digits].reduce((time, digit) => time * 32 + DIGITS.indexOf(digit), 0);
}

/** The least id of a moment: the ids of that time and later ones are greater. */
export function leastIdOf(prefix: IdPrefix, time: number): string {
  return prefix + timeDigits(Math.max(0, Math.floor(time)));
}

/**
 * A new id: the prefix and a ULID, so that ids sort by the time they were made, and those of one process in
 * the order they were made in.
 */
export function newId(prefix: IdPrefix, now: Date): string {
  const time = now.getTime();
  if (time === lastTime) increment(lastRandom);
  else {
    lastTime = time;
    lastRandom = randomDigits();
  }
  let text = timeDigits(time);
  for (const digit of lastRandom) text += DIGITS[digit];
  return prefix + text;
}

function timeDigits(time: number): string {
  let text = '';
  for (let rest = time, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) text = DIGITS[rest % 32] + text;
  return text;
}

function randomDigits(): number[] {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const digits = Array.from(pool.subarray(used, used + 16), (byte) => byte & 31);
  used += 16;
  // Room for some 10^22 increments before the first digit would run over.
  digits[0] = (digits[0] ?? 0) & 15;
  return digits;
}

function increment(digits: number[]): void {
  for (let i = digits.length - 1; i >= 0; i -= 1) {
    const digit = digits[i] ?? 0;
    if (digit < 31) {
      digits[i] = digit + 1;
      return;
    }
    digits[i] = 0;
  }
}
