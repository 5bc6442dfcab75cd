import { deflateSync } from 'node:zlib';
import { blackPng, pngChunk, scannedJpeg, textBomb } from '@genvoris/testing/picture-files';
import sharp from 'sharp';

/** What one store sends without end. */
export interface Flood {
  readonly name: string;
  readonly photo: Buffer;
  /** After how long its senders hang up (ms). Default: they wait for the answer. */
  readonly leavesAfterMs?: number;
  /** Sent as the product's picture, with an ordinary photo. */
  readonly asProduct?: boolean;
}

/** A photo as a phone takes it: 12 megapixels, 3 MB. */
export async function phonePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const grain = await sharp({ create: { width: 750, height: 1_000, channels: 3, noise, background: '#888' } })
    .png()
    .toBuffer();
  return sharp(grain).resize(3_000, 4_000).withMetadata({ orientation: 1 }).jpeg({ quality: 90 }).toBuffer();
}

export async function floods(photo: Buffer): Promise<Flood[]> {
  const flat = (side: number, channels: 3 | 4 = 3) =>
    sharp({
      create: { width: side, height: side, channels, background: { r: 90, g: 160, b: 70, alpha: 0.5 } },
    });
  const png = (side: number, channels: 3 | 4 = 3) =>
    flat(side, channels).png({ compressionLevel: 9 }).toBuffer();
  const profile = Buffer.concat([
    Buffer.from('bomb\0\0'),
    deflateSync(Buffer.alloc(7_900_000), { level: 9 }),
  ]);
  const large = await png(6_300, 4);
  return [
    { name: 'ordinary photos', photo },
    { name: '120 texts of 7.9 MB', photo: blackPng({ width: 400, height: 400, before: textBomb(120) }) },
    {
      name: 'a profile of 7.9 MB',
      photo: blackPng({ width: 400, height: 400, before: [pngChunk('iCCP', profile)] }),
    },
    {
      name: 'interlaced, 6300 × 6300',
      photo: await flat(6_300).png({ progressive: true, compressionLevel: 9 }).toBuffer(),
    },
    {
      name: 'interlaced, the most there may be',
      photo: blackPng({ width: 4_000, height: 2_000, interlaced: true }),
    },
    { name: 'PNG of 40 megapixels', photo: large },
    { name: '5000 scans', photo: scannedJpeg(400, 400, 5_000) },
    { name: '32 scans of 25 megapixels', photo: scannedJpeg(5_000, 5_000, 32) },
    {
      name: 'WebP of 25 megapixels, lossless',
      photo: await flat(5_000, 4).webp({ lossless: true, effort: 0 }).toBuffer(),
    },
    { name: 'PNG of 40 megapixels, sender gone after 0.3 s', photo: large, leavesAfterMs: 300 },
    { name: 'PNG of 40 megapixels, as the product', photo: large, asProduct: true },
  ];
}
