import type { GenerationRequest } from '../engine/engine.ts';
import type { Picture } from '../photo/picture.ts';
import { loadSharp } from '../photo/sharp.ts';
import { type CutOut, cutOut } from './cut-out.ts';
import { type Box, placeProduct } from './placement.ts';

export type Composition = Pick<GenerationRequest, 'photo' | 'garment' | 'productType' | 'variations'>;

/** Pictures of the longest side 1536 stay far under the contract's bound on four of them. */
const OUTPUT_SIDE = 1_536;

/** One picture per variation. */
export async function compose({ photo, garment, productType, variations }: Composition): Promise<Picture[]> {
  const sharp = await loadSharp();
  const product = await cutOut(garment);
  const { data: canvas, info } = await sharp(photo.bytes)
    .resize({ width: OUTPUT_SIDE, height: OUTPUT_SIDE, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const pictures: Picture[] = [];
  for (let variation = 0; variation < variations; variation += 1) {
    pictures.push(await dress(canvas, size, product, productType, variation));
  }
  return pictures;
}

async function dress(
  canvas: Buffer,
  size: { width: number; height: number },
  product: CutOut,
  productType: string,
  variation: number,
): Promise<Picture> {
  const sharp = await loadSharp();
  const box = placeProduct(size, product, productType, variation);
  const raw = { ...size, channels: 3 as const };
  const light = await lightOf(canvas, size, box);
  const worn = await sharp(product.pixels, {
    raw: { width: product.width, height: product.height, channels: 4 },
  })
    .resize(box.width, box.height, { fit: 'fill' })
    .modulate({ brightness: light })
    .raw()
    .toBuffer();
  const shadow = await shadowOf(worn, box);
  const { data, info } = await sharp(canvas, { raw })
    .composite([
      shadow,
      {
        input: worn,
        raw: { width: box.width, height: box.height, channels: 4 },
        left: box.left,
        top: box.top,
      },
    ])
    .withExif({ IFD0: { Software: 'Genvoris preview compositor' } })
    .jpeg({ quality: 88, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, format: 'jpeg', width: info.width, height: info.height };
}

/** How bright the photo is where the product goes: a product lit for a catalogue looks pasted on in a dim room. */
async function lightOf(canvas: Buffer, size: { width: number; height: number }, box: Box): Promise<number> {
  const sharp = await loadSharp();
  const { channels } = await sharp(canvas, { raw: { ...size, channels: 3 } })
    .extract(box)
    .stats();
  const mean = channels.reduce((sum, channel) => sum + channel.mean, 0) / channels.length;
  return 0.8 + 0.25 * (mean / 255);
}

/** The product's own shape in black, blurred and a little lower. */
async function shadowOf(worn: Buffer, { left, top, width, height }: Box) {
  const sharp = await loadSharp();
  const raw = { width, height, channels: 4 as const };
  const drop = Math.max(1, Math.round(width / 60));
  const alpha = await sharp(worn, { raw }).extractChannel(3).blur(drop).linear(0.3, 0).raw().toBuffer();
  const input = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i += 1) input[i * 4 + 3] = alpha[i] ?? 0;
  return { input, raw, left, top: top + drop };
}
