import { describe, expect, test } from 'vitest';
import type { Upstream, UpstreamAnswer } from '../upstream/upstream.ts';
import { createSessions } from './sessions.ts';
import { toShopper } from './shopper.ts';

function setUp(lifetimeSeconds = 900) {
  const at = { now: Date.parse('2026-11-20T10:00:00Z') };
  const calls: string[] = [];
  const answer = (value: unknown): UpstreamAnswer => ({
    kind: 'answered',
    value,
    text: '',
    bytes: new Uint8Array(0),
  });
  const upstream: Upstream = {
    async call(operationId) {
      calls.push(operationId);
      if (operationId === 'upsertCustomer') return answer({ id: 'ec_1' });
      return answer({
        token: `token ${calls.length}`,
        expires_in: lifetimeSeconds,
        expires_at: new Date(at.now + lifetimeSeconds * 1000).toISOString(),
        customer: { plan_id: 'pln_1' },
      });
    },
    close: async () => {},
  };
  const sessions = createSessions(upstream, () => at.now);
  const get = async (id: string) => {
    const shopper = toShopper({ id }, 'external');
    if (shopper === null) throw new Error('unreachable');
    const session = await sessions.get(shopper, new AbortController());
    return session.kind === 'session' ? session.token : session.kind;
  };
  return { at, calls, get };
}

describe('a shopper’s session', () => {
  test('is kept until a minute before it expires', async () => {
    const { at, calls, get } = setUp();
    const token = await get('ada');
    at.now += 839_000;
    expect(await get('ada')).toBe(token);
    at.now += 1_000;
    expect(await get('ada')).not.toBe(token);
    expect(calls).toHaveLength(4);
  });

  test('is not kept when it lives no longer than that minute', async () => {
    const { calls, get } = setUp(60);
    await get('ada');
    await get('ada');
    expect(calls).toHaveLength(4);
  });

  test('is minted once for requests that come together', async () => {
    const { calls, get } = setUp();
    const tokens = await Promise.all([get('ada'), get('ada'), get('ada')]);
    expect(new Set(tokens).size).toBe(1);
    expect(calls).toEqual(['upsertCustomer', 'createSession']);
  });

  test('is forgotten when ten thousand others came after it', async () => {
    const { get } = setUp();
    const first = await get('first');
    for (let i = 0; i < 10_000; i++) await get(String(i));
    expect(await get('9999')).toBe(await get('9999'));
    expect(await get('first')).not.toBe(first);
  });
});
