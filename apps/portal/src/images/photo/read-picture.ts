import { PHOTO_BOUNDS } from '@genvoris/contract';
import { recogniseFormat } from './image-format.ts';
import { checkOnlyPicture } from './only-a-picture.ts';
import { type ImageFormat, type Picture, PictureRejectedError } from './picture.ts';
import { loadSharp, type Sharp } from './sharp.ts';

/** What an engine works on; more shows nothing that a shopper would see. */
const WORKING_SIDE = 2_048;

/** A file that was read: what it was, and the picture we made of it. */
export interface ReadPicture {
  /** The file as decoded, upright. */
  readonly source: { readonly format: ImageFormat; readonly width: number; readonly height: number };
  readonly picture: Picture;
}

export interface ReadOptions {
  /** The smallest side that will do (pixels). Default: what the contract asks of a photo. */
  readonly minSide?: number;
  /** Keep what is see-through, as a product picture may have it. Default: put it on white. */
  readonly keepAlpha?: boolean;
  /** Do not look for anything hidden in the file, which goes nowhere from here. */
  readonly trusted?: boolean;
}

/**
 * Reads a file of unknown origin and makes a picture of it: upright by its EXIF orientation, sRGB, at most
 * 2048 pixels a side, without metadata.
 *
 * @throws PictureRejectedError with the contract's reason.
 */
export async function readPicture(bytes: Buffer, options: ReadOptions = {}): Promise<ReadPicture> {
  const format = recogniseFormat(bytes);
  if (!format) throw new PictureRejectedError('unsupported_format', 'The photo is not JPEG, PNG or WebP.');
  const sharp = await loadSharp();
  const { width, height } = await readSize(sharp, bytes);
  checkSize(width, height, options.minSide ?? PHOTO_BOUNDS.minSide);
  if (!options.trusted) checkOnlyPicture(bytes, format);
  const picture = await decode(sharp, bytes, options.keepAlpha ?? false);
  return { source: { format, width, height }, picture };
}

/** From the header alone: nothing is decoded before the pixels are counted. */
async function readSize(sharp: Sharp, bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return autoOrient;
  } catch (cause) {
    throw unreadable(cause);
  }
}

function checkSize(width: number, height: number, minSide: number): void {
  if (width * height > PHOTO_BOUNDS.maxPixels || Math.max(width, height) > PHOTO_BOUNDS.maxSide) {
    throw new PictureRejectedError(
      'too_many_pixels',
      `The photo has more than ${PHOTO_BOUNDS.maxPixels / 1e6} million pixels.`,
    );
  }
  if (Math.min(width, height) < minSide) {
    throw new PictureRejectedError('too_small', `A side is under ${minSide} pixels.`);
  }
}

async function decode(sharp: Sharp, bytes: Buffer, keepAlpha: boolean): Promise<Picture> {
  const upright = sharp(bytes, {
    limitInputPixels: PHOTO_BOUNDS.maxPixels,
    failOn: 'error',
    sequentialRead: true,
  })
    .autoOrient()
    .timeout({ seconds: 20 })
    .resize({ width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  try {
    const { data, info } = await (keepAlpha
      ? upright.png({ compressionLevel: 3 })
      : upright.flatten({ background: '#ffffff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    ).toBuffer({ resolveWithObject: true });
    return { bytes: data, format: keepAlpha ? 'png' : 'jpeg', width: info.width, height: info.height };
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): PictureRejectedError {
  return new PictureRejectedError('unreadable', 'The photo is damaged or incomplete.', { cause });
}
