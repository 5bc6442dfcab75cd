import { Refusal } from '../../foundation/api-error.ts';
import { GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../../images/photo/picture.ts';
import type { ReadPicture } from '../../images/photo/read-picture.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';

/** Reads the shopper's photo. @throws Refusal `photo_rejected` with its reason */
export async function readPhoto(pictures: Pictures, bytes: Buffer): Promise<ReadPicture> {
  try {
    return await pictures.read(bytes);
  } catch (error) {
    if (error instanceof PictureRejectedError) {
      throw new Refusal('photo_rejected', { reason: error.reason, detail: error.message });
    }
    throw toRefusal(error);
  }
}

/** Too much work at once is for the caller to hear; anything else is our fault. */
export function toRefusal(error: unknown): unknown {
  return error instanceof GateFullError ? new Refusal('rate_limited', { retryAfter: 5 }) : error;
}
