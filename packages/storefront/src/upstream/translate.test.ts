import { ERRORS, PORTAL_ERRORS, TRANSLATION } from '@genvoris/contract';
import { describe, expect, test } from 'vitest';
import { translate } from './translate.ts';

describe('an upstream error', () => {
  test.each(Object.entries(PORTAL_ERRORS))(
    'reads the portal’s %s by the catalogue',
    (error, { status, storefront }) => {
      expect(translate(status, { error, message: 'x' })).toEqual({ code: storefront, error });
    },
  );

  test.each(Object.entries(ERRORS))('reads the backend’s %s by the table', (code, { status }) => {
    expect(translate(status, { code }).code).toBe(TRANSLATION.codes[code as keyof typeof ERRORS]);
  });

  test('counts a word only under its own status', () => {
    expect(translate(500, { error: 'credit_limit_reached' })).toEqual({ code: 'upstream_unreachable' });
    expect(translate(403, { code: 'quota_exhausted' })).toEqual({ code: 'internal_error' });
  });

  test('prefers the portal’s word to the code', () => {
    expect(translate(402, { error: 'credit_limit_reached', code: 'quota_exhausted' })).toEqual({
      code: 'quota_exhausted',
      error: 'credit_limit_reached',
    });
  });

  test('takes no reason that is not catalogued', () => {
    expect(translate(402, { error: 'end_customer_quota', reason: 'paused' }).reason).toBe('paused');
    expect(translate(402, { error: 'end_customer_quota', reason: 'moon' }).reason).toBeUndefined();
  });

  test.each([
    [404, 'path_not_allowed'],
    [429, 'rate_limited'],
    [400, 'internal_error'],
    [499, 'internal_error'],
    [301, 'upstream_unreachable'],
    [599, 'upstream_unreachable'],
    [600, 'upstream_unreachable'],
    [100, 'upstream_unreachable'],
  ])('%s without a word is %s', (status, code) => {
    for (const body of [
      undefined,
      null,
      'text',
      [],
      {},
      { error: 'constructor' },
      { code: '__proto__' },
      { error: 7 },
    ])
      expect(translate(status, body)).toEqual({ code });
  });
});
