import { PictureRejectedError } from './picture.ts';

/** What a file holds beside the pixels: where the picture ends, and the parts that carry text. */
export interface Extent {
  readonly end: number;
  readonly notes: readonly Buffer[];
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;

/** Walks the segments of the JPEG that starts at `start` (ITU-T T.81, annex B). */
export function jpegExtent(bytes: Buffer, start = 0): Extent {
  const notes: Buffer[] = [];
  let at = start + 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw unreadable();
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === 0x00 || marker === SOI) throw unreadable();
    if (marker === EOI) return { end: at + 2, notes };
    at += 2;
    if (isBare(marker)) continue;
    if (at + 2 > bytes.length) throw unreadable();
    const length = bytes.readUInt16BE(at);
    const next = at + length;
    if (length < 2 || next > bytes.length) throw unreadable();
    const content = bytes.subarray(at + 2, next);
    if (marker === 0xe0) checkJfif(content);
    if (marker === COM || (marker >= 0xe0 && marker <= 0xef)) notes.push(content);
    at = marker === SOS ? endOfScan(bytes, next) : next;
  }
}

/** RSTn and TEM have no length. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
}

/** In a scan 0xff is followed by 0x00 or a restart marker; anything else ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw unreadable();
}

/** A file that is a script too stretches this header, so that its length reads as the start of a comment. */
function checkJfif(content: Buffer): void {
  if (content.toString('latin1', 0, 5) !== 'JFIF\0') return;
  const thumbnail = 3 * (content[12] ?? 0) * (content[13] ?? 0);
  if (content.length !== 14 + thumbnail) {
    throw new PictureRejectedError('unsupported_format', 'The file is not only a picture.');
  }
}

function unreadable(): PictureRejectedError {
  return new PictureRejectedError('unreadable', 'The photo is damaged or incomplete.');
}
