import { describe, expect, it } from 'vitest';
import { parseTarget } from './incoming.ts';

describe('a request target', () => {
  it('keeps its path as it was sent', () => {
    expect(parseTarget('/api/%2e%2e/status?api_key=a%20b')).toMatchObject({ path: '/api/%2e%2e/status' });
    expect(parseTarget('/api/%2e%2e/status?api_key=a%20b').query.get('api_key')).toBe('a b');
    expect(parseTarget('//host/status').path).toBe('//host/status');
  });

  it('gives up its scenario prefix', () => {
    expect(parseTarget('/scenario/end_customer_quota.paused/storefront/status?x=1')).toMatchObject({
      path: '/storefront/status',
      scenario: 'end_customer_quota.paused',
    });
    expect(parseTarget('/scenario/ALLOWED')).toMatchObject({ path: '/', scenario: 'ALLOWED' });
    expect(parseTarget('/scenario/%zz/status')).toMatchObject({ path: '/status', scenario: '%zz' });
    expect(parseTarget('/scenarios/ALLOWED').scenario).toBeUndefined();
  });

  it('may be in absolute form', () => {
    expect(parseTarget('http://127.0.0.1:4010/status?a=1')).toMatchObject({ path: '/status' });
    expect(parseTarget('http://127.0.0.1:4010').path).toBe('/');
  });
});
