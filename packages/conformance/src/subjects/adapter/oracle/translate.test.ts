import { describe, expect, it } from 'vitest';
import { translate } from './translate.ts';

// Written out by hand from the contract's table, so that the oracle is held by something besides its data.
const TABLE: [status: number, body: unknown, answer: [number, string], error?: string][] = [
  [401, { error: 'invalid_key' }, [401, 'invalid_api_key'], 'invalid_key'],
  [401, { error: 'unauthorized' }, [401, 'invalid_api_key'], 'unauthorized'],
  [401, { code: 'invalid_api_key' }, [401, 'invalid_api_key']],
  [403, { error: 'account_inactive' }, [401, 'invalid_api_key'], 'account_inactive'],
  [402, { error: 'credit_limit_reached' }, [402, 'quota_exhausted'], 'credit_limit_reached'],
  [402, { error: 'end_customer_quota', reason: 'paused' }, [402, 'quota_exhausted'], 'end_customer_quota'],
  [402, { code: 'quota_exhausted' }, [402, 'quota_exhausted']],
  [403, { error: 'domain_not_allowed' }, [403, 'cross_origin'], 'domain_not_allowed'],
  [403, { code: 'cross_origin' }, [403, 'cross_origin']],
  [404, {}, [404, 'path_not_allowed']],
  [429, 'not JSON', [429, 'rate_limited']],
  [403, { error: 'token_store_mismatch' }, [500, 'internal_error'], 'token_store_mismatch'],
  [403, { error: 'customer_inactive' }, [500, 'internal_error'], 'customer_inactive'],
  [418, { error: 'teapot' }, [500, 'internal_error']],
  [402, { error: 'brand_new' }, [500, 'internal_error']],
  [400, { code: 'quota_exhausted' }, [500, 'internal_error']],
  [402, { error: 'constructor' }, [500, 'internal_error']],
  [500, { error: 'internal_error' }, [502, 'upstream_unreachable'], 'internal_error'],
  [503, undefined, [502, 'upstream_unreachable']],
  [302, undefined, [502, 'upstream_unreachable']],
  [202, { access: 'ALLOWED' }, [502, 'upstream_unreachable']],
  [422, { code: 'photo_rejected', reason: 'too_small' }, [422, 'photo_rejected']],
];

describe('translate', () => {
  it.each(TABLE)('reads %i %j as %j', (status, body, [answered, code], error) => {
    const expected = translate('proxyTryon', { status, body });
    expect(expected).toMatchObject({ status: answered, code });
    expect(expected.error).toBe(error);
  });

  it('keeps a known reason and drops one that belongs to another word', () => {
    const reasonOf = (reason: string) =>
      translate('proxyTryon', { status: 402, body: { error: 'end_customer_quota', reason } }).reason;
    expect(reasonOf('no_plan')).toBe('no_plan');
    expect(reasonOf('too_small')).toBeUndefined();
  });

  it('makes an error that the operation does not document an internal one', () => {
    const body = { code: 'payload_too_large' };
    expect(translate('getStorefrontStatus', { status: 413, body })).toMatchObject({
      status: 500,
      code: 'internal_error',
    });
    expect(translate('proxyTryon', { status: 413, body })).toMatchObject({
      status: 413,
      code: 'payload_too_large',
    });
  });
});
