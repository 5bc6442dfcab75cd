import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { Bed } from '../bed.ts';
import { FORM_TYPE, form, SHOP } from '../browser.ts';

/** Requests at which a host's own routing, parsing and streaming show, and of which the matrix has no cell. */
export function oddRequests(bed: Bed): void {
  const { guest, shopper, upstreamRequests, csrfStatus } = bed;
  describe('odd requests', () => {
    test.each([
      ['POST', '/proxy//evil.example/api/tryon'],
      ['POST', '/proxy/api/tryon/'],
      ['POST', '/proxy/\\evil.example'],
      ['POST', '/proxy/http://evil.example/'],
      ['POST', '/PROXY/api/tryon'],
      ['POST', '/proxy/api/tryon;x'],
      ['POST', '/proxy/api/tryon%00'],
      ['POST', '/session/../proxy/api/other'],
      ['POST', '/__proto__'],
      ['POST', '/'],
      ['OPTIONS', '/status'],
    ])('%s %s is answered 404', async (method, path) => {
      const visitor = guest();
      const headers = { ...(await visitor.ownHeaders()), 'Content-Type': FORM_TYPE };
      const body = method === 'POST' ? { body: form(Buffer.from('x')) } : {};
      const answer = await visitor.send({ method, path, headers, ...body });
      expect(answer).toMatchObject({ status: 404, json: { code: 'path_not_allowed' } });
      expect(answer.headers['x-request-id']).toBeDefined();
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test.each(['__proto__', 'constructor', '<script>', 'x'.repeat(3000), ''])(
      'a field named %j is refused as documented',
      async (field) => {
        const answer = await shopper().post('/session', { body: `{${JSON.stringify(field)}:1}` });
        expect(answer.status).toBe(csrfStatus === 419 ? 422 : 400);
        expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
        expect(answer.text).not.toContain('<script>');
      },
    );

    test.each([
      '{"productId":"a\\u0000"}',
      '{"productId":"\\ud83e"}',
      '{"productId":"\\udd84\\ud83e"}',
      '{"a\\u0000":1}',
      '{"productId":"a\u0000"}',
      `{"productId":${'['.repeat(1_900)}"\\u0000"${']'.repeat(1_900)}}`,
      `${'['.repeat(4_000)}`,
      '{"productId":1e999}',
      '{"productId":"a","productId":7}',
      '{"productId":{"toString":"x"}}',
      '"\\ud800"',
    ])('a body of %j is refused, and upstream hears nothing', async (body) => {
      const answer = await shopper().post('/session', { body });
      expect([400, 422]).toContain(answer.status);
      expect(validateResponse('createStorefrontSession', answer.status, answer.json)).toEqual({ ok: true });
      expect(bed.upstream.requests).toHaveLength(0);
      expect(bed.reports).toEqual([]);
    });

    test('a product’s id may have any letter', async () => {
      const body = JSON.stringify({ productId: 'ä🦄\u2028' });
      expect((await shopper().post('/session', { body })).status).toBe(200);
    });

    test('another shopper’s token is refused, also with the cookies that came with it', async () => {
      const [one, other] = [shopper(), shopper()];
      const own = await one.ownHeaders();
      await other.ownHeaders();
      for (const [key, value] of one.cookies) if (key !== 'shopper') other.cookies.set(key, value);
      const stolen = await other.send({ method: 'POST', path: '/session', headers: own });
      expect(stolen.status).toBe(csrfStatus);
      expect(validateResponse('createStorefrontSession', stolen.status, stolen.json)).toEqual({ ok: true });
      expect(own).toHaveProperty('Origin', SHOP);
      expect((await one.send({ method: 'POST', path: '/session', headers: own })).status).toBe(200);
    });

    test('an upload that the client cuts off is aborted upstream, and nobody is told', async () => {
      const leaving = new AbortController();
      const headers = { 'Content-Type': FORM_TYPE, 'Content-Length': '500000' };
      async function* body() {
        yield Buffer.alloc(100_000);
        await new Promise(() => {});
      }
      const left = guest()
        .post('/proxy/api/analyze', { headers, body: body(), signal: leaving.signal })
        .catch(() => 'left');
      const request = await bed.upstream.waitForRequest(({ bytesReceived }) => bytesReceived > 0);
      leaving.abort();
      expect(await left).toBe('left');
      await bed.upstream.waitForRequest((one) => one === request && one.aborted);
      expect(bed.reports).toEqual([]);
    });

    test('a body that the upstream refused before it had read it is repeated whole', async () => {
      bed.upstream.use('generateTryon', [
        { status: 401, body: { error: 'invalid_session_token', message: 'x' }, early: true },
        'generated',
      ]);
      const photo = Buffer.alloc(3_000_000, 3);
      const answer = await shopper().upload('/proxy/api/tryon', photo);
      expect(answer.status).toBe(200);
      expect(upstreamRequests('generateTryon').at(-1)?.body.equals(form(photo))).toBe(true);
    });
  });
}
