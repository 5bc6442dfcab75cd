import { ApiError } from '../../foundation/api-error.ts';
import { GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../../images/photo/picture.ts';
import type { ReadPicture } from '../../images/photo/read-picture.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';

/** Reads the shopper's photo. @throws ApiError `photo_rejected` with its reason */
export async function readPhoto(pictures: Pictures, bytes: Buffer): Promise<ReadPicture> {
  try {
    return await pictures.read(bytes);
  } catch (error) {
    if (error instanceof PictureRejectedError) {
      throw new ApiError('photo_rejected', { reason: error.reason, detail: error.message });
    }
    throw toApiError(error);
  }
}

/** Too much work at once is for the caller to hear; anything else is our fault. */
export function toApiError(error: unknown): unknown {
  return error instanceof GateFullError ? new ApiError('rate_limited', { retryAfter: 5 }) : error;
}
