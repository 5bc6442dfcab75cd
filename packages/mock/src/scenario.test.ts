import { describe, expect, it } from 'vitest';
import { parseScenario, SELECTABLE_NAMES, scenarioOfKey } from './scenario.ts';

describe('a scenario name', () => {
  it('is every example name, every fault and "default"', () => {
    expect(SELECTABLE_NAMES).toEqual(
      expect.arrayContaining([
        'default',
        'ALLOWED',
        'rate_limited',
        'end_customer_quota.paused',
        'fault_slow_drip',
      ]),
    );
    expect(new Set(SELECTABLE_NAMES).size).toBe(SELECTABLE_NAMES.length);
  });

  it('is told from a fault by its prefix', () => {
    expect(parseScenario('EXHAUSTED')).toEqual({ kind: 'example', name: 'EXHAUSTED' });
    expect(parseScenario('fault_refused')).toEqual({ kind: 'fault', fault: 'refused' });
    expect(parseScenario('default')).toEqual({ kind: 'default' });
  });

  it('that nobody knows comes back with the closest ones', () => {
    expect(parseScenario('EXHUASTED')).toMatchObject({ kind: 'unknown', closest: ['EXHAUSTED'] });
    expect(parseScenario('end_customer_quota')).toMatchObject({
      kind: 'unknown',
      closest: expect.arrayContaining(['end_customer_quota.paused']),
    });
    expect(parseScenario('fault_toString')).toMatchObject({ kind: 'unknown' });
    expect(parseScenario('__proto__')).toMatchObject({ kind: 'unknown' });
  });

  it('stands in a test key, and other keys mean nothing', () => {
    expect(scenarioOfKey('gvk_test_LOCKED')).toEqual({ kind: 'example', name: 'LOCKED' });
    expect(scenarioOfKey('gvk_live_LOCKED')).toBeUndefined();
    expect(scenarioOfKey('')).toBeUndefined();
  });
});
