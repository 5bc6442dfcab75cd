import { exchangeRaw } from '@genvoris/testing/raw-wire';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/foundation/log.ts';
import type { TestPortal } from '../kit/test-portal.ts';

export function errors(running: () => TestPortal): void {
  describe('errors', () => {
    test('a cursor of another list is invalid_body', async () => {
      const cursor = Buffer.from('ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0A').toString('base64url');
      const store = await running().store();
      expect((await store.call('listPlans', { query: { cursor } })).body.error).toBe('invalid_body');
    });

    test('a body without an end is cut off at the limit', async () => {
      const store = await running().store();
      const answer = await raw(running(), [
        'POST /api/v1/plans HTTP/1.1',
        'Host: portal',
        `Authorization: Bearer ${store.key}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
        '',
        `8000\r\n${'x'.repeat(0x8000)}\r\n`,
      ]);
      expect(answer).toContain('invalid_body');
    });

    test('an unknown path and a wrong method are not found, in the family of their neighbours', async () => {
      const { url } = running().server;
      for (const [path, method, word] of [
        ['/api/v1/nothing', 'GET', 'not_found'],
        ['/api/v1/plans', 'PUT', 'not_found'],
        ['/status', 'POST', 'path_not_allowed'],
      ] as const) {
        const response = await fetch(`${url}${path}`, { method });
        expect([response.status, await response.text()]).toEqual([404, expect.stringContaining(word)]);
        expect(response.headers.get('x-request-id')).toMatch(/^req_/);
      }
    });

    test('a failed statement is logged without its parameters and rows', async () => {
      const { db } = running().portal;
      const lines: string[] = [];
      const log = createLog('error', { write: (line) => void lines.push(line) });
      const now = new Date();
      const email = 'canary-of-the-parameters@shop.example';
      const merchant = { email, password_hash: 'canary-of-the-row', created_at: now, updated_at: now };
      const insert = () => db.insertInto('merchants').values(merchant).execute();
      const nothing = sql`insert into merchants (email, password_hash) values (${email}, ${'canary-of-the-row'})`;
      await insert();
      for (const fails of [insert, () => nothing.execute(db)])
        log.error({ error: await fails().catch((error: unknown) => error) }, 'failed');
      expect(lines).toHaveLength(2);
      expect(lines.join()).toMatch(/"code":"23505".*"code":"23502"/s);
      expect(lines.join()).not.toContain('canary');
    });

    test('a request id that is given is kept', async () => {
      const { url } = running().server;
      const idOf = async (given: string) =>
        (await fetch(`${url}/status`, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
      expect(await idOf('shop-request-0001')).toBe('shop-request-0001');
    });
  });
}

/** Sends bytes and reads until the first answer is there. */
async function raw({ server }: TestPortal, lines: readonly string[]): Promise<string> {
  const until = (text: string) => text.includes('\r\n\r\n') && text.includes('}');
  return (await exchangeRaw(server.url, lines.join('\r\n'), { until })).text;
}
