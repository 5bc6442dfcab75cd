import { expect, it } from 'vitest';
import { parseTarget } from './incoming.ts';

it.each([
  ['/api/%2e%2e/status?api_key=a%20b', '/api/%2e%2e/status', undefined, 'api_key=a+b'],
  ['//host/status', '//host/status', undefined, ''],
  [
    '/scenario/end_customer_quota.paused/storefront/status?x=1',
    '/storefront/status',
    'end_customer_quota.paused',
    'x=1',
  ],
  ['/scenario/ALLOWED', '/', 'ALLOWED', ''],
  ['/scenario/%zz/status', '/status', '%zz', ''],
  ['/scenarios/ALLOWED', '/scenarios/ALLOWED', undefined, ''],
  ['http://127.0.0.1:4010/status?a=1', '/status', undefined, 'a=1'],
  ['http://127.0.0.1:4010', '/', undefined, ''],
])('the target %s has the path %s, the scenario %s and the query %s', (target, path, scenario, query) => {
  const parsed = parseTarget(target);
  expect({ ...parsed, query: String(parsed.query) }).toEqual({ path, scenario, query });
});
