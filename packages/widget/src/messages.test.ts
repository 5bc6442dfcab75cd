import { describe, expect, it } from 'vitest';
import { DEFAULT_WIDGET_MESSAGES, fill, mergeMessages, parseMessages } from './messages.ts';

describe('the messages', () => {
  it('are the defaults where nothing overrides them', () => {
    expect(mergeMessages(undefined, null, 7, 'text', [], { errors: 'x', ui: null })).toEqual(
      DEFAULT_WIDGET_MESSAGES,
    );
  });

  it('take single sentences from the first source that has them', () => {
    const merged = mergeMessages({ ui: { title: 'Anprobieren' } }, { ui: { title: 'x', close: 'Zu' } });
    expect(merged.ui).toMatchObject({ title: 'Anprobieren', close: 'Zu', cancel: 'Cancel' });
  });

  it('take texts only, and only for sentences that exist', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":"yes"},"errors":{"__proto__":{"rate_limited":"x"},"rate_limited":{"a":1},"more":"x"}}',
    );
    expect(mergeMessages(hostile)).toEqual(DEFAULT_WIDGET_MESSAGES);
    expect(({} as { polluted?: string }).polluted).toBe(undefined);
  });

  it('are read from JSON, or not at all', () => {
    expect(parseMessages('{"ui":{}}')).toEqual({ ui: {} });
    expect(parseMessages('{')).toBe(undefined);
    expect(parseMessages(undefined)).toBe(undefined);
  });

  it('are filled in with what is known', () => {
    expect(fill('{count} of {limit} {constructor}', { count: 2 })).toBe('2 of {limit} {constructor}');
  });
});
