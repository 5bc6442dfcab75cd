import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlan, errorOf, FORM, openClient, PLAN, TRYON, WAYS } from '../tests/clients.ts';
import { answering, json, speaking } from '../tests/loopback.ts';
import type { Genvoris } from './client.ts';

const ALLOWED = { access: 'ALLOWED' };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe.each(WAYS)('a client on %s', (_, options) => {
  describe('sends', () => {
    it('the key as a bearer token and never in the URL', async () => {
      const { url, received } = await answering(json(200, ALLOWED));
      expect(await openClient(url, options).status.get()).toEqual(ALLOWED);
      expect(received[0]).toMatchObject({ method: 'GET', path: '/status' });
      expect(received[0]?.headers.authorization).toBe('Bearer gvk_live_canary');
    });

    it('below the path of its base URL', async () => {
      const { url, received } = await answering(json(200, ALLOWED));
      await openClient(`${url}/scenario/ALLOWED/`, options).status.get();
      expect(received[0]?.path).toBe('/scenario/ALLOWED/status');
    });

    it('track with the internal secret, the key in the body and no bearer token', async () => {
      const { url, received } = await answering(
        json(200, { success: true, remaining_credits: 1, variation_count: 1 }),
      );
      const genvoris = openClient(url, options);
      expect((await genvoris.track.report(TRYON, { idempotencyKey: 'tryon-7' })).remaining_credits).toBe(1);
      expect(received[0]?.headers).toMatchObject({
        'x-internal-secret': 'canary-internal-secret',
        'idempotency-key': 'tryon-7',
      });
      expect(received[0]?.headers.authorization).toBe(undefined);
      expect(JSON.parse(String(received[0]?.body))).toEqual({ ...TRYON, api_key: 'gvk_live_canary' });
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
      const answer = await openClient(url, options).tryon.generate(
        { ...FORM, product_title: null as never },
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
      expect(form.get('product_title')).toBe(null);
      const sent = form.get('photo') as File;
      expect(sent.type).toBe('image/png');
      expect(Buffer.from(await sent.arrayBuffer()).equals(FORM.photo)).toBe(true);
    });

    it('an Idempotency-Key with a POST: its own, or the caller’s', async () => {
      const { url, received } = await answering(json(201, PLAN));
      const genvoris = openClient(url, options);
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
      const { data, response } = await openClient(url, options).v1.DELETE('/api/v1/plans/{id}', {
        params: { path: { id } },
      });
      expect([data, response.status]).toEqual([undefined, 204]);
    });
  });
});

it('a photo that cannot be read is a failed body, not a call without end', async () => {
  const { url, received } = await answering(json(200, {}));
  const folder = await mkdtemp(join(tmpdir(), 'genvoris-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'photo.png'), FORM.photo);
  const photo = await openAsBlob(join(folder, 'photo.png'));
  await writeFile(join(folder, 'photo.png'), 'another one by now');
  expect(await errorOf(openClient(url).tryon.analyze({ ...FORM, photo }))).toMatchObject({
    code: 'request_body',
  });
  expect(received).toEqual([]);
});

it('a good answer survives a header that cannot be passed on', async () => {
  const body = JSON.stringify(ALLOWED);
  const { url } = await speaking((socket) => {
    socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-odd: \xe4\xff\t\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      'latin1',
    );
  });
  expect(await openClient(url).status.get()).toEqual(ALLOWED);
});

describe('a client refuses', () => {
  type Call = (genvoris: Genvoris) => Promise<unknown>;
  const getPlan = (id: string): Call => {
    return ({ v1 }) => v1.GET('/api/v1/plans/{id}', { params: { path: { id } } });
  };
  const analyze = (photo: unknown): Call => {
    return ({ tryon }) => tryon.analyze({ ...FORM, photo: photo as never });
  };
  // Under an empty key a repeat would be paid for twice.
  const report = (idempotencyKey: string): Call => {
    return ({ track }) => track.report(TRYON, { idempotencyKey });
  };

  it.each<[what: string, option: string, call: Call]>([
    ['an empty id', 'id', getPlan('')],
    ['the id .', 'id', getPlan('.')],
    ['the id ..', 'id', getPlan('..')],
    ['a path without its id', 'id', ({ v1 }) => v1.GET('/api/v1/plans/{id}', {} as never)],
    ['a path of no spec', 'path', ({ v1 }) => v1.GET('/api/v2/plans' as '/api/v1/plans')],
    ['the name of a photo', 'photo', analyze('/tmp/photo.jpg')],
    ['null for a photo', 'photo', analyze(null)],
    ['no photo', 'photo', analyze(undefined)],
    ['an ArrayBuffer for a photo', 'photo', analyze(new ArrayBuffer(4))],
    ['an empty Idempotency-Key', 'Idempotency-Key', report('')],
    ['a blank Idempotency-Key', 'Idempotency-Key', report(' ')],
  ])('%s, and sends nothing', async (_, option, call) => {
    const { url, received } = await answering(json(200, PLAN));
    expect(await errorOf(call(openClient(url)))).toMatchObject({ code: 'invalid_call', option });
    expect(received).toEqual([]);
  });

  it('what cannot be sent, without quoting it', async () => {
    const { url, received } = await answering(json(200, {}));
    const genvoris = openClient(url);
    const broken = await errorOf(genvoris.tryon.generate(FORM, { sessionToken: 'a token\nof two lines' }));
    expect(broken).toMatchObject({ code: 'invalid_call', option: 'request' });
    expect(broken.message).not.toContain('token');
    const body: Record<string, unknown> = { externalId: 'wp_42' };
    body.self = body;
    expect(await errorOf(genvoris.v1.POST('/api/v1/customers', { body } as never))).toMatchObject({
      code: 'invalid_call',
      message: expect.stringContaining('circular'),
    });
    expect(received).toEqual([]);
  });

  it('to let an id out of its place in the path', async () => {
    const { url, received } = await answering(json(200, PLAN));
    await openClient(url).v1.GET('/api/v1/plans/{id}', { params: { path: { id: '../customers?x=1#y' } } });
    expect(received[0]?.path).toBe('/api/v1/plans/..%2Fcustomers%3Fx%3D1%23y');
  });

  it('to take the key to another server', async () => {
    const { url, received } = await answering(json(200, ALLOWED));
    const elsewhere = await answering(json(200, ALLOWED));
    await openClient(url).status.GET('/status', { baseUrl: elsewhere.url, fetch: () => {} } as never);
    expect([received.length, elsewhere.received.length]).toEqual([1, 0]);
  });

  it('track without the internal secret, before anything is sent', async () => {
    const { url, received } = await answering(json(200, {}));
    const call = openClient(url, { internalSecret: undefined }).track.report(TRYON);
    expect(await errorOf(call)).toMatchObject({ code: 'invalid_options', option: 'internalSecret' });
    expect(received).toEqual([]);
  });
});
