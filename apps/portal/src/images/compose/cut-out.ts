import type { Picture } from '../photo/picture.ts';
import { loadSharp } from '../photo/sharp.ts';

/** Pixels with their own transparency: red, green, blue and alpha, 8 bits each. */
export interface CutOut {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

/** How far a colour may be from the background's and still be background (squared distance, 0 to 195075). */
const SAME = 900;
const SIDE = 1_024;

/**
 * Cuts the product out of its picture: what is see-through stays so, and a plain background, followed from
 * the edges inwards, becomes so. A picture without a plain background stays whole.
 */
export async function cutOut(garment: Picture): Promise<CutOut> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(garment.bytes)
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const background = plainBackground(data, width, height);
  if (background) clearFromEdges(data, width, height, background);
  const soft = await soften(data, width, height);
  return trim(soft, width, height);
}

type Colour = readonly [number, number, number];

/** The colour of the corners, if they agree and are opaque. */
function plainBackground(pixels: Buffer, width: number, height: number): Colour | undefined {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((each) => each * 4);
  if (corners.some((at) => pixels[at + 3] !== 255)) return undefined;
  const [first = 0] = corners;
  const colour: Colour = [pixels[first] ?? 0, pixels[first + 1] ?? 0, pixels[first + 2] ?? 0];
  return corners.every((at) => distance(pixels, at, colour) <= SAME) ? colour : undefined;
}

function distance(pixels: Buffer, at: number, [red, green, blue]: Colour): number {
  return (
    ((pixels[at] ?? 0) - red) ** 2 +
    ((pixels[at + 1] ?? 0) - green) ** 2 +
    ((pixels[at + 2] ?? 0) - blue) ** 2
  );
}

function clearFromEdges(pixels: Buffer, width: number, height: number, background: Colour): void {
  const waiting: number[] = [];
  const visit = (index: number) => {
    const at = index * 4;
    if (pixels[at + 3] === 0 || distance(pixels, at, background) > SAME) return;
    pixels[at + 3] = 0;
    waiting.push(index);
  };
  for (let x = 0; x < width; x += 1) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y += 1) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const x = index % width;
    if (x > 0) visit(index - 1);
    if (x < width - 1) visit(index + 1);
    if (index >= width) visit(index - width);
    if (index < (height - 1) * width) visit(index + width);
  }
}

/** Softens the edge and draws it in by a pixel: what is left of the background there would shine as a rim. */
async function soften(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const raw = { width, height, channels: 4 as const };
  const alpha = await sharp(pixels, { raw }).extractChannel(3).blur(1.2).linear(2, -255).raw().toBuffer();
  const result = Buffer.from(pixels);
  for (let i = 0; i < alpha.length; i += 1) {
    result[i * 4 + 3] = Math.min(pixels[i * 4 + 3] ?? 0, alpha[i] ?? 0);
  }
  return result;
}

/** Takes away the empty margin. */
function trim(pixels: Buffer, width: number, height: number): CutOut {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 16) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  // Nothing is left of a picture that is all one colour: it is its own product.
  if (right < left || bottom < top) {
    for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
    return { pixels, width, height };
  }
  const [w, h] = [right - left + 1, bottom - top + 1];
  const cut = Buffer.alloc(w * h * 4);
  for (let y = 0; y < h; y += 1) {
    const from = ((top + y) * width + left) * 4;
    pixels.copy(cut, y * w * 4, from, from + w * 4);
  }
  return { pixels: cut, width: w, height: h };
}
