import { FAULT_NAMES, type FaultName, SCENARIO_NAMES } from '@genvoris/contract';
import { closestMatches } from '../spec/closest-match.ts';

/** What a test key (or a path prefix) asks for. */
export type Scenario =
  | { kind: 'default' }
  | { kind: 'example'; name: string }
  | { kind: 'fault'; fault: FaultName }
  | { kind: 'unknown'; name: string; closest: string[] };

/** What a test key starts with; the name of a scenario follows. */
export const KEY_PREFIX = 'gvk_test_';
export const FAULT_PREFIX = 'fault_';
export const DEFAULT_SCENARIO = 'default';

/** Every name that may follow `gvk_test_` or `/scenario/`. */
export const SELECTABLE_NAMES: readonly string[] = [
  DEFAULT_SCENARIO,
  ...SCENARIO_NAMES,
  ...FAULT_NAMES.map((name) => `${FAULT_PREFIX}${name}`),
];

const examples = new Set<string>(SCENARIO_NAMES);

export function parseScenario(name: string): Scenario {
  if (examples.has(name)) return { kind: 'example', name };
  if (name === DEFAULT_SCENARIO) return { kind: 'default' };
  if (name.startsWith(FAULT_PREFIX)) {
    const fault = name.slice(FAULT_PREFIX.length) as FaultName;
    if (FAULT_NAMES.includes(fault)) return { kind: 'fault', fault };
  }
  return { kind: 'unknown', name, closest: closestMatches(name, SELECTABLE_NAMES) };
}

/** The scenario a key stands for; `undefined` for a key that is not one of ours to interpret. */
export function scenarioOfKey(key: string): Scenario | undefined {
  return key.startsWith(KEY_PREFIX) ? parseScenario(key.slice(KEY_PREFIX.length)) : undefined;
}
