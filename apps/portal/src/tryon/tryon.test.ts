import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { validateResponse } from '@genvoris/contract/validators';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RunningPortal,
  startPortal,
  type TestAnswer,
  type TestStore,
} from '../testing/running-portal.ts';

const PHOTO = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#7a8' } })
  .jpeg()
  .toBuffer();
const DRESS = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#a24' } })
  .png()
  .toBuffer();
const THUMBNAIL = await sharp(PHOTO).resize(100).jpeg().toBuffer();

let portal: RunningPortal;
let shop: { url: string; hits: string[] };
const opened: { close(): unknown }[] = [];

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  portal = await startPortal({ GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true' });
  const hits: string[] = [];
  const url = await listen((request, response) => {
    hits.push(request.url ?? '');
    if (request.url === '/dress.png') response.writeHead(200, { 'content-type': 'image/png' }).end(DRESS);
    else if (request.url === '/moved.png') response.writeHead(302, { location: '/dress.png' }).end();
    else if (request.url === '/down.png') response.writeHead(503).end();
    else if (request.url === '/page') response.writeHead(200, { 'content-type': 'image/png' }).end('<html>');
    else response.writeHead(404).end();
  });
  shop = { url, hits };
});

afterAll(async () => {
  for (const each of opened.splice(0)) await each.close();
  await portal.close();
});

function form(fields: Record<string, string | Buffer> = {}): FormData {
  const data = new FormData();
  const all = { photo: PHOTO, product_image_url: `${shop.url}/dress.png`, ...fields };
  for (const [name, value] of Object.entries(all)) {
    data.append(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]));
  }
  return data;
}

async function sessionOf(store: TestStore, tryOns = 3): Promise<{ id: string; token: string }> {
  const plan = await store.call('POST', '/api/v1/plans', { name: 'Club', monthlyTryOns: tryOns });
  const customer = await store.call('POST', '/api/v1/customers', {
    externalId: 'wp_1',
    planId: plan.body.id,
  });
  const session = await store.call('POST', `/api/v1/customers/${customer.body.id}/sessions`, {});
  return { id: customer.body.id, token: session.body.token };
}

async function balance(store: TestStore): Promise<number> {
  const pool = portal.portal.db.selectFrom('pools').select('balance').where('store_id', '=', store.storeId);
  return (await pool.executeTakeFirstOrThrow()).balance;
}

async function events(store: TestStore): Promise<string[]> {
  const rows = portal.portal.db.selectFrom('outbox').select('type').where('store_id', '=', store.storeId);
  return (await rows.execute()).map(({ type }) => type);
}

function documented(
  operationId: 'analyzePhoto' | 'generateTryon',
  { status, headers, body }: TestAnswer,
): void {
  expect(validateResponse(operationId, status, body)).toEqual({ ok: true });
  expect(headers.get('x-request-id')).toMatch(/^req_/);
}

describe('analyzePhoto', () => {
  it('says what the photo is, and debits and keeps nothing', async () => {
    const store = await portal.addStore();
    const answer = await store.call('POST', '/api/analyze', form({ product_title: 'Running shoes' }));
    documented('analyzePhoto', answer);
    expect(answer).toMatchObject({
      status: 200,
      body: { photo: { width: 480, height: 640, format: 'jpeg' }, product_type: 'footwear' },
    });
    expect(await balance(store)).toBe(100);
  });

  it.each([
    ['a page', Buffer.from('<html>'), 'unsupported_format'],
    ['half a photo', PHOTO.subarray(0, 1000), 'unreadable'],
    [
      'a photo with an archive behind it',
      Buffer.concat([PHOTO, Buffer.from('PK\x05\x06\0\0\0\0')]),
      'unsupported_format',
    ],
    ['a thumbnail', THUMBNAIL, 'too_small'],
  ])('rejects %s with the reason', async (_, photo, reason) => {
    const store = await portal.addStore();
    const answer = await store.call('POST', '/api/analyze', form({ photo }));
    documented('analyzePhoto', answer);
    expect(answer).toMatchObject({ status: 422, body: { code: 'photo_rejected', reason } });
  });

  it('answers 413 to a photo over 10 MiB and 400 to a form without one', async () => {
    const store = await portal.addStore();
    const large = await store.call('POST', '/api/analyze', form({ photo: Buffer.alloc(10_485_761) }));
    documented('analyzePhoto', large);
    expect(large).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
    const huge = await store.call('POST', '/api/analyze', form({ photo: Buffer.alloc(12_000_000) }));
    expect(huge).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
    const none = await store.call('POST', '/api/analyze', form({ photo: '' }));
    documented('analyzePhoto', none);
    expect(none).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const json = await store.call('POST', '/api/analyze', { photo: 'x' });
    expect(json).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('refuses an unknown key before it reads the photo', async () => {
    const store = await portal.addStore();
    const answer = await store.call('POST', '/api/analyze', form(), {
      authorization: 'Bearer gvk_live_unknown',
    });
    documented('analyzePhoto', answer);
    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_api_key' } });
  });
});

describe('generateTryon', () => {
  it('hands out pictures and debits the pool by one, however many they are', async () => {
    const store = await portal.addStore();
    const answer = await store.call(
      'POST',
      '/api/tryon',
      form({ variation_count: '2', product_title: 'Dress' }),
    );
    documented('generateTryon', answer);
    expect(answer).toMatchObject({ status: 200, body: { variation_count: 2, product_type: 'apparel' } });
    expect(answer.headers.get('x-genvoris-engine')).toBe('preview-compositor');
    const [image] = answer.body.images;
    const bytes = Buffer.from(image.url.split(',')[1], 'base64');
    expect(await sharp(bytes).metadata()).toMatchObject({
      width: image.width,
      height: image.height,
      format: 'jpeg',
    });
    expect(answer.body).not.toHaveProperty('end_customer_quota');
    expect(await balance(store)).toBe(99);
    expect(await events(store)).toContain('tryon.completed');
  });

  it("counts for the shopper whose token comes along, and passes the portal's refusal on", async () => {
    const store = await portal.addStore();
    const { id, token } = await sessionOf(store, 1);
    const headers = { 'x-end-customer-token': token };
    const first = await store.call('POST', '/api/tryon', form(), headers);
    documented('generateTryon', first);
    expect(first.body.end_customer_quota).toEqual({ used: 1, limit: 1, remaining: 0 });
    const second = await store.call('POST', '/api/tryon', form(), headers);
    documented('generateTryon', second);
    expect(second).toMatchObject({
      status: 402,
      body: { error: 'end_customer_quota', reason: 'quota_exhausted' },
    });
    await store.call('PATCH', `/api/v1/customers/${id}`, { status: 'PAUSED' });
    const third = await store.call('POST', '/api/tryon', form(), headers);
    expect(third).toMatchObject({ status: 402, body: { error: 'end_customer_quota', reason: 'paused' } });
    expect(await balance(store)).toBe(99);
  });

  it('refuses in the words of track: a token of another store, a broken one, an empty pool, another domain', async () => {
    const [store, other] = [await portal.addStore(), await portal.addStore({ planAllowance: 0 })];
    const { token } = await sessionOf(store);
    const foreign = await other.call('POST', '/api/tryon', form(), { 'x-end-customer-token': token });
    expect(foreign).toMatchObject({ status: 403, body: { error: 'token_store_mismatch' } });
    const broken = await store.call('POST', '/api/tryon', form(), { 'x-end-customer-token': 'abc' });
    expect(broken).toMatchObject({ status: 401, body: { error: 'invalid_session_token' } });
    const empty = await other.call('POST', '/api/tryon', form());
    expect(empty).toMatchObject({ status: 402, body: { error: 'credit_limit_reached' } });
    const elsewhere = await portal.addStore({}, { allowedDomains: ['shop.example'] });
    const page = { page_url: 'https://evil.example/p' };
    const domain = await elsewhere.call('POST', '/api/tryon', form(page));
    expect(domain).toMatchObject({ status: 403, body: { error: 'domain_not_allowed' } });
    for (const answer of [foreign, broken, empty, domain]) documented('generateTryon', answer);
    const fits = await elsewhere.call('POST', '/api/tryon', form({ page_url: 'https://shop.example/p' }));
    expect(fits.status).toBe(200);
  });

  it.each([
    ['/missing.png', 400, 'invalid_request'],
    ['/moved.png', 400, 'invalid_request'],
    ['/page', 400, 'invalid_request'],
    ['/down.png', 502, 'upstream_unreachable'],
  ])('debits nothing when the product picture is at %s', async (path, status, code) => {
    const store = await portal.addStore();
    const answer = await store.call('POST', '/api/tryon', form({ product_image_url: shop.url + path }));
    documented('generateTryon', answer);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await balance(store)).toBe(100);
  });

  it('debits nothing when the photo is rejected', async () => {
    const store = await portal.addStore();
    const answer = await store.call('POST', '/api/tryon', form({ photo: Buffer.from('GIF89a') }));
    documented('generateTryon', answer);
    expect(answer.status).toBe(422);
    expect(await balance(store)).toBe(100);
  });
});

describe('a portal on the internet', () => {
  it('does not fetch a product picture from its own network', async () => {
    const strict = await startPortal();
    try {
      const store = await strict.addStore();
      const before = shop.hits.length;
      for (const url of [
        `${shop.url}/dress.png`,
        'http://169.254.169.254/latest/meta-data',
        'http://[::1]/',
        'file:///etc/passwd',
      ]) {
        const answer = await store.call('POST', '/api/tryon', form({ product_image_url: url }));
        expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      }
      expect(shop.hits.length).toBe(before);
    } finally {
      await strict.close();
    }
  });
});

describe('a portal with a model server', () => {
  it('reports a failed generation, debits nothing, and answers 502', async () => {
    const model = await listen((_, response) => response.writeHead(500).end());
    const running = await startPortal({
      GENVORIS_ENGINE_URL: model,
      GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true',
    });
    try {
      const store = await running.addStore();
      const answer = await store.call('POST', '/api/tryon', form());
      documented('generateTryon', answer);
      expect(answer).toMatchObject({ status: 502, body: { code: 'upstream_unreachable' } });
      const { db } = running.portal;
      const types = await db
        .selectFrom('outbox')
        .select('type')
        .where('store_id', '=', store.storeId)
        .execute();
      expect(types.map(({ type }) => type)).toContain('tryon.failed');
      expect(await db.selectFrom('pools').select('balance').executeTakeFirst()).toEqual({ balance: 100 });
    } finally {
      await running.close();
    }
  });
});
