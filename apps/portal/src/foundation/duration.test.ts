import { expect, test } from 'vitest';
import { parseClock, parseDuration, parseTime, sayDuration } from './duration.ts';

test.each([
  ['+31d', 31 * 86_400],
  ['90m', 5_400],
  ['-2h', -7_200],
  ['10s', 10],
  ['1d12h', 129_600],
])('%s shifts the clock', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds * 1_000);
});

test('a time sets the clock', () => {
  const ahead = Date.parse('2030-01-01T00:00:00Z') - Date.now();
  expect(Math.round(parseClock('2030-01-01T01:00+01:00') / 60_000)).toBe(Math.round(ahead / 60_000));
});

test.each(['tomorrow', '+3w', '', '-2026-12-24', 'Dec 24', '2026-02-30', '2026-12-24T10:00', '1d-2h'])(
  '%j is neither',
  (text) => {
    expect(() => parseClock(text)).toThrow('neither a time');
  },
);

test.each(['1.5h', '3 d', 'd', '2026-12-24', '-5m'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('a day begins in UTC, whatever the machine thinks; the last of February is one', () => {
  expect(parseTime('2028-02-29')?.toISOString()).toBe('2028-02-29T00:00:00.000Z');
  expect(parseTime('2027-02-29')).toBeUndefined();
  expect(parseTime('2027-13-01')).toBeUndefined();
});

test.each([
  [31 * 86_400_000 + 7_200_000 + 60_000, '31 days 2 hours'],
  [86_400_000 + 1_000, '1 day'],
  [5_400_000, '1 hour 30 minutes'],
  [-1_000, '1 second'],
  [0, '0 seconds'],
])('%i ms are said as %s', (ms, said) => {
  expect(sayDuration(ms)).toBe(said);
});
