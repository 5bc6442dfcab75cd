import { describe, expect, test } from 'vitest';
import type { Upstream, UpstreamAnswer } from '../upstream/upstream.ts';
import { createSessions } from './sessions.ts';
import { toShopper } from './shopper.ts';

function setUp(lifetimeSeconds = 900, refusal?: 'invalid_body' | 'metadata_too_large' | 'rate_limited') {
  const at = { now: Date.parse('2026-11-20T10:00:00Z') };
  const calls: string[] = [];
  const answer = (value: unknown): UpstreamAnswer => ({
    kind: 'answered',
    value,
    text: '',
    bytes: new Uint8Array(0),
  });
  const upstream: Upstream = {
    async call(operationId, { body }) {
      calls.push(operationId);
      if (refusal !== undefined && /email|metadata/.test(String(body)))
        return { kind: 'upstream_refused', operationId, status: 400, code: 'internal_error', error: refusal };
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
  const leftOut: [string, string][] = [];
  const get = async (id: string, details = {}) => {
    const shopper = toShopper({ id, ...details }, 'external', (...told) => leftOut.push(told));
    if (shopper === null) throw new Error('unreachable');
    const session = await sessions.get(shopper, new AbortController());
    return session.kind === 'session' ? session.token : session.kind;
  };
  return { at, calls, get, leftOut };
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

  test.each(['invalid_body', 'metadata_too_large'] as const)(
    'is minted without the details where the portal refuses them: %s',
    async (refusal) => {
      const { calls, get, leftOut } = setUp(900, refusal);
      const details = { email: 'ada@shop.example', metadata: { plan: 'gold' } };
      expect(await get('ada', details)).toMatch(/^token/);
      expect(calls).toEqual(['upsertCustomer', 'upsertCustomer', 'createSession']);
      expect(leftOut).toEqual([['email and metadata', expect.stringContaining(refusal)]]);
    },
  );

  test('is not asked for again where the portal refuses something else', async () => {
    const { calls, get } = setUp(900, 'rate_limited');
    expect(await get('ada', { email: 'ada@shop.example' })).toBe('upstream_refused');
    expect(calls).toEqual(['upsertCustomer']);
  });
});
