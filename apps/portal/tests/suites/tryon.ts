import { openRaw } from '@genvoris/testing/raw-wire';
import { decodeJwt } from 'jose';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../kit/receiver.ts';
import type { StorageName } from '../kit/storages.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';

const PHOTO = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#7a8' } })
  .withExif({ IFD0: { Copyright: 'EXIF-CANARY' } })
  .jpeg()
  .toBuffer();
const DRESS = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#a24' } })
  .png()
  .toBuffer();

const PICTURES: Record<string, { status: number; body?: string | Buffer; headers?: Record<string, string> }> =
  {
    '/dress.png': { status: 200, body: DRESS, headers: { 'content-type': 'image/png' } },
    '/moved.png': { status: 302, headers: { location: '/dress.png' } },
    '/down.png': { status: 503 },
    '/page': { status: 200, body: '<html>', headers: { 'content-type': 'image/png' } },
  };

/** Uploads, refusals and debits of the two try-on calls. */
export function tryon(running: () => TestPortal, storage: StorageName): void {
  let shop: Receiver;
  let portal: TestPortal;
  beforeAll(async () => {
    shop = await startReceiver(({ path }) => PICTURES[path] ?? { status: 404 });
    portal = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
  });
  afterAll(async () => {
    await portal.close();
    await shop.close();
  });

  function form(fields: Record<string, string | Buffer> = {}): FormData {
    const data = new FormData();
    const all = { photo: PHOTO, product_image_url: `${shop.url}/dress.png`, ...fields };
    for (const [name, value] of Object.entries(all)) {
      data.append(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]));
    }
    return data;
  }

  async function balance(store: TestStore): Promise<number> {
    const pool = portal.portal.db.selectFrom('pools').select('balance');
    return (await pool.where('store_id', '=', store.storeId).executeTakeFirstOrThrow()).balance;
  }

  async function events(store: TestStore): Promise<{ type: string; requestId: unknown }[]> {
    const outbox = portal.portal.db.selectFrom('outbox').select(['type', 'data']);
    const rows = await outbox.where('store_id', '=', store.storeId).execute();
    return rows.map(({ type, data }) => ({ type, requestId: (data as { request_id?: string }).request_id }));
  }

  // An analysis asks the database for the key, and nothing else.
  if (storage === 'PGlite')
    describe('analyzePhoto', () => {
      it('says what the photo is, and debits nothing', async () => {
        const store = await portal.store();
        const answer = await store.call('analyzePhoto', { body: form({ product_title: 'Running shoes' }) });
        expect(answer).toMatchObject({
          status: 200,
          body: { photo: { width: 480, height: 640, format: 'jpeg' }, product_type: 'footwear' },
        });
        expect(await balance(store)).toBe(100);
      });

      it('turns away with Retry-After what is too much at once, and loses nothing of the rest', async () => {
        const store = await portal.store();
        const large = await sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#7a8' } })
          .jpeg()
          .toBuffer();
        const analyze = (photo = PHOTO) => store.call('analyzePhoto', { body: form({ photo }) });
        // The large ones come first and are worked on while the others find the line full.
        const photos = Array.from({ length: 70 }, (_, n) => (n < 20 ? large : PHOTO));
        const answers = await Promise.all(photos.map((photo) => analyze(photo)));
        const refused = answers.filter(({ status }) => status === 429);
        expect(refused.length).toBeGreaterThan(0);
        for (const { body, headers } of refused) {
          expect([body.code, headers.get('retry-after')]).toEqual(['rate_limited', '5']);
        }
        const taken = answers.filter(({ status }) => status === 200);
        expect(taken.length).toBeGreaterThan(30);
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
        expect((await analyze()).status).toBe(200);
      }, 60_000);

      it('leaves room for other stores where one’s senders are slow', async () => {
        const [slow, other] = [await portal.store(), await portal.store()];
        const head = [
          'POST /api/analyze HTTP/1.1',
          'Host: portal',
          `Authorization: Bearer ${slow.key}`,
          'Content-Type: multipart/form-data; boundary=b',
          'Content-Length: 10000000',
        ];
        const sockets = Array.from({ length: 20 }, () =>
          openRaw(portal.server.url, `${head.join('\r\n')}\r\n\r\n--b\r\n`),
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
        const answer = await other.call('analyzePhoto', { body: form() });
        expect(answer.status).toBe(200);
        for (const socket of sockets) socket.destroy();
      }, 20_000);
    });

  describe('generateTryon', () => {
    it('hands out pictures and debits the pool by one, however many they are', async () => {
      const store = await portal.store();
      const answer = await store.call('generateTryon', { body: form({ variation_count: '2' }) });
      expect(answer).toMatchObject({ status: 200, body: { variation_count: 2, product_type: 'apparel' } });
      expect(answer.headers.get('x-genvoris-engine')).toBe('preview-compositor');
      const [image] = answer.body.images;
      const bytes = Buffer.from(image.url.split(',')[1], 'base64');
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, height: 640, format: 'jpeg' });
      expect(bytes.includes('EXIF-CANARY')).toBe(false);
      expect(answer.body).not.toHaveProperty('end_customer_quota');
      expect(await balance(store)).toBe(99);
      const requestId = answer.headers.get('x-request-id');
      expect(await events(store)).toContainEqual({ type: 'tryon.completed', requestId });
    });

    it('refuses in the words of track, before it works: token, store, session, pool, domain', async () => {
      const store = await portal.store();
      const other = await portal.store({ credits: 0 });
      const { token } = await store.shopper(3);
      const before = shop.received.length;
      const left = await store.shopper(3);
      await store.call('revokeSession', { params: { id: left.id, jti: decodeJwt(left.token).jti ?? '' } });
      const ended = () =>
        store.call('generateTryon', { body: form(), headers: { 'x-end-customer-token': left.token } });
      expect(await ended()).toMatchObject({ status: 401, body: { error: 'invalid_session_token' } });
      await store.call('updateCustomer', { params: { id: left.id }, body: { status: 'CANCELLED' } });
      expect(await ended()).toMatchObject({ status: 402, body: { reason: 'cancelled' } });
      const foreign = await other.call('generateTryon', {
        body: form(),
        headers: { 'x-end-customer-token': token },
      });
      expect(foreign).toMatchObject({ status: 403, body: { error: 'token_store_mismatch' } });
      const broken = await store.call('generateTryon', {
        body: form(),
        headers: { 'x-end-customer-token': 'abc' },
      });
      expect(broken).toMatchObject({ status: 401, body: { error: 'invalid_session_token' } });
      const empty = await other.call('generateTryon', { body: form() });
      expect(empty).toMatchObject({ status: 402, body: { error: 'credit_limit_reached' } });
      const strict = await portal.store({ allowedDomains: ['shop.example'] });
      const elsewhere = await strict.call('generateTryon', {
        body: form({ page_url: 'https://evil.example/p' }),
      });
      expect(elsewhere).toMatchObject({ status: 403, body: { error: 'domain_not_allowed' } });
      expect(shop.received.length).toBe(before);
      const fits = await strict.call('generateTryon', { body: form({ page_url: 'https://shop.example/p' }) });
      expect(fits.status).toBe(200);
    });

    it.each([
      ['/missing.png', 400, 'invalid_request'],
      ['/moved.png', 400, 'invalid_request'],
      ['/page', 400, 'invalid_request'],
      ['/down.png', 502, 'upstream_unreachable'],
    ])('debits nothing when the product picture is at %s', async (path, status, code) => {
      const store = await portal.store();
      const answer = await store.call('generateTryon', {
        body: form({ product_image_url: shop.url + path }),
      });
      expect(answer).toMatchObject({ status, body: { code } });
      expect(await balance(store)).toBe(100);
    });

    it('debits a repeat with the same Idempotency-Key once, and refuses another try-on under it', async () => {
      const store = await portal.store();
      const call = (fields = {}) =>
        store.call('generateTryon', { body: form(fields), headers: { 'idempotency-key': 'k1' } });
      expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
      expect(await balance(store)).toBe(99);
      expect(await call({ product_title: 'Another' })).toMatchObject({
        status: 400,
        body: { code: 'invalid_request' },
      });
      expect(await balance(store)).toBe(99);
    });

    it('gives what the last credit was spent on again to who repeats it', async () => {
      const store = await portal.store({ credits: 1 });
      const { token } = await store.shopper(1);
      const call = (key: string) =>
        store.call('generateTryon', {
          body: form(),
          headers: { 'x-end-customer-token': token, 'idempotency-key': key },
        });
      const [first, again] = [await call('k1'), await call('k1')];
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(again.body.end_customer_quota).toEqual(first.body.end_customer_quota);
      expect(await call('k2')).toMatchObject({ status: 402, body: { used: 1, limit: 1 } });
      const types = (await events(store)).map(({ type }) => type);
      expect(types.filter((type) => type.endsWith('quota_exhausted')).sort()).toEqual([
        'customer.quota_exhausted',
        'end_customer.quota_exhausted',
      ]);
      expect(await balance(store)).toBe(0);
    });

    it('tells once for a key that a try-on was refused before it began, and refuses it no longer than it has to', async () => {
      const store = await portal.store();
      const { id, token } = await store.shopper(1);
      const call = (key: string) =>
        store.call('generateTryon', {
          body: form(),
          headers: { 'x-end-customer-token': token, 'idempotency-key': key },
        });
      const told = async () =>
        (await events(store)).filter(({ type }) => type === 'customer.quota_exhausted').length;
      expect((await call('k1')).status).toBe(200);
      for (const { status } of [await call('k2'), ...(await Promise.all([call('k2'), call('k2')]))])
        expect(status).toBe(402);
      expect(await told()).toBe(1);
      expect((await call('k3')).status).toBe(402);
      expect(await told()).toBe(2);
      await store.call('createGrant', { params: { id }, body: { orderId: 'o1', amount: 1 } });
      expect((await call('k2')).status).toBe(200);
      expect((await call('k3')).status).toBe(402);
      expect(await told()).toBe(2);
    });

    it('keeps nothing of the photo', async () => {
      const store = await portal.store();
      await store.call('generateTryon', { body: form() });
      const { db } = portal.portal;
      const { rows: tables } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
      for (const { name } of tables) {
        const marks = [
          'EXIF-CANARY',
          Buffer.from('EXIF-CANARY').toString('hex'),
          PHOTO.toString('base64').slice(8, 40),
        ];
        for (const mark of marks) {
          const table = sql.table(name);
          const { rows } =
            await sql`select 1 from ${table} t where t::text like ${`%${mark}%`} limit 1`.execute(db);
          expect(rows).toEqual([]);
        }
      }
    });

    it('does not fetch a product picture from its own network, unless it may', async () => {
      const store = await running().store();
      const before = shop.received.length;
      const urls = [
        `${shop.url}/dress.png`,
        'http://169.254.169.254/latest/meta-data',
        'http://[::1]/',
        'file:///etc/passwd',
      ];
      for (const url of urls) {
        const answer = await store.call('generateTryon', { body: form({ product_image_url: url }) });
        expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      }
      expect(shop.received.length).toBe(before);
    });

    it('reports a failed generation, debits nothing, and answers 502', async () => {
      const model = await startReceiver(() => ({ status: 500 }));
      const database = running().portal.database;
      const forwarding = await startTestPortal(database, {
        allowPrivateReceivers: true,
        engine: { url: model.url },
      });
      const store = await forwarding.store();
      const answer = await store.call('generateTryon', { body: form() });
      expect(answer).toMatchObject({ status: 502, body: { code: 'upstream_unreachable' } });
      expect((await events(store)).map(({ type }) => type)).toContain('tryon.failed');
      expect(await balance(store)).toBe(100);
      await forwarding.close();
      await model.close();
    });
  });
}
