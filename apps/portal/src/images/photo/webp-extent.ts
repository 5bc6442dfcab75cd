import type { Extent } from './jpeg-extent.ts';
import { PictureRejectedError } from './picture.ts';

const PIXELS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANMF']);

/** Walks the chunks of a WebP (RFC 9649, section 2.3). */
export function webpExtent(bytes: Buffer): Extent {
  const notes: Buffer[] = [];
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw unreadable();
  for (let at = 12; at < end; ) {
    if (at + 8 > end) throw unreadable();
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    // Some writers leave out the padding of the last chunk.
    if (at + 8 + length > end) throw unreadable();
    if (!PIXELS.has(bytes.toString('latin1', at, at + 4)))
      notes.push(bytes.subarray(at + 8, at + 8 + length));
    at = next;
  }
  return { end: end + (end % 2 === 1 && bytes[end] === 0 ? 1 : 0), notes };
}

function unreadable(): PictureRejectedError {
  return new PictureRejectedError('unreadable', 'The photo is damaged or incomplete.');
}
