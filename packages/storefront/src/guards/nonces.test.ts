import { describe, expect, test } from 'vitest';
import { webRuntime } from '../hosts/fetch-bridge.ts';
import { nodeRuntime } from '../hosts/node-bridge.ts';
import { toShopper } from '../shoppers/shopper.ts';
import { createNonces, sameText } from './nonces.ts';

const ada = toShopper({ id: 1, sessionId: 's1' }, 'external', () => {});

describe.each([
  ['web', webRuntime],
  ['node', nodeRuntime],
])('nonces signed by the %s runtime', (_, { createSigner }) => {
  const at = { now: Date.parse('2026-11-20T10:00:00Z') };
  const nonces = createNonces(createSigner('key of thirty-two characters or so'), () => at.now);

  // printf '["nonce","totmg0","external_1","s1"]' | openssl dgst -sha256 -hmac '<the key above>'
  test('hold to a fixed vector', async () => {
    expect(await nonces.issue(ada)).toEqual({
      nonce: '683bfe27faa01a927133380dab173ea8.totmg0',
      expiresAt: new Date('2026-11-20T22:00:00Z'),
    });
  });

  test('are for one shopper in one session', async () => {
    const { nonce } = await nonces.issue(ada);
    expect(await nonces.verify(nonce, ada)).toBe(true);
    expect(await nonces.verify(nonce, null)).toBe(false);
    expect(
      await nonces.verify(
        nonce,
        toShopper({ id: 1, sessionId: 's2' }, 'external', () => {}),
      ),
    ).toBe(false);
    expect(
      await nonces.verify(
        nonce,
        toShopper({ id: 1, sessionId: 's1' }, 'laravel', () => {}),
      ),
    ).toBe(false);
    expect(
      await nonces.verify(
        nonce,
        toShopper({ id: 2, sessionId: 's1' }, 'external', () => {}),
      ),
    ).toBe(false);
  });

  test('end, and their end cannot be moved', async () => {
    const { nonce } = await nonces.issue(ada);
    const later = nonce.replace(/.$/, (last) => (last === 'z' ? 'y' : 'z'));
    expect(await nonces.verify(later, ada)).toBe(false);
    at.now += 12 * 60 * 60 * 1000;
    expect(await nonces.verify(nonce, ada)).toBe(false);
  });

  test.each([
    '',
    '.',
    'f'.repeat(32),
    `${'f'.repeat(32)}.`,
    `${'f'.repeat(32)}.zzzzzzzzz`,
    `${'F'.repeat(32)}.zzz`,
  ])('are not %j', async (text) => {
    expect(await nonces.verify(text, ada)).toBe(false);
  });
});

test('texts are the same only if they are', () => {
  expect(sameText('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'ab', 'abcd', '', 'abcabc']) {
    expect(sameText('abc', other)).toBe(false);
    expect(sameText(other, 'abc')).toBe(false);
  }
});
