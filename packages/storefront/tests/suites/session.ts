import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { Bed } from '../bed.ts';

/** Tokens for the signed-in shopper. */
export function session(bed: Bed): void {
  const { guest, shopper, upstreamRequests, csrfStatus } = bed;
  describe('session', () => {
    test('mints a token for the signed-in shopper', async () => {
      const answer = await shopper().post('/session', {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ productId: 'dress-42' }),
      });
      expect(answer.status).toBe(200);
      expect(validateResponse('createStorefrontSession', 200, answer.json)).toEqual({ ok: true });
      expect(upstreamRequests('createSession').map((request) => request.json())).toEqual([
        { productId: 'dress-42' },
      ]);
    });

    test('takes an empty body', async () => {
      expect((await shopper().post('/session')).status).toBe(200);
    });

    test('asks a guest to sign in', async () => {
      expect(await guest().post('/session')).toMatchObject({
        status: 401,
        json: { code: 'sign_in_required' },
      });
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('never takes the shopper from the body', async () => {
      const answer = await shopper().post('/session', { body: JSON.stringify({ shopperId: '7' }) });
      expect(answer.status).toBe(csrfStatus === 419 ? 422 : 400);
      expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test.each(['__proto__', 'constructor', '<script>', 'x'.repeat(3000), ''])(
      'answers as documented for a field named %j',
      async (field) => {
        const answer = await shopper().post('/session', { body: `{${JSON.stringify(field)}:1}` });
        expect(answer.status).toBe(csrfStatus === 419 ? 422 : 400);
        expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
        expect(answer.text).not.toContain('<script>');
      },
    );

    test('refuses what is not JSON, and what is too long', async () => {
      expect((await shopper().post('/session', { body: '{' })).status).toBe(400);
      expect((await shopper().post('/session', { body: `"${'x'.repeat(5000)}"` })).status).toBe(413);
    });
  });
}
