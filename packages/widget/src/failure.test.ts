import {
  DEFAULT_MESSAGES,
  DEFAULT_REASON_MESSAGES,
  ERROR_CODES,
  ERRORS,
  QUOTA_REASONS,
} from '@genvoris/contract';
import { describe, expect, it } from 'vitest';
import { readFailure } from './failure.ts';
import { DEFAULT_WIDGET_MESSAGES as messages } from './messages.ts';

describe('what a failed try-on means to the shopper', () => {
  it.each(ERROR_CODES)('says the sentence of %s', (code) => {
    const { status } = ERRORS[code];
    expect(readFailure({ status, body: { code, message: 'for developers' } }, messages)).toMatchObject({
      code,
      message: DEFAULT_MESSAGES[code],
    });
  });

  it.each(QUOTA_REASONS)('says the sentence of the reason %s', (reason) => {
    const body = { code: 'quota_exhausted', error: 'end_customer_quota', reason };
    expect(readFailure({ status: 402, body }, messages).message).toBe(DEFAULT_REASON_MESSAGES[reason]);
  });

  it('says that the service is paused when the store’s pool is empty', () => {
    const body = { code: 'quota_exhausted', error: 'credit_limit_reached' };
    expect(readFailure({ status: 402, body }, messages).message).toBe(messages.ctas.service_paused);
  });

  it('never says the server’s own words', () => {
    const body = { code: 'photo_rejected', reason: '__proto__', message: '<b>secret</b>', errors: ['x'] };
    expect(readFailure({ status: 422, body }, messages).message).toBe(DEFAULT_MESSAGES.photo_rejected);
  });

  it.each([
    [0, 'upstream_unreachable'],
    [402, 'quota_exhausted'],
    [413, 'payload_too_large'],
    [419, 'cross_origin'],
    [418, 'internal_error'],
    [422, 'photo_rejected'],
    [429, 'rate_limited'],
    [503, 'upstream_unreachable'],
  ])('takes the status %i without a known code as %s', (status, code) => {
    for (const body of [undefined, { code: 'teapot' }, '<html>']) {
      expect(readFailure({ status, body }, messages).code).toBe(code);
    }
  });
});
