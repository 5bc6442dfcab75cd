import { type ReadPicture, readPicture } from './read-picture.ts';
import { warningsFor } from './warnings.ts';

/** What a photo is, and hints for a better one. */
export interface AnalyzedPhoto {
  readonly source: ReadPicture['source'];
  readonly warnings: readonly string[];
}

/** @throws PictureRejectedError with the contract's reason. */
export async function analyzePhoto(bytes: Buffer): Promise<AnalyzedPhoto> {
  const { source, picture } = await readPicture(bytes);
  return { source, warnings: await warningsFor(picture, source) };
}
