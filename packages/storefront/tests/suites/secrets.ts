import { describe, expect, test } from 'vitest';
import { type Bed, KEY } from '../bed.ts';

/** What must stay with its owner. */
export function secrets(bed: Bed): void {
  const { guest, shopper } = bed;
  describe('secrets', () => {
    test('a shopper’s token is never given to another', async () => {
      const tokens = new Map<string, string>();
      bed.upstream.use('createSession', (request) => {
        const token = `eyJ${Buffer.from(`${request.target} ${tokens.size}`).toString('base64url')}.e30.c2ln`;
        tokens.set(token, request.target);
        return {
          status: 201,
          body: {
            token,
            token_type: 'Bearer',
            expires_in: 900,
            expires_at: '2099-01-01T00:00:00Z',
            customer: {
              id: 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B',
              external_id: 'x',
              plan_id: null,
              plan_name: null,
              monthly_try_ons: null,
              period_start: '2026-11-01T00:00:00Z',
              period_end: '2026-12-01T00:00:00Z',
            },
          },
        };
      });
      const answers = await Promise.all(Array.from({ length: 20 }, () => shopper().status()));
      expect(new Set(answers.map(({ json }) => json.sessionToken)).size).toBe(20);
    });

    test('no secret is in anything the browser gets or the host logs', async () => {
      const seen: string[] = [];
      for (const behaviour of ['invalid_api_key', { fault: 'not_json' }, { fault: 'refused' }] as const) {
        bed.upstream.use('getStatus', behaviour);
        const answer = await guest().status();
        seen.push(answer.text, ...answer.rawHeaders);
      }
      expect(seen.join() + JSON.stringify(bed.reports)).not.toContain(KEY);
    });
  });
}
