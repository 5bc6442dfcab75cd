import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate } from './http-date.ts';
import { isRetryAfter, parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 20, 10, 0, 0);

describe('parseRetryAfter', () => {
  it.each([
    ['60', 60],
    ['0', 0],
    [' 5 ', 5],
    ['007', 7],
    ['999999999', 999_999_999],
    ['Fri, 20 Nov 2026 10:01:30 GMT', 90],
    ['Friday, 20-Nov-26 10:01:30 GMT', 90],
    ['Fri Nov 20 10:01:30 2026', 90],
    ['Sun Nov  1 10:00:00 2026', 0],
    ['Thu, 19 Nov 2026 10:00:00 GMT', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 251_607_131_999],
  ])('reads %j as %d seconds', (value, seconds) => {
    expect(parseRetryAfter(value, NOW)).toBe(seconds);
  });

  it('rounds up, so that nobody comes back too early', () => {
    expect(parseRetryAfter('Fri, 20 Nov 2026 10:00:01 GMT', NOW + 1)).toBe(1);
  });

  it.each([
    null,
    undefined,
    '',
    '-5',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    'soon',
    'Infinity',
    'NaN',
    '60, 120',
    '9999999999',
    '2026-11-20T10:01:30Z',
    'Fri, 20 Nov 2026 10:01:30 +0100',
    'Fri, 20 Nov 2026 10:01:30',
    'Fri, 31 Nov 2026 10:00:00 GMT',
    'Fri, 00 Nov 2026 10:00:00 GMT',
    'Fri, 20 Nov 2026 24:00:00 GMT',
    'fri, 20 nov 2026 10:01:30 gmt',
    'Fri, 20 Nov 2026 10:01:30 GMT, Fri, 20 Nov 2026 10:01:30 GMT',
  ])('reads %j as nothing', (value) => {
    expect(parseRetryAfter(value, NOW)).toBe(null);
  });

  it('never throws and never gives anything but whole seconds from 0', () => {
    const nearly = fc
      .array(fc.constantFrom('Fri', ', ', '20', ' Nov ', '2026', '99', ':', 'GMT', '-', ' '), {
        maxLength: 14,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), fc.integer(), (value, now) => {
        const seconds = parseRetryAfter(value, now);
        if (seconds !== null) expect(Number.isSafeInteger(seconds) && seconds >= 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every date that JavaScript writes', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseHttpDate(date.toUTCString(), NOW)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});

it.each([
  ['120', true],
  ['Wed, 21 Oct 2026 07:28:00 GMT', true],
  ['Sat, 31 Oct 2026 07:28:60 GMT', true],
  ['Sat, 31 Nov 2026 07:28:00 GMT', false],
  ['Wednesday, 21-Oct-26 07:28:00 GMT', false],
  ['Wed Oct 21 07:28:00 2026', false],
  [' 120', false],
  ['-5', false],
  ['1e9', false],
  ['soon', false],
  ['', false],
])('%j may be sent: %s', (value, expected) => {
  expect(isRetryAfter(value)).toBe(expected);
});
