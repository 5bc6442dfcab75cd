import { PHOTO_BOUNDS } from '@genvoris/contract';
import type { Picture } from './picture.ts';
import { loadSharp } from './sharp.ts';

/** Hints for a better picture, in English, the most useful first. */
export async function warningsFor(
  picture: Picture,
  source: { width: number; height: number },
): Promise<string[]> {
  const sharp = await loadSharp();
  const { channels, sharpness } = await sharp(picture.bytes)
    .resize({ width: 512, height: 512, fit: 'inside' })
    .stats();
  const [red, green, blue] = channels.map(({ mean }) => mean);
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  const warnings: string[] = [];
  if (light < 45) warnings.push('The photo is very dark. Stand in better light.');
  if (light > 235) warnings.push('The photo is very bright. Turn away from the light.');
  if (sharpness < 0.15) warnings.push('The photo looks blurred. Hold the camera still.');
  if (source.width > source.height * 1.25)
    warnings.push('Take the photo upright, from the hips to the head.');
  if (Math.min(source.width, source.height) < 2 * PHOTO_BOUNDS.minSide)
    warnings.push('A larger photo makes a better picture.');
  return warnings;
}
