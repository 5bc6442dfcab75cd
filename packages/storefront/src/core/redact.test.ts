import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['known secrets', 'the secret is hunter2-hunter2', 'the secret is [redacted]'],
  ['keys of any store', 'gvk_live_abc.DEF-1 and gvk_test_x', '[redacted] and [redacted]'],
  ['session tokens', 'token eyJhbGciOi.eyJzdWIi.c2lnbg_-!', 'token [redacted]!'],
  ['a token behind other letters', 'x-tokeneyJhbGciOi.eyJzdWIi.c2lnbg', 'x-token[redacted]'],
  ['credentials', 'authorization: Bearer abc, x', 'authorization: Bearer [redacted], x'],
  ['nothing else', 'getStatus failed: refused', 'getStatus failed: refused'],
])('takes out %s', (_, text, expected) => {
  expect(redact(text, ['hunter2-hunter2'])).toBe(expected);
});

test('takes no longer than the text is', () => {
  // Whoever tries each beginning of a token to the text's end needs minutes for this.
  const text = 'eyJ'.repeat(400_000);
  expect(redact(text, [])).toBe(text);
});
