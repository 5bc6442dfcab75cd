import { expect, test } from 'vitest';
import { createRedact } from './redact.ts';

const redact = createRedact(['hunter2 hunter2', undefined]);

test.each([
  ['a given secret', 'it is hunter2 hunter2', 'it is [redacted]'],
  ['a given secret in a URL', '?key=hunter2%20hunter2&a', '?key=[redacted]&a'],
  ['keys of another kind', 'gvk_secret_abc', '[redacted]'],
  ['keys of any store', 'gvk_live_abc.DEF-1 and gvk_test_x', '[redacted] and [redacted]'],
  ['webhook secrets', 'by whsec_Zm9v+/4=, or so', 'by [redacted], or so'],
  ['session tokens', 'token eyJhbGciOi.eyJzdWIi.c2lnbg_-!', 'token [redacted]!'],
  ['a token behind other letters', 'x-tokeneyJhbGciOi.eyJzdWIi.c2lnbg', 'x-token[redacted]'],
  ['a token behind a dotted word', 'a.b.eyJhbGciOi.eyJzdWIi.', 'a.b.[redacted]'],
  ['nothing else', 'eyJ eyJa.b 1.2.3 keyJ.a.b', 'eyJ eyJa.b 1.2.3 keyJ.a.b'],
])('takes out %s', (_, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('takes out credentials where it is told to, and no plan that is basic where it is not', () => {
  const text = 'authorization: Bearer abc, x on the basic plan';
  expect(redact(text)).toBe(text);
  expect(createRedact([], { credentials: true })(text)).toBe(
    'authorization: Bearer [redacted], x on the basic [redacted]',
  );
});

test('takes no longer than the text is', () => {
  // A matcher that tries each beginning of a token to the text's end needs minutes for each of these.
  for (const text of ['eyJ'.repeat(400_000), 'eyJ.'.repeat(300_000), `${'eyJ'.repeat(200_000)}.`])
    expect(redact(text)).toBe(text);
});
