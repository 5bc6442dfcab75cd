import type { ImageFormat } from '../picture.ts';
import { bareJpeg } from './bare-jpeg.ts';
import type { BarePicture } from './bare-picture.ts';
import { barePng } from './bare-png.ts';
import { bareWebp } from './bare-webp.ts';

/**
 * Takes the picture out of its file, without decoding it: what a decoder needs for its pixels, colours and which way
 * is up, each part once. The rest is left out, whatever it is: a decoder would inflate text, and a file
 * that is an archive or a page too ends here.
 *
 * @throws PictureRejectedError `unreadable` if the picture is cut short, `unsupported_format` if it is of a kind that
 *   browsers do not show, `too_complex` if it is in more parts than any camera makes.
 */
export function toBarePicture(bytes: Buffer, format: ImageFormat): BarePicture {
  return { jpeg: bareJpeg, png: barePng, webp: bareWebp }[format](bytes);
}
