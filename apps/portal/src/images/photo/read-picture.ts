import { PHOTO_BOUNDS } from '@genvoris/contract';
import { type BarePicture, unreadable } from './bare/bare-picture.ts';
import { toBarePicture } from './bare/to-bare-picture.ts';
import { recogniseFormat } from './image-format.ts';
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
  const bare = toBarePicture(bytes, format);
  checkBounds(bare, format, options.minSide ?? PHOTO_BOUNDS.minSide);
  const sharp = await loadSharp();
  const { width, height } = await uprightSize(sharp, bare.bytes);
  const picture = await decode(sharp, bare, options.keepAlpha ?? false);
  return { source: { format, width, height }, picture };
}

const HELD = { jpeg: 'progressive JPEG', png: 'PNG of 16 bits', webp: 'WebP' };

/** By what the header says, before anything is decoded. */
function checkBounds({ width, height, decoding, scans }: BarePicture, format: ImageFormat, minSide: number) {
  const { maxPixels, maxSide, maxHeldPixels, maxInterlacedPixels, maxScans } = PHOTO_BOUNDS;
  const pixels = width * height;
  const tooMany = (most: number, of: string, wayOut = '') => {
    const message = `${of} more than ${most / 1e6} million pixels.${wayOut}`;
    return new PictureRejectedError('too_many_pixels', message);
  };
  if (pixels > maxPixels || Math.max(width, height) > maxSide) throw tooMany(maxPixels, 'The photo has');
  if (decoding === 'held' && pixels > maxHeldPixels) {
    throw tooMany(
      maxHeldPixels,
      `The photo is a ${HELD[format]} of`,
      ' Save it as an ordinary JPEG, or smaller.',
    );
  }
  if (decoding === 'interlaced' && pixels > maxInterlacedPixels) {
    throw tooMany(
      maxInterlacedPixels,
      'The photo is an interlaced PNG of',
      ' Save it as a JPEG, or smaller.',
    );
  }
  if (scans > maxScans) {
    const message = `The photo is saved in more than ${maxScans} scans. Save it as an ordinary JPEG.`;
    throw new PictureRejectedError('too_complex', message);
  }
  if (Math.min(width, height) < minSide) {
    throw new PictureRejectedError('too_small', `A side is under ${minSide} pixels.`);
  }
}

async function uprightSize(sharp: Sharp, bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: PHOTO_BOUNDS.maxPixels }).metadata();
    return autoOrient;
  } catch (cause) {
    throw unreadable(cause);
  }
}

async function decode(sharp: Sharp, { bytes, endless }: BarePicture, keepAlpha: boolean): Promise<Picture> {
  const upright = sharp(bytes, {
    limitInputPixels: PHOTO_BOUNDS.maxPixels,
    // A decoder warns of pixels that are not there, and of much that does no harm.
    failOn: endless ? 'warning' : 'error',
    sequentialRead: true,
  })
    .autoOrient()
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
