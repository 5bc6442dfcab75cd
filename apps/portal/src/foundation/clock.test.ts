import { expect, test } from 'vitest';
import { MovableClock } from './clock.ts';

test('a clock that was moved runs, and can be moved on', () => {
  const clock = new MovableClock(Date.parse('2030-01-01T00:00:00Z') - Date.now());
  expect(clock.now().toISOString()).toMatch(/^2030-01-01T00:0/);
  clock.advance(3_600_000);
  expect(clock.now().toISOString()).toMatch(/^2030-01-01T01:0/);
});
