import { crc32, inflateSync } from 'node:zlib';
import { type BarePicture, MAX_PROFILE_BYTES, partsCounter, unreadable } from './bare-picture.ts';
import { orientationOnly, readOrientation } from './orientation.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What is kept beside the pixels, the first of each, in the order in which it is written. */
const KEPT = ['IHDR', 'sRGB', 'iCCP', 'eXIf', 'PLTE', 'tRNS'];

/** Bits a colour. */
const DEEP = 16;

/**
 * Walks the chunks of a PNG (ISO/IEC 15948, clause 5) up to the end of its picture. An animated one keeps its
 * first picture.
 *
 * The checksums of what is kept are checked. All pixels go into one chunk: a file may cut them into a million.
 */
export function barePng(bytes: Buffer): BarePicture {
  const kept = new Map<string, Buffer>();
  const pixels: Buffer[] = [];
  const count = partsCounter();
  let endless = true;
  for (let at = SIGNATURE.length; at + 8 <= bytes.length; ) {
    count();
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') {
      endless = false;
      break;
    }
    const end = at + 12 + length;
    if (end > bytes.length) break;
    if (type === 'IDAT') {
      if (!isWhole(bytes, at, end)) throw unreadable();
      if (length > 0) pixels.push(bytes.subarray(at + 8, end - 4));
    } else if (KEPT.includes(type) && !kept.has(type)) {
      // What a picture can be shown without (its name begins with a small letter) is left out where it is damaged.
      if (isWhole(bytes, at, end)) kept.set(type, bytes.subarray(at + 8, end - 4));
      else if (/^[A-Z]/.test(type)) throw unreadable();
    } else if (!/^[a-z][A-Za-z]{3}$/.test(type) && !KEPT.includes(type)) {
      // A chunk that decoders must know (its name begins with a capital), or no chunk.
      if (pixels.length === 0) throw unreadable();
      break;
    }
    at = end;
  }
  const header = kept.get('IHDR');
  if (header?.length !== 13 || pixels.length === 0) throw unreadable();
  if (!isProfile(kept.get('iCCP'))) kept.delete('iCCP');
  const orientation = readOrientation(kept.get('eXIf') ?? Buffer.alloc(0));
  if (orientation === undefined) kept.delete('eXIf');
  else kept.set('eXIf', orientationOnly(orientation));
  const parts = KEPT.flatMap((type) => chunk(type, kept.get(type)));
  return {
    bytes: Buffer.concat([
      SIGNATURE,
      ...parts,
      ...chunk('IDAT', ...pixels),
      ...chunk('IEND', Buffer.alloc(0)),
    ]),
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    decoding: header[12] !== 0 ? 'interlaced' : header[8] === DEEP ? 'held' : 'rows',
    scans: 1,
    endless,
  };
}

/** A chunk's length, name, data and checksum; nothing of what is not there. */
function chunk(type: string, ...data: readonly (Buffer | undefined)[]): Buffer[] {
  const given = data.filter((part) => part !== undefined);
  if (given.length === 0) return [];
  const head = Buffer.alloc(8);
  head.writeUInt32BE(given.reduce((sum, { length }) => sum + length, 0));
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(given.reduce((sum, part) => crc32(part, sum), crc32(head.subarray(4))));
  return [head, ...given, tail];
}

/** By its checksum. */
function isWhole(bytes: Buffer, at: number, end: number): boolean {
  return crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4);
}

/** Name, NUL, method, then a stream that may inflate to anything. */
function isProfile(data: Buffer | undefined): boolean {
  const name = data?.indexOf(0) ?? -1;
  if (!data || name < 1 || name > 79) return false;
  try {
    return inflateSync(data.subarray(name + 2), { maxOutputLength: MAX_PROFILE_BYTES }).length > 0;
  } catch {
    return false;
  }
}
