import { expect, test } from 'vitest';
import type { JsonObject } from '../contract/json.ts';
import { failureLimitSource } from './failure-limit.ts';

const LIMIT = { limit: 20, windowSeconds: 300 };
const shared = (schemes: JsonObject) => new Map([['openapi/shared/security.yaml', schemes]]);

test('takes the limit that the schemes share', () => {
  const schemes = { Key: { 'x-failure-limit': LIMIT }, Cookie: {}, Secret: { 'x-failure-limit': LIMIT } };
  expect(failureLimitSource(shared(schemes))).toContain('{ limit: 20, windowSeconds: 300 }');
});

test.each<[string, JsonObject]>([
  [': has no scheme with x-failure-limit', { Key: {} }],
  [
    '/Key/x-failure-limit: is not a map of limit and windowSeconds',
    { Key: { 'x-failure-limit': { limit: 20 } } },
  ],
  [
    '/Secret/x-failure-limit: is not what /Key/x-failure-limit says',
    { Key: { 'x-failure-limit': LIMIT }, Secret: { 'x-failure-limit': { ...LIMIT, limit: 3 } } },
  ],
])('says where: %s', (problem, schemes) => {
  expect(() => failureLimitSource(shared(schemes))).toThrow(`openapi/shared/security.yaml#${problem}`);
});
