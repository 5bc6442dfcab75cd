import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { placeProduct } from '../compose/placement.ts';
import { type ReadPicture, readPicture } from '../photo/read-picture.ts';
import { createPictures } from './pictures.ts';
import { createPreviewCompositor } from './preview-compositor.ts';

const pictures = createPictures();
afterAll(() => pictures.close());

const GREY = { r: 128, g: 128, b: 128 };

async function shopper(width = 600, height = 800): Promise<ReadPicture> {
  return readPicture(
    await sharp({ create: { width, height, channels: 3, background: GREY } })
      .jpeg()
      .toBuffer(),
  );
}

/** A red square on white. */
async function product(): Promise<ReadPicture> {
  const square = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const file = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
    .composite([{ input: square, left: 100, top: 50 }])
    .png()
    .toBuffer();
  return readPicture(file, { keepAlpha: true, minSide: 32 });
}

async function generate(
  photo: ReadPicture,
  garment: ReadPicture,
  variations = 1,
  signal = new AbortController().signal,
) {
  return createPreviewCompositor(pictures).generate({
    owner: 'store',
    photo: photo.picture,
    garment: garment.picture,
    productType: 'apparel',
    productTitle: undefined,
    variations,
    signal,
  });
}

async function pixel(bytes: Buffer, x: number, y: number): Promise<number[]> {
  return [
    ...(await sharp(bytes).extract({ left: x, top: y, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
  ];
}

describe('the preview compositor', () => {
  it('lays the product over the photo, without its background', async () => {
    const [picture] = await generate(await shopper(), await product());
    expect(picture).toMatchObject({ format: 'jpeg', width: 600, height: 800 });
    const bytes = picture?.bytes ?? Buffer.alloc(0);
    const box = placeProduct({ width: 600, height: 800 }, { width: 200, height: 200 }, 'apparel', 0);
    const [red = 0, green = 255] = await pixel(bytes, box.left + box.width / 2, box.top + box.height / 2);
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(60);
    for (const value of await pixel(bytes, 5, 5)) expect(Math.abs(value - 128)).toBeLessThan(6);
    // Had the white background come along, it would be here.
    const [, beside = 255] = await pixel(bytes, box.left - 30, box.top + 40);
    expect(beside).toBeLessThan(140);
  });

  it('makes as many pictures as asked for, each another fit', async () => {
    const pictures = await generate(await shopper(), await product(), 4);
    expect(new Set(pictures.map(({ bytes }) => bytes.toString('base64'))).size).toBe(4);
  });

  it('works with a product larger than the photo and with one that is all one colour', async () => {
    const large = await readPicture(
      await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#00f' } })
        .png()
        .toBuffer(),
      { keepAlpha: true },
    );
    const [picture] = await generate(await shopper(256, 256), large);
    expect(picture).toMatchObject({ width: 256, height: 256 });
  });

  it('keeps to 1536 pixels a side, far under what an answer may hold', async () => {
    const [picture] = await generate(await shopper(2000, 2600), await product());
    expect([picture?.width, picture?.height]).toEqual([1181, 1536]);
  });

  it('stops when it is given up', async () => {
    await expect(generate(await shopper(), await product(), 4, AbortSignal.abort())).rejects.toMatchObject({
      name: 'EngineError',
      code: 'unavailable',
    });
  });
});
