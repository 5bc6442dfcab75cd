import type { ImageFormat } from '@genvoris/contract';
import { MEDIA_TYPES } from '../tables.ts';

/** What the first bytes say: the media type of a photo that can be used, another kind of file, or nothing. */
export type Sniffed = string | 'heic' | 'other' | undefined;

const SIGNATURES: Record<ImageFormat, RegExp> = {
  jpeg: /^\xff\xd8\xff/,
  png: /^\x89PNG\r\n.\n/s,
  webp: /^RIFF.{4}WEBP/s,
};
const HEIC = /^.{4}ftyp(?!.*avi[fs]).*?(hei[cmsx]|hev[cmsx]|mif1|msf1)/s;
const OTHER = /^(.{4}ftyp|%PDF|GIF8|BM|PK|II\*|MM.\*|\s*<)/s;

/** Reads the kind of file off its bytes, which know better than its name. */
export function sniff(bytes: Uint8Array): Sniffed {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  for (const [format, signature] of Object.entries(SIGNATURES)) {
    if (signature.test(start)) return MEDIA_TYPES[format as ImageFormat];
  }
  if (HEIC.test(start)) return 'heic';
  return OTHER.test(start) ? 'other' : undefined;
}
