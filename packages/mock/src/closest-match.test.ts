import { describe, expect, it } from 'vitest';
import { closestMatches } from './closest-match.ts';

describe('the closest matches', () => {
  it('prefers a name that contains what was typed to one with fewer edits', () => {
    expect(closestMatches('paused', ['passed_on', 'end_customer_quota.paused', 'usage'])[0]).toBe(
      'end_customer_quota.paused',
    );
  });

  it('ignores case and drops what is far off', () => {
    expect(closestMatches('allowed', ['ALLOWED', 'rate_limited'])).toEqual(['ALLOWED']);
    expect(closestMatches('zzzzzz', ['ALLOWED', 'rate_limited'])).toEqual([]);
  });
});
