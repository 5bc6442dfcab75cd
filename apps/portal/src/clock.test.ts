import { expect, test } from 'vitest';
import { type MovableClock, parseClock } from './clock.ts';

const off = (clock: MovableClock) => Math.round((clock.now().getTime() - Date.now()) / 1_000);

test.each([
  ['+31d', 31 * 86_400],
  ['90m', 5_400],
  ['-2h', -7_200],
  ['10s', 10],
])('%s shifts the clock', (text, seconds) => {
  expect(off(parseClock(text))).toBe(seconds);
});

test('a time sets the clock, which then runs and can be moved on', () => {
  const clock = parseClock('2030-01-01T00:00:00Z');
  expect(clock.now().toISOString()).toMatch(/^2030-01-01T00:00:0/);
  clock.advance(3_600_000);
  expect(clock.now().toISOString()).toMatch(/^2030-01-01T01:00:0/);
});

test.each(['tomorrow', '+3w', ''])('%j is neither', (text) => {
  expect(() => parseClock(text)).toThrow('neither a time');
});
