import { ApiError } from '../../foundation/api-error.ts';
import { GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../../images/photo/picture.ts';

/** A photo that cannot be used and too much work at once are for the caller to hear; anything else is our fault. */
export function toApiError(error: unknown): unknown {
  if (error instanceof PictureRejectedError) {
    return new ApiError('photo_rejected', { reason: error.reason, detail: error.message });
  }
  return error instanceof GateFullError ? new ApiError('rate_limited', { retryAfter: 5 }) : error;
}
