import { expect, it } from 'vitest';
import { parseScenario } from './scenario.ts';

it.each([
  ['EXHUASTED', ['EXHAUSTED']],
  ['locked', ['LOCKED']],
  // One that contains what was typed comes before one with fewer edits.
  ['small', ['photo_rejected.too_small']],
  ['fault_toString', ['fault_oversize', 'fault_empty', 'fault_not_json']],
  ['zzzzzz', []],
  ['__proto__', []],
])('%s is no scenario; close to it are %j', (name, closest) => {
  expect(parseScenario(name)).toEqual({ kind: 'unknown', name, closest });
});
