import { ACCESS, ACCESS_VALUES, CTA, CTA_TYPES } from '@genvoris/contract';
import { describe, expect, it } from 'vitest';
import { viewOf } from './view.ts';

describe('the view of a status', () => {
  it.each(ACCESS_VALUES)('shows for %s what the contract says', (access) => {
    expect(viewOf({ access, retry: false }).state).toBe(ACCESS[access].ui);
  });

  it.each(CTA_TYPES)('shows for an allowed shopper with %s what the contract says', (ctaType) => {
    const canTryOn = ctaType === 'try_on';
    const { ui } = CTA[ctaType];
    expect(viewOf({ access: 'ALLOWED', ctaType, canTryOn, retry: false })).toEqual(
      ui === 'link' || ui === 'notice' ? { state: ui, cta: ctaType } : { state: ui },
    );
  });

  it.each(CTA_TYPES)('shows no trigger to a shopper who may not try on, with %s', (ctaType) => {
    expect(viewOf({ access: 'ALLOWED', ctaType, canTryOn: false, retry: false }).state).not.toBe('trigger');
  });

  it.each(ACCESS_VALUES.filter((access) => access !== 'ALLOWED'))(
    'lets no word about the shopper turn %s into a trigger',
    (access) => {
      for (const ctaType of CTA_TYPES) {
        expect(viewOf({ access, ctaType, canTryOn: true, retry: false }).state).toBe(ACCESS[access].ui);
      }
    },
  );

  it('shows the trigger where the answer does not speak of the shopper', () => {
    expect(viewOf({ access: 'ALLOWED', retry: false }).state).toBe('trigger');
  });

  it('calls an empty store pool a pause, and a spent allowance by its reset', () => {
    const spent = { access: 'EXHAUSTED', retry: false } as const;
    expect(viewOf({ ...spent, error: 'credit_limit_reached' })).toEqual({
      state: 'notice',
      cta: 'service_paused',
    });
    const resetsAt = new Date('2026-12-01T00:00:00Z');
    expect(viewOf({ ...spent, resetsAt, reason: 'paused' })).toEqual({
      state: 'reset_notice',
      cta: 'upgrade',
      resetsAt,
      reason: 'paused',
    });
  });
});
