import { crc32 } from 'node:zlib';
import type { Extent } from './jpeg-extent.ts';
import { PictureRejectedError } from './picture.ts';

const TEXTS = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP']);

/** Walks the chunks of a PNG (ISO/IEC 15948, clause 5) and checks the checksum of each. */
export function pngExtent(bytes: Buffer): Extent {
  const notes: Buffer[] = [];
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw unreadable();
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (at === 8 && type !== 'IHDR'))
      throw unreadable();
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw unreadable();
    if (TEXTS.has(type)) notes.push(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') return { end, notes };
    at = end;
  }
}

function unreadable(): PictureRejectedError {
  return new PictureRejectedError('unreadable', 'The photo is damaged or incomplete.');
}
