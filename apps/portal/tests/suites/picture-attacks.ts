import { deflateSync } from 'node:zlib';
import { blackPng, jpegSegment, pngChunk, scannedJpeg, textBomb } from '@genvoris/testing/picture-files';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../kit/receiver.ts';
import type { StorageName } from '../kit/storages.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';

const PHOTO = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#7a8' } })
  .jpeg()
  .toBuffer();
/** Work for some time. */
const LONG = await sharp({ create: { width: 4_500, height: 4_500, channels: 3, background: '#7a8' } })
  .png({ compressionLevel: 9 })
  .toBuffer();
const SMALL = { width: 400, height: 400 };
const PROFILE = Buffer.concat([Buffer.from('bomb\0\0'), deflateSync(Buffer.alloc(7_900_000))]);

/** Small files that would take a decoder seconds or gigabytes, and what is answered to them as a photo. */
const ATTACKS: Readonly<Record<string, [file: Buffer, answer: 200 | string]>> = {
  'texts that inflate': [blackPng({ ...SMALL, before: textBomb(120) }), 200],
  'a profile that inflates': [blackPng({ ...SMALL, before: [pngChunk('iCCP', PROFILE)] }), 200],
  'an interlaced picture': [blackPng({ width: 6_300, height: 6_300, interlaced: true }), 'too_many_pixels'],
  'a progressive picture': [scannedJpeg(6_300, 6_300, 1), 'too_many_pixels'],
  'thousands of scans': [scannedJpeg(400, 400, 5_000), 'too_complex'],
  'a million chunks': [
    blackPng({ ...SMALL, before: Array<Buffer>(800_000).fill(pngChunk('IDAT')) }),
    'too_complex',
  ],
  'a million segments': [
    Buffer.concat([PHOTO.subarray(0, 2), ...Array<Buffer>(1_000_000).fill(jpegSegment(0xdb, [])), PHOTO]),
    'too_complex',
  ],
  'no pixels': [blackPng({ ...SMALL, chunkBytes: Infinity }).subarray(0, 33), 'unreadable'],
};

/** What one store's pictures do to another store's, over HTTP. No database has a part in it. */
export function pictureAttacks(running: () => TestPortal, storage: StorageName): void {
  if (storage !== 'PGlite') return;
  let shop: Receiver;
  let portal: TestPortal;
  beforeAll(async () => {
    const files = new Map([
      ['/dress.png', PHOTO],
      ['/long.png', LONG],
      ...Object.entries(ATTACKS).map(([name, [file]]) => [`/${encodeURIComponent(name)}`, file] as const),
    ]);
    shop = await startReceiver(({ path }) => {
      const body = files.get(path);
      return body ? { status: 200, body } : { status: 404 };
    });
    portal = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
  });
  afterAll(async () => {
    await portal.close();
    await shop.close();
  });

  function form(photo: Buffer, product = '/dress.png'): FormData {
    const data = new FormData();
    data.append('photo', new Blob([new Uint8Array(photo)]));
    data.append('product_image_url', shop.url + product);
    return data;
  }
  const analyze = (store: TestStore, photo: Buffer) => store.call('analyzePhoto', { body: form(photo) });

  describe('a picture that is an attack', () => {
    it.each(Object.entries(ATTACKS))('is answered in its own words: %s', async (name, [file, expected]) => {
      const store = await portal.store();
      const answer = await analyze(store, file);
      if (expected === 200) expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 422, body: { code: 'photo_rejected', reason: expected } });
      const product = { body: form(PHOTO, `/${encodeURIComponent(name)}`) };
      expect((await store.call('generateTryon', product)).status).toBe(expected === 200 ? 200 : 400);
    });

    it.each(['analyzePhoto', 'generateTryon'] as const)(
      'holds up its own store, not another: %s',
      async (operation) => {
        const [flooding, other] = [await portal.store(), await portal.store()];
        const done: string[] = [];
        const attack = operation === 'analyzePhoto' ? form(LONG) : form(PHOTO, '/long.png');
        const flood = Array.from({ length: 6 }, async (_, n) => {
          expect((await flooding.call(operation, { body: attack })).status).toBe(200);
          done.push(`flood ${n}`);
        });
        await expect.poll(() => portal.portal.pictures.processIds().length).toBeGreaterThan(0);
        expect((await other.call(operation, { body: form(PHOTO) })).status).toBe(200);
        done.push('other');
        await Promise.all(flood);
        expect(done.indexOf('other')).toBeLessThan(4);
      },
      60_000,
    );

    it('is worked on no longer than somebody waits for it', async () => {
      const fresh = await startTestPortal(running().portal.database);
      const store = await fresh.store();
      const ids = () => fresh.portal.pictures.processIds();
      const leaving = new AbortController();
      const gone = Array.from({ length: 8 }, () =>
        fetch(`${fresh.server.url}/api/analyze`, {
          method: 'POST',
          headers: { authorization: `Bearer ${store.key}` },
          body: form(LONG),
          signal: leaving.signal,
        }).catch(() => 'gone'),
      );
      await expect.poll(ids, { interval: 10 }).not.toEqual([]);
      const atWork = ids();
      leaving.abort();
      expect(await Promise.all(gone)).toEqual(Array(8).fill('gone'));
      await expect.poll(() => ids().filter((id) => atWork.includes(id))).toEqual([]);
      expect((await analyze(store, PHOTO)).status).toBe(200);
      await fresh.close();
    }, 60_000);
  });
}
