import { crc32, deflateSync } from 'node:zlib';
import { PHOTO_BOUNDS } from '@genvoris/contract';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PictureRejectedError } from './picture.ts';
import { readPicture } from './read-picture.ts';

const FORMATS = ['jpeg', 'png', 'webp'] as const;

/** A photo that is no flat colour, so that its file has a body to cut. */
function photo(width = 400, height = 300) {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width, height, channels: 3, noise, background: '#888' } });
}

async function file(format: (typeof FORMATS)[number], width?: number, height?: number): Promise<Buffer> {
  return photo(width, height).toFormat(format).toBuffer();
}

async function refused(bytes: Buffer): Promise<string> {
  try {
    await readPicture(bytes);
  } catch (error) {
    if (error instanceof PictureRejectedError) return error.reason;
    throw error;
  }
  return 'taken';
}

/** A chunk of a PNG with its checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}

describe('readPicture', () => {
  it.each(FORMATS)('reads a %s and makes a fresh picture of it', async (format) => {
    const { source, picture } = await readPicture(await file(format));
    expect(source).toEqual({ format, width: 400, height: 300 });
    expect(picture).toMatchObject({ format: 'jpeg', width: 400, height: 300 });
  });

  it('stands the photo upright by its EXIF orientation and keeps no metadata', async () => {
    const bytes = await photo()
      .withExif({ IFD0: { Copyright: 'CANARY' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { source, picture } = await readPicture(bytes);
    expect(source).toEqual({ format: 'jpeg', width: 300, height: 400 });
    expect([picture.width, picture.height]).toEqual([300, 400]);
    const left = await sharp(picture.bytes).metadata();
    expect([left.exif, left.xmp, left.iptc, left.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(picture.bytes.includes('CANARY')).toBe(false);
  });

  it('works on at most 2048 pixels a side', async () => {
    const { source, picture } = await readPicture(await file('jpeg', 3000, 1500));
    expect(source.width).toBe(3000);
    expect([picture.width, picture.height]).toEqual([2048, 1024]);
  });

  it('takes what cameras put behind a JPEG: zeros, a second picture, a video, the trailer of Samsung', async () => {
    const bytes = await file('jpeg');
    const video = Buffer.concat([
      Buffer.from('\0\0\0\x10ftypmp42\0\0\0\0', 'latin1'),
      Buffer.from('\0\0\0\x0cmdatABCD', 'latin1'),
    ]);
    const directory = Buffer.from('SEFH\x6a\0\0\0\0\0\0\0', 'latin1');
    const samsung = Buffer.concat([
      Buffer.from('Image_UTC_Data1700000000000'),
      directory,
      Buffer.from([12, 0, 0, 0]),
      Buffer.from('SEFT'),
    ]);
    for (const trailer of [Buffer.alloc(64), await file('jpeg', 300, 300), video, samsung]) {
      expect(await refused(Buffer.concat([bytes, trailer]))).toBe('taken');
    }
  });

  it.each(FORMATS)('refuses a %s cut short anywhere', async (format) => {
    const bytes = await file(format);
    for (const share of [0.3, 0.5, 0.9]) {
      expect(await refused(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('unreadable');
    }
    expect(await refused(bytes.subarray(0, -1))).toBe('unreadable');
  });

  it('refuses a PNG with a flipped bit', async () => {
    const bytes = await file('png');
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await refused(bytes)).toBe('unreadable');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a script', 'alert(1)//'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00'],
    ['a HEIC', '\0\0\0\x18ftypheic'],
    ['a PDF', '%PDF-1.7\n'],
    ['nothing', ''],
  ])('refuses %s, whatever it is called', async (_, text) => {
    expect(await refused(Buffer.from(text, 'latin1'))).toBe('unsupported_format');
  });

  const archive = 'PK\x03\x04hello.txtPK\x05\x06\0\0\0\0\x01\0\x01\0';
  it.each(FORMATS)('refuses a %s with something else behind it', async (format) => {
    const bytes = await file(format);
    for (const more of [archive, '<script>alert(1)</script>', '%PDF-1.7', 'x']) {
      expect(await refused(Buffer.concat([bytes, Buffer.from(more, 'latin1')]))).toBe('unsupported_format');
    }
  });

  it('refuses an archive that hides in a video behind a JPEG', async () => {
    const box = Buffer.from(archive, 'latin1');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(8 + box.length);
    const video = Buffer.concat([
      Buffer.from('\0\0\0\x10ftypmp42\0\0\0\0', 'latin1'),
      size,
      Buffer.from('mdat'),
      box,
    ]);
    expect(await refused(Buffer.concat([await file('jpeg'), video]))).toBe('unsupported_format');
  });

  it('refuses a page in the comment of a JPEG and in the text of a PNG', async () => {
    const jpeg = await file('jpeg');
    const page = Buffer.from('<html><script>alert(1)</script>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
    expect(await refused(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).toBe(
      'unsupported_format',
    );
    const png = await file('png');
    const text = chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), page]));
    expect(await refused(Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]))).toBe(
      'unsupported_format',
    );
  });

  it('refuses a JPEG whose header reads as a script', async () => {
    const jpeg = await sharp(await file('jpeg'))
      .jpeg()
      .toBuffer();
    const head = Buffer.alloc(4 + 0x2f2a - 2);
    head.set([0xff, 0xe0, 0x2f, 0x2a, ...Buffer.from('JFIF\0')]);
    head.write('*/=alert(1)/*', 9);
    expect(await refused(Buffer.concat([jpeg.subarray(0, 2), head, jpeg.subarray(2)]))).toBe(
      'unsupported_format',
    );
  });

  it('refuses a decompression bomb before it decodes anything', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(60_000, 0);
    header.writeUInt32BE(60_000, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const bomb = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(8_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const before = process.memoryUsage().rss;
    expect(await refused(bomb)).toBe('too_many_pixels');
    // Its pixels take over ten gigabytes; other tests of this process take some as well.
    expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000);
  });

  it.each(FORMATS)(
    'rejects a %s that was tampered with, or reads it, and does nothing else',
    async (format) => {
      const whole = await file(format, 256, 256);
      const position = fc.nat({ max: whole.length - 1 });
      const change = fc.oneof(
        // Most of what there is to get wrong is near the ends.
        fc.record({ at: fc.oneof(fc.nat({ max: 300 }), position), value: fc.nat({ max: 255 }) }),
        fc.record({ from: position, to: position }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          let bytes = Buffer.from(whole);
          for (const each of changes) {
            if ('at' in each) bytes[Math.min(each.at, bytes.length - 1)] = each.value;
            else bytes = Buffer.concat([bytes.subarray(0, each.from), bytes.subarray(each.to)]);
          }
          expect(['taken', 'unreadable', 'unsupported_format', 'too_small', 'too_many_pixels']).toContain(
            await refused(bytes),
          );
        }),
        { numRuns: 150 },
      );
    },
  );

  it('counts pixels and sides to the documented bounds', async () => {
    const flat = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#888' } })
        .png()
        .toBuffer();
    expect(await refused(await flat(256, 256))).toBe('taken');
    expect(await refused(await flat(255, 400))).toBe('too_small');
    expect(await refused(await flat(8_000, PHOTO_BOUNDS.maxPixels / 8_000))).toBe('taken');
    expect(await refused(await flat(8_000, PHOTO_BOUNDS.maxPixels / 8_000 + 1))).toBe('too_many_pixels');
    expect(await refused(await flat(40_001, 256))).toBe('too_many_pixels');
  });
});
