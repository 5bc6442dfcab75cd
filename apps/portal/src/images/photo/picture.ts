import type { ImageFormat, PhotoRejectedReason } from '@genvoris/contract';

export type { ImageFormat } from '@genvoris/contract';

/** A picture as we made it: upright, sRGB, without a trace of the file it came from. */
export interface Picture {
  readonly bytes: Buffer;
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
}

/** The file is not a picture we take. `message` is a sentence for the shopper. */
export class PictureRejectedError extends Error {
  readonly code = 'photo_rejected';
  readonly reason: PhotoRejectedReason;
  constructor(reason: PhotoRejectedReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureRejectedError';
    this.reason = reason;
  }
}
