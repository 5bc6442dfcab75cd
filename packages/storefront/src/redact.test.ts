import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['known secrets', 'the secret is hunter2-hunter2', 'the secret is [redacted]'],
  ['keys of any store', 'gvk_live_abc.DEF-1 and gvk_test_x', '[redacted] and [redacted]'],
  ['session tokens', 'token eyJhbGciOi.eyJzdWIi.c2lnbg_-!', 'token [redacted]!'],
  ['credentials', 'authorization: Bearer abc, x', 'authorization: Bearer [redacted], x'],
  ['nothing else', 'getStatus failed: refused', 'getStatus failed: refused'],
])('takes out %s', (_, text, expected) => {
  expect(redact(text, ['hunter2-hunter2'])).toBe(expected);
});
