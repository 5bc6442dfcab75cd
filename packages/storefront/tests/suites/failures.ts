import { ERROR_WORDS, ERRORS, FAULT_NAMES, TRANSLATION } from '@genvoris/contract';
import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import { type Bed, KEY } from '../bed.ts';

/** What becomes of each failure upstream. */
export function failures(bed: Bed): void {
  const { guest } = bed;
  describe('failures upstream', () => {
    const words = Object.entries(ERROR_WORDS.getStatus).flatMap(([status, all]) =>
      all.map((word) => ({ status: Number(status), ...word })),
    );
    test.each(words)('translates getStatus $status $example', async ({ example, code }) => {
      bed.upstream.use('getStatus', example);
      const answer = await guest().status();
      const expected = TRANSLATION.codes[code ?? 'internal_error'];
      expect(answer).toMatchObject({
        status: ERRORS[expected].status,
        json: { code: expected, message: ERRORS[expected].message },
      });
      expect(validateResponse('getStorefrontStatus', answer.status, answer.json)).toEqual({ ok: true });
    });

    const tryonWords = Object.entries(ERROR_WORDS.generateTryon).flatMap(([status, all]) =>
      all.map((word) => ({ status: Number(status), ...word })),
    );
    test.each(tryonWords)(
      'keeps what generateTryon $status $example says',
      async ({ example, error, reason }) => {
        bed.upstream.use('generateTryon', example);
        const answer = await guest().upload('/proxy/api/tryon');
        expect(validateResponse('proxyTryon', answer.status, answer.json)).toEqual({ ok: true });
        expect(answer.json.error).toBe(error);
        expect(answer.json.reason).toBe(reason);
        if (answer.status === 429) expect(answer.headers['retry-after']).toMatch(/./);
      },
    );

    test.each(FAULT_NAMES)('answers 502 for %s, and tells the host why', async (fault) => {
      bed.upstream.use('getStatus', { fault });
      expect(await guest().status()).toMatchObject({ status: 502, json: { code: 'upstream_unreachable' } });
      expect(bed.reports).toHaveLength(1);
      expect(bed.upstream.followed).toHaveLength(0);
    });

    test.each([
      ['120', '120'],
      ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
      ['soon', '60'],
      ['-5', '60'],
      ['1e9', '60'],
      [undefined, '60'],
    ])('answers Retry-After %s as %s', async (given, expected) => {
      bed.upstream.use('getStatus', {
        status: 429,
        headers: given === undefined ? {} : { 'Retry-After': given },
        body: { code: 'rate_limited' },
      });
      const answer = await guest().status();
      expect(answer.status).toBe(429);
      expect(answer.headers['retry-after']).toBe(expected);
    });

    test.each(
      [
        [418, { code: 'quota_exhausted' }, 500],
        [200.5, {}, 0],
        [302, {}, 502],
        [404, { error: 'unheard_of' }, 404],
        [402, { error: 'unheard_of' }, 500],
        [503, 'no', 502],
        [413, { code: 'payload_too_large' }, 500],
      ].filter(([, , expected]) => expected !== 0) as [number, unknown, number][],
    )('reads %s %j by its status alone', async (status, body, expected) => {
      bed.upstream.use('getStatus', { status, body });
      const answer = await guest().status();
      expect(answer.status).toBe(expected);
      expect(validateResponse('getStorefrontStatus', answer.status, answer.json)).toEqual({ ok: true });
    });

    test('copies nothing of an upstream error', async () => {
      bed.upstream.use('getStatus', {
        status: 402,
        headers: { 'X-Leak': 'canary-header', 'Set-Cookie': 'a=canary-cookie' },
        body: {
          code: 'quota_exhausted',
          message: 'canary-message',
          reason: 'canary-reason',
          debug: 'canary-debug',
        },
      });
      const answer = await guest().status();
      expect(answer.status).toBe(402);
      expect(answer.text + answer.rawHeaders.join()).not.toContain('canary');
    });

    test.each([
      ['as it is', (text: string) => text],
      ['in escapes', (text: string) => text.replace(KEY, `\\u0067${KEY.slice(1)}`)],
      ['as a name', (text: string) => text.replace('"more"', `"\\u0067${KEY.slice(1)}"`).replace(KEY, '')],
    ])('an answer that echoes the key %s does not reach the browser', async (_, write) => {
      const photo = { width: 1, height: 1, format: 'png', more: {} };
      const text = JSON.stringify({ photo, product_type: 'a', warnings: [`key ${KEY}`] });
      bed.upstream.use('analyzePhoto', {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: write(text),
      });
      const answer = await guest().upload('/proxy/api/analyze');
      expect(answer.status).toBe(502);
      expect(JSON.stringify(bed.reports) + answer.text + JSON.stringify(answer.json)).not.toContain(KEY);
      expect(bed.reports[0]?.message).toContain('the answer contains the API key');
    });
  });
}
