import { describe, expect, it } from 'vitest';
import { createPlan, errorOf, FORM, openClient, PLAN, WAYS } from './clients.ts';
import { type Answer, answering, json, speaking } from './loopback.ts';

const ALLOWED = { access: 'ALLOWED' };
const LIMITED = { code: 'rate_limited', message: 'Too many requests.' };

describe.each(WAYS)('a client on %s', (_, options) => {
  describe('tries again', () => {
    it.each([429, 502, 503, 504])('after %d, and gives the good answer', async (status) => {
      const { url, received } = await answering(json(status, {}), json(status, {}), json(200, ALLOWED));
      expect(await openClient(url, options).status.get()).toEqual(ALLOWED);
      expect(received).toHaveLength(3);
    });

    it.each([400, 401, 402, 403, 404, 409, 422, 500, 501])('not after %d', async (status) => {
      const { url, received } = await answering(json(status, {}));
      expect((await errorOf(openClient(url, options).status.get())).status).toBe(status);
      expect(received).toHaveLength(1);
    });

    it('maxRetries times at most, and not at all with 0', async () => {
      const { url, received } = await answering(json(503, {}));
      expect((await errorOf(openClient(url, { ...options, maxRetries: 3 }).status.get())).status).toBe(503);
      expect(received).toHaveLength(4);
      await errorOf(openClient(url, { ...options, maxRetries: 0 }).status.get());
      expect(received).toHaveLength(5);
    });

    it('after a broken connection', async () => {
      let connections = 0;
      const { url } = await speaking((socket) => {
        if (++connections < 3) return socket.resetAndDestroy();
        const body = JSON.stringify(ALLOWED);
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        );
      });
      expect(await openClient(url, options).status.get()).toEqual(ALLOWED);
      expect(connections).toBe(3);
    });

    it('after a timeout in mid-body', async () => {
      const stalled: Answer = (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
        response.write('{"access":');
      };
      const { url, received } = await answering(stalled, json(200, ALLOWED));
      expect(await openClient(url, { ...options, timeoutMs: 1_000 }).status.get()).toEqual(ALLOWED);
      expect(received).toHaveLength(2);
    });

    it('a POST under one Idempotency-Key', async () => {
      const { url, received } = await answering(
        json(502, {}),
        json(429, LIMITED, { 'retry-after': '1' }),
        json(201, PLAN),
      );
      const genvoris = openClient(url, options);
      expect((await createPlan(genvoris)).data.name).toBe('Five');
      const keys = new Set(received.map((request) => request.headers['idempotency-key']));
      expect(received).toHaveLength(3);
      expect(keys.size).toBe(1);
      expect(new Set(received.map((request) => String(request.body))).size).toBe(1);
    });

    it('no POST without a key: a try-on is not paid for twice', async () => {
      const { url, received } = await answering(json(503, {}));
      expect((await errorOf(openClient(url, options).tryon.generate(FORM))).status).toBe(503);
      expect(received).toHaveLength(1);
    });

    it('no body that is a stream', async () => {
      const { url, received } = await answering(json(503, {}));
      const call = openClient(url, options).v1.POST('/api/v1/plans', {
        body: { name: 'Five', monthlyTryOns: 5 },
        bodySerializer: (body: unknown) => new Blob([JSON.stringify(body)]).stream(),
        duplex: 'half',
      } as never);
      expect((await errorOf(call)).status).toBe(503);
      expect(received).toHaveLength(1);
      expect(JSON.parse(String(received[0]?.body))).toEqual({ name: 'Five', monthlyTryOns: 5 });
    });

    it('a DELETE, which is idempotent, but no PATCH', async () => {
      const { url, received } = await answering(json(503, {}));
      const genvoris = openClient(url, { ...options, maxRetries: 1 });
      const params = { path: { id: PLAN.id } };
      await errorOf(genvoris.v1.DELETE('/api/v1/plans/{id}', { params }));
      expect(received).toHaveLength(2);
      await errorOf(genvoris.v1.PATCH('/api/v1/plans/{id}', { params, body: { active: true } }));
      expect(received).toHaveLength(3);
    });
  });

  describe('waits', () => {
    const LATER = 'Tue, 01 Jan 2030 00:00:05 GMT';
    const PAST = 'Thu, 01 Jan 2015 00:00:00 GMT';

    it.each<[string, number, Record<string, string>, number]>([
      ['seconds', 429, { 'retry-after': '2' }, 2000],
      ['seconds of a 503', 503, { 'retry-after': '4' }, 4000],
      ['a date', 429, { 'retry-after': LATER, date: 'Tue, 01 Jan 2030 00:00:02 GMT' }, 3000],
      ['a date that has passed', 429, { 'retry-after': PAST }, 0],
      ['nothing', 429, {}, 0],
      ['nonsense', 429, { 'retry-after': 'soon' }, 0],
    ])('as Retry-After says in %s, by the server’s own clock', async (_, status, headers, milliseconds) => {
      const { url } = await answering(json(status, LIMITED, headers), json(200, ALLOWED));
      const genvoris = openClient(url, options);
      expect(await genvoris.status.get()).toEqual(ALLOWED);
      expect(genvoris.slept).toEqual([milliseconds]);
    });

    it('for no server that asks for more than 30 s, and says how long it asked for', async () => {
      const { url, received } = await answering(json(429, LIMITED, { 'retry-after': '999999999' }));
      const genvoris = openClient(url, options);
      expect(await errorOf(genvoris.status.get())).toMatchObject({
        code: 'rate_limited',
        retryAfter: 999_999_999,
      });
      expect([received.length, genvoris.slept]).toEqual([1, []]);
    });
  });
});
