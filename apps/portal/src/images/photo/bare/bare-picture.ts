import { PictureRejectedError } from '../picture.ts';

/** The picture of a file and nothing else: no text, no thumbnail, nothing before, between or behind. */
export interface BarePicture {
  readonly bytes: Buffer;
  /** As stored: not yet turned upright (pixels). */
  readonly width: number;
  readonly height: number;
  /** `rows`: decoded row by row. `held`: its decoder holds the whole, or much of it; `interlaced`: and goes over it seven times. */
  readonly decoding: 'rows' | 'held' | 'interlaced';
  /** How often a JPEG's decoder goes over it; 1 for the others. */
  readonly scans: number;
  /** The end marker was missing: whether the pixels are all there is for the decoder to say. */
  readonly endless: boolean;
}

/** Profiles of presses take some 2 MB; those of cameras and screens some hundred bytes. */
export const MAX_PROFILE_BYTES = 3 * 1_048_576;
/** A photo has some dozen; one cut up by the kilobyte has ten thousand. */
const MAX_PARTS = 50_000;

export function unreadable(cause?: unknown): PictureRejectedError {
  return new PictureRejectedError('unreadable', 'The photo is damaged or incomplete.', { cause });
}

/** Counts the parts of a file as they are walked. @throws PictureRejectedError `too_complex` */
export function partsCounter(): () => void {
  let parts = 0;
  return () => {
    parts += 1;
    if (parts > MAX_PARTS) {
      const message = 'The file is cut into too many parts. Save it as an ordinary JPEG.';
      throw new PictureRejectedError('too_complex', message);
    }
  };
}
