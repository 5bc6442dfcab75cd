import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it('prefers a name that contains what was typed to one with fewer edits', () => {
    expect(nearest('paused', ['passed_on', 'end_customer_quota.paused', 'usage'])[0]).toBe(
      'end_customer_quota.paused',
    );
  });

  it('ignores case and drops what is far off', () => {
    expect(nearest('allowed', ['ALLOWED', 'rate_limited'])).toEqual(['ALLOWED']);
    expect(nearest('zzzzzz', ['ALLOWED', 'rate_limited'])).toEqual([]);
  });
});
