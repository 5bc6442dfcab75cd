import { validateResponse } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import { type Bed, KEY } from '../bed.ts';
import { FORM_TYPE, form } from '../browser.ts';

/** The photo on its way upstream. */
export function proxiedCalls(bed: Bed): void {
  const { guest, shopper, upstreamRequests } = bed;
  describe('the proxied calls', () => {
    test('pass the photo on, byte for byte, with the key and nothing of the client', async () => {
      const photo = Buffer.alloc(300_000, 7);
      const answer = await shopper().upload('/proxy/api/analyze', photo, {
        Authorization: 'Bearer canary-authorization',
        'X-Api-Key': 'canary-key',
        'X-End-Customer-Token': 'canary-token',
        'Proxy-Authorization': 'canary-proxy',
        Te: 'trailers',
        'X-Real-Ip': 'canary-ip',
      });
      expect(answer.status).toBe(200);
      expect(validateResponse('proxyAnalyze', 200, answer.json)).toEqual({ ok: true });
      const [request] = upstreamRequests('analyzePhoto');
      expect(request?.body.equals(form(photo))).toBe(true);
      expect(request?.header('authorization')).toBe(`Bearer ${KEY}`);
      const names = request?.rawHeaders.filter((_, i) => i % 2 === 0).map((header) => header.toLowerCase());
      expect(names?.toSorted()).toEqual([
        'accept',
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
      ]);
      expect(request?.rawHeaders.join()).not.toContain('canary');
    });

    test('stream: the first bytes are upstream before the last are sent', async () => {
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      const whole = form(Buffer.alloc(200_000, 1));
      const visitor = guest();
      const headers = { 'Content-Type': FORM_TYPE, 'Content-Length': String(whole.length) };
      async function* body() {
        yield whole.subarray(0, 100_000);
        await gate;
        yield whole.subarray(100_000);
      }
      const answering = visitor.post('/proxy/api/analyze', { headers, body: body() });
      await bed.upstream.waitForRequest((request) => request.bytesReceived > 50_000);
      open();
      expect((await answering).status).toBe(200);
    });

    test('refuse an announced length over the limit without touching the upstream', async () => {
      const headers = { 'Content-Type': FORM_TYPE, 'Content-Length': String(11 * 1024 * 1024) };
      const answer = await guest().post('/proxy/api/tryon', { headers, body: (async function* () {})() });
      expect(answer).toMatchObject({ status: 413, json: { code: 'payload_too_large' } });
      expect(bed.upstream.requests).toHaveLength(0);
    });

    test('stop a body without a length when it passes the limit', async () => {
      const chunk = Buffer.alloc(1024 * 1024);
      async function* endless() {
        for (let i = 0; i < 12; i++) yield chunk;
      }
      const answer = await guest().post('/proxy/api/analyze', {
        headers: { 'Content-Type': FORM_TYPE },
        body: endless(),
      });
      expect(answer).toMatchObject({ status: 413, json: { code: 'payload_too_large' } });
      expect(upstreamRequests('analyzePhoto')[0]?.status).toBeUndefined();
    });

    test.each(['application/json', 'multipart/form-data', 'text/plain; boundary=x', ''])(
      'refuse the content type %j',
      async (type) => {
        const answer = await guest().post('/proxy/api/analyze', {
          headers: { 'Content-Type': type },
          body: '{}',
        });
        expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
        expect(bed.upstream.requests).toHaveLength(0);
      },
    );

    test('abort upstream when the client goes away', async () => {
      bed.upstream.use('analyzePhoto', { fault: 'stall_before_headers' });
      const leaving = new AbortController();
      const visitor = guest();
      const headers = { ...(await visitor.ownHeaders()), 'Content-Type': FORM_TYPE };
      const left = visitor
        .send({
          method: 'POST',
          path: '/proxy/api/analyze',
          headers,
          body: form(Buffer.from('x')),
          signal: leaving.signal,
        })
        .catch(() => 'left');
      const request = await bed.upstream.waitForRequest(({ operationId }) => operationId === 'analyzePhoto');
      leaving.abort();
      expect(await left).toBe('left');
      await bed.upstream.waitForRequest((one) => one === request && one.timeline.closed !== undefined);
      expect(bed.reports).toEqual([]);
    });

    test('abort upstream when the client goes away in the middle of its upload', async () => {
      const leaving = new AbortController();
      const visitor = guest();
      const headers = {
        'Content-Type': FORM_TYPE,
        'Content-Length': '500000',
        ...(await visitor.ownHeaders()),
      };
      async function* body() {
        yield Buffer.alloc(100_000);
        await new Promise(() => {});
      }
      const left = visitor
        .send({ method: 'POST', path: '/proxy/api/analyze', headers, body: body(), signal: leaving.signal })
        .catch(() => 'left');
      const request = await bed.upstream.waitForRequest(({ bytesReceived }) => bytesReceived > 0);
      leaving.abort();
      expect(await left).toBe('left');
      await bed.upstream.waitForRequest((one) => one === request && one.aborted);
      expect(bed.reports).toEqual([]);
    });

    test('send the session token of a shopper who has a plan, and of nobody else', async () => {
      await shopper().upload('/proxy/api/tryon');
      await guest().upload('/proxy/api/tryon');
      bed.upstream.use('createSession', 'without_plan');
      await shopper().upload('/proxy/api/tryon');
      await shopper().upload('/proxy/api/analyze');
      const tokens = bed.upstream.requests
        .filter(({ operationId }) => operationId === 'generateTryon' || operationId === 'analyzePhoto')
        .map((request) => request.header('x-end-customer-token') !== undefined);
      expect(tokens).toEqual([true, false, false, false]);
    });

    test.each([20, 700_000])(
      'mint afresh and repeat once when the token is refused (%s bytes)',
      async (size) => {
        bed.upstream.use('generateTryon', ['invalid_session_token', 'generated']);
        const photo = Buffer.alloc(size, 3);
        const answer = await shopper().upload('/proxy/api/tryon', photo);
        expect(answer.status).toBe(200);
        const attempts = upstreamRequests('generateTryon');
        expect(attempts.map((request) => request.body.equals(form(photo)))).toEqual([true, true]);
        expect(upstreamRequests('createSession')).toHaveLength(2);
      },
    );

    test('repeat a body that the upstream refused before it had read it', async () => {
      bed.upstream.use('generateTryon', [
        { status: 401, body: { error: 'invalid_session_token', message: 'x' }, early: true },
        'generated',
      ]);
      const photo = Buffer.alloc(3_000_000, 3);
      const answer = await shopper().upload('/proxy/api/tryon', photo);
      expect(answer.status).toBe(200);
      expect(upstreamRequests('generateTryon').at(-1)?.body.equals(form(photo))).toBe(true);
    });

    test('answer 500 when the fresh token is refused too', async () => {
      bed.upstream.use('generateTryon', 'invalid_session_token');
      const answer = await shopper().upload('/proxy/api/tryon');
      expect(answer).toMatchObject({
        status: 500,
        json: { code: 'internal_error', error: 'invalid_session_token' },
      });
      expect(upstreamRequests('generateTryon')).toHaveLength(2);
    });
  });
}
