import { expect, test } from 'vitest';
import { InFlight } from './in-flight.ts';

test('what entered and did not leave is in flight, whatever left before it', () => {
  const inFlight = new InFlight<{ name: string; abort(): void }>();
  const enter = (name: string) => inFlight.enter({ name, abort() {} });
  const names = () => inFlight.items().map(({ name }) => name);
  const slots = ['a', 'b', 'c'].map(enter);
  inFlight.leave(slots[1] as number);
  expect(names()).toEqual(['a', 'c']);
  expect(inFlight.size).toBe(2);
  enter('d');
  inFlight.leave(slots[0] as number);
  expect(names().toSorted()).toEqual(['c', 'd']);
  expect(inFlight.size).toBe(2);
});
