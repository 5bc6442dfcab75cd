import { expect, it } from 'vitest';
import { brokenPromises, lowestNode } from './lowest-node.ts';
import type { Packed } from './pack.ts';

function packed(engines: string, dependencies: Record<string, string>): Packed {
  const nothing = { folder: '', entries: new Map(), bins: new Map(), forgotten: [] };
  return { name: '@genvoris/x', engines, dependencies: new Map(Object.entries(dependencies)), ...nothing };
}

it('a package promises no Node on which one of its dependencies does not run', () => {
  expect(brokenPromises(packed('>=22', { undici: '>=22.19.0', jose: '*' }))).toEqual([
    '@genvoris/x: engines.node >=22 allows 22.0.0, where undici does not run (>=22.19.0)',
  ]);
  expect(brokenPromises(packed('>=22.19', { undici: '>=22.19.0', jose: '*' }))).toEqual([]);
  expect(brokenPromises(packed('*', { commander: '>=22.12.0' }))).toHaveLength(1);
});

it('the oldest Node of a promise is a version that can be fetched', () => {
  expect(lowestNode(packed('^22.17 || >=24', {}))).toBe('22.17.0');
});
