import { jpegExtent } from './jpeg-extent.ts';
import { type ImageFormat, PictureRejectedError } from './picture.ts';
import { pngExtent } from './png-extent.ts';
import { webpExtent } from './webp-extent.ts';

/** What other readers find a file by wherever it begins. Long enough not to turn up among pixels by chance. */
const STRANGERS = [
  'PK\x05\x06\0\0\0\0',
  'Rar!\x1a\x07',
  '7z\xbc\xaf\x27\x1c',
  '%PDF-1.',
  '%PDF-2.',
  '__HALT_COMPILER();',
  '<?php ',
  '<!DOCTYPE',
].map((text) => Buffer.from(text, 'latin1'));

const MARKUP = /<(?:script|html|head|body|iframe|svg|object|embed|!doctype|\?php)\b/i;

/**
 * Makes sure that the file is one picture, whole, and nothing else: no archive, page or script before, within
 * or behind it.
 *
 * We make new files of the pixels anyway; this keeps such a file from being of use to its sender.
 *
 * @throws PictureRejectedError `unreadable` if it is cut short, `unsupported_format` if it is something else too.
 */
export function checkOnlyPicture(bytes: Buffer, format: ImageFormat): void {
  if (STRANGERS.some((stranger) => bytes.includes(stranger))) throw polyglot();
  const extent = { jpeg: jpegExtent, png: pngExtent, webp: webpExtent }[format](bytes);
  const notes = [...extent.notes];
  if (format === 'jpeg') notes.push(...checkCameraTrailer(bytes, extent.end));
  else if (extent.end !== bytes.length) throw polyglot();
  if (notes.some((note) => MARKUP.test(note.toString('latin1')))) throw polyglot();
}

/**
 * Cameras put things behind the picture: zeros, further pictures (previews, gain maps), the video of a motion
 * photo, Samsung's trailer. Returns the texts within.
 */
function checkCameraTrailer(bytes: Buffer, from: number): Buffer[] {
  const notes: Buffer[] = [];
  let at = from;
  for (;;) {
    while (bytes[at] === 0) at += 1;
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd8 || bytes[at + 2] !== 0xff) break;
    const next = jpegExtent(bytes, at);
    notes.push(...next.notes);
    at = next.end;
  }
  if (at === bytes.length) return notes;
  const trailer = bytes.subarray(at);
  // The size of a video's first box begins with zeros, which were taken for padding.
  for (let start = at; start >= Math.max(from, at - 3); start -= 1) {
    if (isVideo(bytes.subarray(start))) return notes;
  }
  if (!isSamsungTrailer(trailer)) throw polyglot();
  return [...notes, trailer];
}

/** ISO/IEC 14496-12: boxes, the first `ftyp`, up to the very end. */
function isVideo(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  for (let at = 0; at !== bytes.length; ) {
    if (at + 8 > bytes.length || !/^[\x20-\x7e\xa9]{4}$/.test(bytes.toString('latin1', at + 4, at + 8)))
      return false;
    const size = bytes.readUInt32BE(at);
    const length =
      size === 1 && at + 16 <= bytes.length
        ? Number(bytes.readBigUInt64BE(at + 8))
        : size || bytes.length - at;
    if (length < 8 || at + length > bytes.length) return false;
    at += length;
  }
  return true;
}

/** `SEFH …` directory, its length, `SEFT`. */
function isSamsungTrailer(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', bytes.length - 4) !== 'SEFT') return false;
  const directory = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  return directory >= 0 && bytes.toString('latin1', directory, directory + 4) === 'SEFH';
}

function polyglot(): PictureRejectedError {
  return new PictureRejectedError('unsupported_format', 'The file holds something else beside the picture.');
}
