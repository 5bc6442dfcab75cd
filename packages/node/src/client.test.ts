import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, answering, handling, json, speaking } from '../tests/loopback.ts';
import { createGenvorisWith } from './client.ts';
import { isGenvorisError } from './errors.ts';
import type { GenvorisOptions } from './options.ts';

const PLAN = {
  id: 'pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A',
  externalId: null,
  externalPriceId: null,
  name: 'Five',
  monthlyTryOns: 5,
  active: true,
  createdAt: '2026-10-01T09:00:00Z',
  updatedAt: '2026-11-10T12:00:00Z',
};
const ALLOWED = { access: 'ALLOWED' };
const LIMITED = { code: 'rate_limited', message: 'Too many requests.' };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function client(url: string, options: Partial<GenvorisOptions> = {}) {
  const slept: number[] = [];
  const genvoris = createGenvorisWith(
    {
      apiKey: 'gvk_test_k',
      portalUrl: url,
      backendUrl: url,
      internalSecret: 's3cret',
      timeoutMs: 1000,
      ...options,
    },
    { now: Date.now, random: () => 0, sleep: async (ms) => void slept.push(ms) },
  );
  onTestFinished(() => void genvoris.close());
  return { ...genvoris, slept };
}

async function thrown(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!isGenvorisError(error)) throw error ?? new Error('was answered');
  return error;
}

const createPlan = (genvoris: ReturnType<typeof client>, headers?: Record<string, string>) =>
  genvoris.v1.POST('/api/v1/plans', {
    body: { name: 'Five', monthlyTryOns: 5 },
    ...(headers ? { headers } : {}),
  });

describe.each([
  ['its own transport', {}],
  ['a custom fetch', { fetch: (request: Request) => fetch(request) }],
])('a client on %s', (_, options: Partial<GenvorisOptions>) => {
  describe('sends', () => {
    it('the key as a bearer token and never in the URL', async () => {
      const { url, received } = await answering(json(200, ALLOWED));
      expect(await client(url, options).status.get()).toEqual(ALLOWED);
      expect(received[0]).toMatchObject({ method: 'GET', path: '/status' });
      expect(received[0]?.headers.authorization).toBe('Bearer gvk_test_k');
    });

    it('below the path of its base URL', async () => {
      const { url, received } = await answering(json(200, ALLOWED));
      await client(`${url}/scenario/ALLOWED/`, options).status.get();
      expect(received[0]?.path).toBe('/scenario/ALLOWED/status');
    });

    it('track with the internal secret, the key in the body and no bearer token', async () => {
      const { url, received } = await answering(
        json(200, { success: true, remaining_credits: 1, variation_count: 1 }),
      );
      const tryon = { product_type: 'apparel', variation_count: 1, generation_time_ms: 5, success: true };
      const genvoris = client(url, options);
      expect((await genvoris.track.report(tryon, { idempotencyKey: 'tryon-7' })).remaining_credits).toBe(1);
      expect(received[0]?.headers).toMatchObject({
        'x-internal-secret': 's3cret',
        'idempotency-key': 'tryon-7',
      });
      expect(received[0]?.headers.authorization).toBe(undefined);
      expect(JSON.parse(String(received[0]?.body))).toEqual({ ...tryon, api_key: 'gvk_test_k' });
    });

    it('a photo as multipart, typed by its bytes, with the shopper’s token in a header', async () => {
      const { url, received } = await answering(
        json(200, {
          images: [{ url: 'https://cdn.example/1.png', width: 1, height: 1, format: 'png' }],
          product_type: 'apparel',
          variation_count: 1,
          generation_time_ms: 5,
        }),
      );
      const photo = Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1');
      const answer = await client(url, options).tryon.generate(
        { photo, product_image_url: 'https://shop.example/dress.jpg' },
        { sessionToken: 'a.b.c' },
      );
      expect(answer.images).toHaveLength(1);
      const request = received[0];
      expect(request?.path).toBe('/api/tryon');
      expect(request?.headers['x-end-customer-token']).toBe('a.b.c');
      expect(request?.headers['idempotency-key']).toBe(undefined);
      const form = await new Response(new Uint8Array(request?.body ?? []), {
        headers: { 'content-type': String(request?.headers['content-type']) },
      }).formData();
      expect(form.get('product_image_url')).toBe('https://shop.example/dress.jpg');
      expect(form.get('variation_count')).toBe(null);
      const sent = form.get('photo') as File;
      expect(sent.type).toBe('image/png');
      expect(Buffer.from(await sent.arrayBuffer()).equals(photo)).toBe(true);
    });

    it('an Idempotency-Key with a POST: its own, or the caller’s', async () => {
      const { url, received } = await answering(json(201, PLAN));
      const genvoris = client(url, options);
      expect((await createPlan(genvoris)).data.id).toBe(PLAN.id);
      expect((await createPlan(genvoris, { 'Idempotency-Key': 'order-1' })).response.status).toBe(201);
      await createPlan(genvoris);
      const keys = received.map((request) => request.headers['idempotency-key']);
      expect(keys[0]).toMatch(UUID);
      expect(keys[1]).toBe('order-1');
      expect(keys[2]).not.toBe(keys[0]);
    });

    it('204 answers as no data', async () => {
      const { url } = await answering((response) => response.writeHead(204).end());
      const id = PLAN.id;
      const { data, response } = await client(url, options).v1.DELETE('/api/v1/plans/{id}', {
        params: { path: { id } },
      });
      expect([data, response.status]).toEqual([undefined, 204]);
    });
  });

  describe('tries again', () => {
    it.each([429, 502, 503, 504])('after %d, and gives the good answer', async (status) => {
      const { url, received } = await answering(json(status, {}), json(status, {}), json(200, ALLOWED));
      expect(await client(url, options).status.get()).toEqual(ALLOWED);
      expect(received).toHaveLength(3);
    });

    it.each([400, 401, 402, 403, 404, 409, 422, 500, 501])('not after %d', async (status) => {
      const { url, received } = await answering(json(status, {}));
      expect((await thrown(client(url, options).status.get())).status).toBe(status);
      expect(received).toHaveLength(1);
    });

    it('maxRetries times at most, and not at all with 0', async () => {
      const { url, received } = await answering(json(503, {}));
      expect((await thrown(client(url, { ...options, maxRetries: 3 }).status.get())).status).toBe(503);
      expect(received).toHaveLength(4);
      await thrown(client(url, { ...options, maxRetries: 0 }).status.get());
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
      expect(await client(url, options).status.get()).toEqual(ALLOWED);
      expect(connections).toBe(3);
    });

    it('after a timeout in mid-body', async () => {
      const stalled: Answer = (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
        response.write('{"access":');
      };
      const { url, received } = await answering(stalled, json(200, ALLOWED));
      expect(await client(url, { ...options, timeoutMs: 100 }).status.get()).toEqual(ALLOWED);
      expect(received).toHaveLength(2);
    });

    it('a POST under one Idempotency-Key', async () => {
      const { url, received } = await answering(
        json(502, {}),
        json(429, LIMITED, { 'retry-after': '1' }),
        json(201, PLAN),
      );
      const genvoris = client(url, options);
      expect((await createPlan(genvoris)).data.name).toBe('Five');
      const keys = new Set(received.map((request) => request.headers['idempotency-key']));
      expect(received).toHaveLength(3);
      expect(keys.size).toBe(1);
      expect(new Set(received.map((request) => String(request.body))).size).toBe(1);
    });

    it('no POST without a key: a try-on is not paid for twice', async () => {
      const { url, received } = await answering(json(503, {}));
      const form = { photo: new Uint8Array(3), product_image_url: 'https://shop.example/dress.jpg' };
      expect((await thrown(client(url, options).tryon.generate(form))).status).toBe(503);
      expect(received).toHaveLength(1);
    });

    it('no body that is a stream', async () => {
      const { url, received } = await answering(json(503, {}));
      const call = client(url, options).v1.POST('/api/v1/plans', {
        body: { name: 'Five', monthlyTryOns: 5 },
        bodySerializer: (body: unknown) => new Blob([JSON.stringify(body)]).stream(),
        duplex: 'half',
      } as never);
      expect((await thrown(call)).status).toBe(503);
      expect(received).toHaveLength(1);
      expect(JSON.parse(String(received[0]?.body))).toEqual({ name: 'Five', monthlyTryOns: 5 });
    });

    it('a DELETE, which is idempotent, but no PATCH', async () => {
      const { url, received } = await answering(json(503, {}));
      const genvoris = client(url, { ...options, maxRetries: 1 });
      const params = { path: { id: PLAN.id } };
      await thrown(genvoris.v1.DELETE('/api/v1/plans/{id}', { params }));
      expect(received).toHaveLength(2);
      await thrown(genvoris.v1.PATCH('/api/v1/plans/{id}', { params, body: { active: true } }));
      expect(received).toHaveLength(3);
    });
  });

  describe('waits', () => {
    const limited = (headers: Record<string, string>) =>
      answering(json(429, LIMITED, headers), json(200, ALLOWED));

    it.each([
      ['seconds', { 'retry-after': '2' }, 2000],
      [
        'a date, by the server’s own clock',
        { 'retry-after': 'Tue, 01 Jan 2030 00:00:05 GMT', date: 'Tue, 01 Jan 2030 00:00:02 GMT' },
        3000,
      ],
      ['a date that has passed', { 'retry-after': 'Thu, 01 Jan 2015 00:00:00 GMT' }, 0],
      ['nothing', {}, 0],
      ['nonsense', { 'retry-after': 'soon' }, 0],
      ['a negative number', { 'retry-after': '-60' }, 0],
    ])('as Retry-After says in %s', async (_, headers, milliseconds) => {
      const { url } = await limited(headers as Record<string, string>);
      const genvoris = client(url, options);
      expect(await genvoris.status.get()).toEqual(ALLOWED);
      expect(genvoris.slept).toEqual([milliseconds]);
    });

    it('for no server that asks for more than 30 s, and says how long it asked for', async () => {
      const { url, received } = await limited({ 'retry-after': '999999999' });
      const genvoris = client(url, options);
      expect(await thrown(genvoris.status.get())).toMatchObject({
        code: 'rate_limited',
        retryAfter: 999_999_999,
      });
      expect([received.length, genvoris.slept]).toEqual([1, []]);
    });

    it('after a 503 too', async () => {
      const { url } = await answering(json(503, {}, { 'retry-after': '4' }), json(200, ALLOWED));
      const genvoris = client(url, options);
      await genvoris.status.get();
      expect(genvoris.slept).toEqual([4000]);
    });
  });

  describe('ends', () => {
    it.each([
      ['before the headers', (): Answer => () => {}, 'headers'],
      [
        'in mid-body',
        (): Answer => (response) => void response.writeHead(200, { 'content-length': '9' }).write('{'),
        'body',
      ],
    ])('at its deadline %s', async (_, answer, phase) => {
      const { url } = await answering(answer());
      const error = await thrown(client(url, { ...options, timeoutMs: 80, maxRetries: 0 }).status.get());
      expect(error).toMatchObject({ name: 'GenvorisTimeoutError', code: 'timeout', phase, timeoutMs: 80 });
    });

    it('when its caller aborts, without another attempt, and takes the request down', async () => {
      let attempts = 0;
      let closed = false;
      const url = await handling((message) => {
        attempts++;
        message.on('close', () => {
          closed = true;
        });
      });
      const controller = new AbortController();
      const call = thrown(client(url, options).status.get({ signal: controller.signal }));
      await expect.poll(() => attempts).toBe(1);
      const reason = new Error('shopper left');
      controller.abort(reason);
      expect(await call).toMatchObject({ name: 'GenvorisAbortError', code: 'aborted', cause: reason });
      await expect.poll(() => closed).toBe(true);
      await sleep(30);
      expect(attempts).toBe(1);
    });

    it('when its caller aborts while it waits to try again', async () => {
      const { url, received } = await answering(json(503, {}));
      const controller = new AbortController();
      const genvoris = createGenvorisWith(
        { apiKey: 'gvk_test_k', backendUrl: url, ...options },
        { now: Date.now, random: () => 0, sleep: async () => controller.abort() },
      );
      expect((await thrown(genvoris.status.get({ signal: controller.signal }))).code).toBe('aborted');
      expect(received).toHaveLength(1);
      await genvoris.close();
    });

    it('before it starts where the signal has aborted', async () => {
      const { url, received } = await answering(json(200, ALLOWED));
      expect((await thrown(client(url, options).status.get({ signal: AbortSignal.abort() }))).code).toBe(
        'aborted',
      );
      expect(received).toEqual([]);
    });
  });

  it('bounds an answer by what the contract says it can be', async () => {
    const { url } = await answering(json(200, { access: 'ALLOWED', more: 'x'.repeat(70_000) }));
    expect(await thrown(client(url, options).status.get())).toMatchObject({ code: 'too_large' });
  });
});

describe('a client refuses', () => {
  it.each(['', '.', '..'])('the id %j, which would name another resource', async (id) => {
    const { url, received } = await answering(json(200, PLAN));
    const error = await thrown(client(url).v1.GET('/api/v1/plans/{id}', { params: { path: { id } } }));
    expect(error).toMatchObject({ code: 'invalid_call', option: 'id' });
    expect(received).toEqual([]);
  });

  it('to let an id out of its place in the path', async () => {
    const { url, received } = await answering(json(200, PLAN));
    await client(url).v1.GET('/api/v1/plans/{id}', { params: { path: { id: '../customers?x=1#y' } } });
    expect(received[0]?.path).toBe('/api/v1/plans/..%2Fcustomers%3Fx%3D1%23y');
  });

  it('to take the key to another server', async () => {
    const { url, received } = await answering(json(200, ALLOWED));
    const elsewhere = await answering(json(200, ALLOWED));
    await client(url).status.GET('/status', { baseUrl: elsewhere.url, fetch: () => {} } as never);
    expect([received.length, elsewhere.received.length]).toEqual([1, 0]);
  });

  it('a path that is not in the spec', async () => {
    expect(
      await thrown(client('http://127.0.0.1:1').v1.GET('/api/v2/plans' as '/api/v1/plans')),
    ).toMatchObject({
      code: 'invalid_call',
      option: 'path',
    });
  });

  it('track without the internal secret, before anything is sent', async () => {
    const { url, received } = await answering(json(200, {}));
    const call = client(url, { internalSecret: undefined }).track.POST('/api/tryon/track', {
      body: {
        api_key: 'gvk_test_k',
        product_type: 'x',
        variation_count: 1,
        generation_time_ms: 1,
        success: true,
      },
    });
    expect(await thrown(call)).toMatchObject({ code: 'invalid_options', option: 'internalSecret' });
    expect(received).toEqual([]);
  });
});

describe('a custom fetch', () => {
  it('that ignores its signal is still bounded', async () => {
    const fetch = () => new Promise<Response>(() => {});
    const error = await thrown(
      client('http://127.0.0.1:1', { fetch, timeoutMs: 60, maxRetries: 0 }).status.get(),
    );
    expect(error.code).toBe('timeout');
  });

  it('that rejects is a failed connection, and is tried again', async () => {
    let calls = 0;
    const fetch = async () => {
      if (++calls === 1)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
      return Response.json(ALLOWED);
    };
    expect(await client('http://127.0.0.1:1', { fetch }).status.get()).toEqual(ALLOWED);
    expect(calls).toBe(2);
  });
});
