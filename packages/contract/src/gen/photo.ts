// Generated from openapi/shared/photo.yaml by `pnpm generate`. Do not edit.

export interface PhotoBounds {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Pixels of the shorter side. */
  readonly minSide: number;
  /** Pixels of the longer side. */
  readonly maxSide: number;
  /** Width times height, decoded. */
  readonly maxPixels: number;
  /** The same of a progressive JPEG, a WebP or a PNG of 16 bits, which cost a decoder more. */
  readonly maxHeldPixels: number;
  /** The same of an interlaced PNG. */
  readonly maxInterlacedPixels: number;
  /** Scans of a JPEG. */
  readonly maxScans: number;
}

/** How large a photo may be. */
export const PHOTO_BOUNDS: PhotoBounds = {
  maxBytes: 10485760,
  minSide: 256,
  maxSide: 40000,
  maxPixels: 40000000,
  maxHeldPixels: 25000000,
  maxInterlacedPixels: 8000000,
  maxScans: 32,
};
