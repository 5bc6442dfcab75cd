import { deflateSync } from 'node:zlib';
import { PHOTO_BOUNDS } from '@genvoris/contract';
import { blackPng, jpegSegment, pngChunk, scannedJpeg, textBomb } from '@genvoris/testing/picture-files';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { orientationOnly } from './bare/orientation.ts';
import { toBarePicture } from './bare/to-bare-picture.ts';
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

/** What is left in the picture of what was hidden in its file. */
async function leftOf(hidden: string, bytes: Buffer): Promise<boolean> {
  const { picture } = await readPicture(bytes);
  return picture.bytes.includes(Buffer.from(hidden, 'latin1'));
}

/** Puts segments or chunks behind what every file begins with. */
function within(bytes: Buffer, format: (typeof FORMATS)[number], more: Buffer): Buffer {
  const at = { jpeg: 2, png: 33, webp: bytes.length }[format];
  const file = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
  if (format === 'webp') file.writeUInt32LE(file.length - 8, 4);
  return file;
}

function webpChunk(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Another file, as a camera may put it behind the picture. */
const PREVIEW = await file('jpeg', 300, 300);

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

  const ARCHIVE = 'PK\x03\x04hello.txtPK\x05\x06\0\0\0\0\x01\0\x01\0';
  const PAGE = '<!doctype html><script>alert(1)</script>';

  const samsung = Buffer.from('Image_UTC_Data1700000000000SEFH\x6a\0\0\0\0\0\0\0\x0c\0\0\0SEFT', 'latin1');
  const video = Buffer.from('\0\0\0\x10ftypmp42\0\0\0\0\0\0\0\x0cmdatABCD', 'latin1');
  const behind: [string, Buffer][] = [
    ['a line break', Buffer.from('\r\n')],
    ['a NUL', Buffer.alloc(1)],
    ['a page of zeros', Buffer.alloc(4_096)],
    ['the start of a marker', Buffer.from([0xff])],
    ['a second end', Buffer.from([0xff, 0xd9])],
    ['a second picture', PREVIEW],
    ['a second picture, cut short', PREVIEW.subarray(0, 400)],
    ['a video', video],
    ['zeros and a video', Buffer.concat([Buffer.alloc(7), video])],
    ['a Samsung trailer', samsung],
    ['text', Buffer.from('made with an editor\n')],
    ['an archive', Buffer.from(ARCHIVE, 'latin1')],
    ['a page', Buffer.from(PAGE)],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a program', Buffer.from('<?php system($_GET[0]); __HALT_COMPILER();')],
  ];
  it.each(FORMATS)(
    'ends where the picture of a %s ends, and keeps nothing of what is behind it',
    async (format) => {
      const bytes = await file(format);
      const alone = await readPicture(bytes);
      for (const [what, more] of behind) {
        expect([what, await readPicture(Buffer.concat([bytes, more]))]).toEqual([what, alone]);
      }
    },
  );

  it.each(FORMATS)('keeps nothing of the texts within a %s, and needs none of them right', async (format) => {
    const bytes = await file(format);
    const alone = await readPicture(bytes);
    const text = Buffer.from(`CANARY ${PAGE} ${ARCHIVE}`, 'latin1');
    const wrong = pngChunk('tEXt', text);
    wrong.writeUInt32BE(7, wrong.length - 4);
    const texts = {
      jpeg: [jpegSegment(0xfe, text), jpegSegment(0xe1, text), jpegSegment(0xef, text)],
      png: [
        pngChunk('tEXt', text),
        pngChunk('zTXt', text),
        pngChunk('iTXt', text),
        pngChunk('prVt', text),
        wrong,
      ],
      webp: [webpChunk('XMP ', text), webpChunk('JUNK', text)],
    }[format];
    for (const each of texts) expect(await readPicture(within(bytes, format, each))).toEqual(alone);
  });

  it('takes a JPEG whose header reads as a script, and makes a picture of it', async () => {
    const content = Buffer.alloc(0x2f2a - 2);
    content.set(Buffer.from('JFIF\0'));
    content.write('*/=alert(1)/*', 9);
    const bytes = within(await file('jpeg'), 'jpeg', jpegSegment(0xe0, content));
    expect(bytes.subarray(4, 6).toString()).toBe('/*');
    expect(await leftOf('alert(1)', bytes)).toBe(false);
  });

  it('walks over a thumbnail, whose end is not the end', async () => {
    const exif = Buffer.concat([
      Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0', 'latin1'),
      await file('jpeg', 64, 48),
    ]);
    const bytes = within(await file('jpeg'), 'jpeg', jpegSegment(0xe1, exif));
    expect((await readPicture(bytes)).source).toEqual({ format: 'jpeg', width: 400, height: 300 });
  });

  it('reads JPEGs with restart markers, fill bytes, a second table, four colours, one colour', async () => {
    const bytes = await file('jpeg');
    const tables = bytes.subarray(
      bytes.indexOf(Buffer.from([0xff, 0xdb])),
      bytes.indexOf(Buffer.from([0xff, 0xc0])),
    );
    const files = [
      Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xff, 0xff]), bytes.subarray(2)]),
      within(bytes, 'jpeg', tables),
      await photo().toColourspace('cmyk').jpeg().toBuffer(),
      await photo().greyscale().jpeg().toBuffer(),
      await photo().jpeg({ progressive: true }).toBuffer(),
    ];
    for (const each of files) expect((await readPicture(each)).source.width).toBe(400);
  });

  it('takes of a JPEG what is said before its first scan, as decoders do', async () => {
    const bytes = await file('jpeg');
    const exif = (orientation: number) =>
      jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]));
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    const before = (at: number, ...more: Buffer[]) =>
      Buffer.concat([bytes.subarray(0, at), ...more, bytes.subarray(at)]);
    const plain = toBarePicture(bytes, 'jpeg').bytes;
    const behind = [exif(6), jpegSegment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1'))];
    const late = before(bytes.length - 2, ...behind);
    expect(toBarePicture(late, 'jpeg').bytes).toEqual(plain);
    const twice = toBarePicture(before(scan, exif(6), exif(3)), 'jpeg').bytes;
    expect((await sharp(twice).metadata()).orientation).toBe(6);
    // Too short to be one, it says nothing of colours.
    expect(toBarePicture(before(2, jpegSegment(0xe0, Buffer.from('JFIF\0'))), 'jpeg').bytes).toEqual(plain);
    // The height once more, where lines are told to have ended.
    const lines = before(bytes.length - 2, jpegSegment(0xdc, Buffer.from([300 >> 8, 300 & 255])));
    expect(toBarePicture(lines, 'jpeg').bytes).toEqual(plain);
  });

  it('leaves out of a PNG what is damaged and no part of the pixels', async () => {
    const bytes = await file('png');
    const plain = toBarePicture(bytes, 'png').bytes;
    for (const [type, data] of [
      ['eXIf', orientationOnly(6)],
      ['iCCP', Buffer.from('name\0\0', 'latin1')],
      ['sRGB', Buffer.from([1])],
      ['tRNS', Buffer.alloc(6)],
    ] as const) {
      const damaged = pngChunk(type, data);
      damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
      expect(toBarePicture(within(bytes, 'png', damaged), 'png').bytes).toEqual(plain);
    }
  });

  it('keeps the colours that a profile means', async () => {
    const green = sharp({ create: { width: 300, height: 300, channels: 3, background: '#20e020' } });
    const bytes = await Promise.all(
      FORMATS.map((format) =>
        green.clone().withIccProfile('p3').toFormat(format, { quality: 100 }).toBuffer(),
      ),
    );
    for (const each of bytes) {
      const { channels } = await sharp((await readPicture(each)).picture.bytes).stats();
      const means = channels.map(({ mean }) => Math.round(mean / 16));
      expect(means).toEqual([2, 14, 2]);
    }
  });

  it('takes the first picture of an animation', async () => {
    const frame = await photo(300, 300).raw().toBuffer();
    const raw = { width: 300, height: 900, channels: 3 as const, pageHeight: 300 };
    const animation = await sharp(Buffer.concat([frame, frame.toReversed(), frame]), { raw })
      .webp()
      .toBuffer();
    expect((await readPicture(animation)).source).toEqual({ format: 'webp', width: 300, height: 300 });
    const png = await file('png');
    const animated = within(png, 'png', pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])));
    expect(await readPicture(animated)).toEqual(await readPicture(png));
  });

  it('takes a JPEG and a PNG of which only the end marker is missing, and says that more is', async () => {
    const [jpeg, png] = [await file('jpeg'), await file('png')];
    const progressive = await photo().jpeg({ progressive: true }).toBuffer();
    for (const bytes of [
      jpeg.subarray(0, -1),
      jpeg.subarray(0, -2),
      png.subarray(0, -1),
      png.subarray(0, -12),
    ]) {
      expect(await refused(bytes)).toBe('taken');
    }
    for (const bytes of [jpeg.subarray(0, -9), png.subarray(0, -13), progressive.subarray(0, -2)]) {
      expect(await refused(bytes)).toBe('unreadable');
    }
  });

  it.each(FORMATS)('refuses a %s cut short anywhere', async (format) => {
    const bytes = await file(format);
    for (const share of [0.3, 0.5, 0.9]) {
      expect(await refused(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('unreadable');
    }
  });

  it('refuses a WebP whose orientation is cut off', async () => {
    const bytes = await photo().withMetadata({ orientation: 6 }).webp().toBuffer();
    expect(await refused(bytes.subarray(0, -20))).toBe('unreadable');
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

  it('refuses a JPEG that browsers do not show, for that', async () => {
    const bytes = await file('jpeg');
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    for (const [at, value] of [
      [1, 0xc3], // lossless
      [1, 0xc9], // arithmetic
      [4, 12], // 12 bits a colour
    ] as const) {
      const rare = Buffer.from(bytes);
      rare[frame + at] = value;
      await expect(readPicture(rare)).rejects.toMatchObject({
        reason: 'unsupported_format',
        message: 'The photo is a rare kind of JPEG. Save it as an ordinary one.',
      });
    }
  });

  it('refuses a decompression bomb before it decodes anything', async () => {
    const header = Buffer.from('0000ea600000ea600802000000', 'hex');
    const bomb = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.alloc(8_000_000))),
      pngChunk('IEND'),
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
          expect([
            'taken',
            'unreadable',
            'unsupported_format',
            'too_small',
            'too_many_pixels',
            'too_complex',
          ]).toContain(await refused(bytes));
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

  it('gives its decoder no text, however many chunks of it there are', () => {
    const texts = [
      ...textBomb(120, 100_000),
      pngChunk('iTXt', Buffer.alloc(9_000)),
      pngChunk('eXIf', Buffer.alloc(70_000)),
    ];
    const profile = pngChunk(
      'iCCP',
      Buffer.concat([Buffer.from('bomb\0\0'), deflateSync(Buffer.alloc(4_000_000))]),
    );
    const plain = { width: 300, height: 300 };
    const bare = toBarePicture(blackPng({ ...plain, before: [profile, ...texts] }), 'png');
    expect(bare.bytes).toEqual(blackPng(plain));
  });

  it.each([1, 6, 8])('gives its decoder no EXIF but the orientation (%i)', async (orientation) => {
    for (const format of FORMATS) {
      const bytes = await photo()
        .withExif({ IFD0: { Copyright: 'CANARY', Make: 'A camera' }, IFD2: { LensModel: 'CANARY' } })
        .withMetadata({ orientation })
        .toFormat(format)
        .toBuffer();
      const bare = toBarePicture(bytes, format);
      expect(bare.bytes.includes('CANARY')).toBe(false);
      expect((await sharp(bare.bytes).metadata()).orientation).toBe(orientation);
    }
  });

  it('follows no directory of an EXIF segment but the first', async () => {
    // Thousands of entries, each of which says that the same directory follows.
    const entries = Array<Buffer>(5_400).fill(Buffer.from('876900040000000100000008', 'hex'));
    const tiff = Buffer.concat([Buffer.from('4d4d002a00000008ffff', 'hex'), ...entries]);
    const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
    const jpeg = await file('jpeg');
    const plain = toBarePicture(jpeg, 'jpeg').bytes;
    expect(toBarePicture(within(jpeg, 'jpeg', jpegSegment(0xe1, content)), 'jpeg').bytes).toEqual(plain);
  });

  it('puts pixels together that come in many parts, and refuses a file that is nothing but parts', async () => {
    const plain = { width: 300, height: 300 };
    expect(toBarePicture(blackPng({ ...plain, chunkBytes: 1 }), 'png').bytes).toEqual(blackPng(plain));
    expect(await refused(blackPng({ ...plain, before: Array(50_000).fill(pngChunk('IDAT')) }))).toBe(
      'too_complex',
    );
    const jpeg = await file('jpeg');
    const comments = Buffer.concat(Array(50_000).fill(jpegSegment(0xfe, [])));
    expect(await refused(within(jpeg, 'jpeg', comments))).toBe('too_complex');
    const junk = Buffer.concat(Array(50_000).fill(webpChunk('JUNK', Buffer.alloc(0))));
    expect(await refused(within(await file('webp'), 'webp', junk))).toBe('too_complex');
  });

  it('counts the pixels of pictures that decoders hold whole to bounds of their own', async () => {
    const { maxHeldPixels, maxInterlacedPixels, maxScans } = PHOTO_BOUNDS;
    const [held, interlaced] = [maxHeldPixels / 5_000, maxInterlacedPixels / 2_000];
    expect(await refused(scannedJpeg(5_000, held, 1))).toBe('taken');
    expect(await refused(scannedJpeg(5_000, held + 1, 1))).toBe('too_many_pixels');
    expect(await refused(blackPng({ width: 2_000, height: interlaced, interlaced: true }))).toBe('taken');
    expect(await refused(blackPng({ width: 2_000, height: interlaced + 1, interlaced: true }))).toBe(
      'too_many_pixels',
    );
    const webp = sharp({ create: { width: 5_000, height: held + 1, channels: 3, background: '#888' } });
    expect(await refused(await webp.webp({ effort: 0 }).toBuffer())).toBe('too_many_pixels');
    const deep = sharp({ create: { width: 5_000, height: held + 1, channels: 3, background: '#888' } });
    expect(await refused(await deep.toColourspace('rgb16').png().toBuffer())).toBe('too_many_pixels');
    expect(await refused(scannedJpeg(400, 300, maxScans))).toBe('taken');
    expect(await refused(scannedJpeg(400, 300, maxScans + 1))).toBe('too_complex');
  });

  it('counts the canvas of a WebP, and refuses pixels that are larger than it', async () => {
    const bytes = await photo().withMetadata({ orientation: 6 }).webp().toBuffer();
    expect(bytes.toString('latin1', 12, 16)).toBe('VP8X');
    const [wide, narrow] = [Buffer.from(bytes), Buffer.from(bytes)];
    wide.writeUIntLE(9_999, 24, 3);
    wide.writeUIntLE(9_999, 27, 3);
    narrow.writeUIntLE(298, 24, 3);
    expect([await refused(wide), await refused(narrow)]).toEqual(['too_many_pixels', 'unreadable']);
  });
});
