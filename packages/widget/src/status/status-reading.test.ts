import { ERROR_CODES, ERRORS, readStatusAnswer } from '@genvoris/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatus } from './status-reading.ts';

const quota = { used: 12, limit: 1000, resetsAt: '2026-12-01T00:00:00Z' };

const STATUSES = [0, 200, 201, 204, 400, 401, 402, 403, 404, 413, 418, 422, 429, 500, 502, 503];

/** Bodies near the contract: each field absent, right, or wrong in some way. */
const nearly = fc.record(
  {
    access: fc.constantFrom<unknown>('ALLOWED', 'LOCKED', 'EXHAUSTED', 'ERROR', 'allowed', 'NEW', 1, null, [
      'ALLOWED',
    ]),
    message: fc.constantFrom<unknown>(
      'fine',
      '',
      'x'.repeat(500),
      'x'.repeat(501),
      '😀'.repeat(500),
      7,
      null,
    ),
    quota: fc.constantFrom<unknown>(
      quota,
      { ...quota, extra: true },
      { ...quota, used: -1 },
      { ...quota, used: 1.5 },
      { ...quota, used: '12' },
      { ...quota, limit: 0 },
      { ...quota, resetsAt: '2026-12-01T00:00:00.123+02:00' },
      { ...quota, resetsAt: '2026-12-01' },
      { ...quota, resetsAt: '2026-13-01T00:00:00Z' },
      { ...quota, resetsAt: 12 },
      { used: 1, limit: 2 },
      {},
      [],
      'none',
      null,
    ),
    plan: fc.constantFrom<unknown>('free', 'growth', 'Pro', '', 3, null),
    monetizationModel: fc.constantFrom<unknown>(
      'per_tryon',
      'per_order',
      'subscription',
      'per_smile',
      1,
      null,
    ),
    overageEnabled: fc.constantFrom<unknown>(true, false, 'no', null),
    externalId: fc.constantFrom<unknown>(
      'wp_42',
      'shopify_1',
      'wp_',
      'magento_1',
      '42',
      'wp_a\nb',
      `wp_${'4'.repeat(300)}`,
      42,
    ),
    later: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

describe('reading a status answer', () => {
  it('agrees with the contract’s own reader on every body near the contract', () => {
    fc.assert(
      fc.property(nearly, (body) => {
        expect(readStatus({ status: 200, body }).access).toBe(readStatusAnswer({ status: 200, body }).access);
      }),
      { numRuns: 20_000 },
    );
  });

  it('agrees with it on any JSON under any status, and never throws', () => {
    const code = fc.constantFrom(...ERROR_CODES, 'teapot', '__proto__', 'constructor');
    const body = fc.oneof(fc.jsonValue(), fc.record({ code, error: fc.jsonValue(), reason: fc.jsonValue() }));
    const status = fc.constantFrom(...STATUSES);
    fc.assert(
      fc.property(status, body, (status, body) => {
        expect(readStatus({ status, body }).access).toBe(readStatusAnswer({ status, body }).access);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each(ERROR_CODES)('asks again for %s only if the contract says that it may help', (code) => {
    const { status, readsAs, retryable } = ERRORS[code];
    const reading = readStatus({ status, body: { code } });
    expect(reading).toMatchObject({ access: readsAs, retry: readsAs === 'ERROR' && retryable });
  });

  it('asks again for what it does not understand', () => {
    for (const body of [undefined, null, [], {}, { access: 'NEW' }, { access: 'ERROR' }]) {
      expect(readStatus({ status: 200, body })).toEqual({ access: 'ERROR', retry: true });
    }
    expect(readStatus({ status: 0, body: undefined }).retry).toBe(true);
  });

  it('tells a missing word about the shopper from an unknown one', () => {
    const read = (more: object) => readStatus({ status: 200, body: { access: 'ALLOWED', ...more } });
    expect(read({})).toEqual({ access: 'ALLOWED', retry: false });
    expect(read({ canTryOn: 'yes', ctaType: 'dance' })).toMatchObject({ canTryOn: false, ctaType: 'none' });
  });

  it('reads when the quota resets', () => {
    const reading = readStatus({ status: 200, body: { access: 'EXHAUSTED', quota } });
    expect(reading.resetsAt?.toISOString()).toBe('2026-12-01T00:00:00.000Z');
  });
});
