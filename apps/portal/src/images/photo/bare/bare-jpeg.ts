import { PictureRejectedError } from '../picture.ts';
import { type BarePicture, MAX_PROFILE_BYTES, partsCounter, unreadable } from './bare-picture.ts';
import { orientationOnly, readOrientation } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COM = 0xfe;
/** DHT, DQT, DRI: what the scans are read by. */
const TABLES = [0xc4, 0xdb, 0xdd];
/** Baseline, extended, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Of lossless, hierarchical and arithmetic ones: no browser shows them. */
const RARE = [0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xde, 0xdf, 0xf7];
/** The number of lines, once more: a frame without it is refused. */
const DNL = 0xdc;

const START = Buffer.from([0xff, SOI]);
const END = Buffer.from([0xff, EOI]);
/** JFIF 1.1, square pixels, no thumbnail: that there is one says which colours the numbers are. */
const JFIF = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
/** A shorter one is none to decoders. */
const LEAST_JFIF = JFIF.length;

/** The head of an EXIF segment of an orientation alone: its length counts itself, the name and 26 bytes. */
const EXIF = Buffer.from('ffe10022457869660000', 'hex');

/** Walks the segments of a JPEG (ITU-T T.81, annex B) up to the end of its picture. */
export function bareJpeg(bytes: Buffer): BarePicture {
  const kept = new Kept();
  const count = partsCounter();
  let scans = 0;
  for (let at = 2; ; ) {
    count();
    at = nextMarker(bytes, at);
    const marker = bytes[at + 1];
    if (marker === undefined) return kept.toPicture(scans, true);
    if (marker === EOI) return kept.toPicture(scans, false);
    if (marker === SOI) throw unreadable();
    at += 2;
    // RSTn and TEM, out of place.
    if ((marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) continue;
    const next = at + 2 <= bytes.length ? at + bytes.readUInt16BE(at) : Infinity;
    if (next > bytes.length || next < at + 2) throw unreadable();
    let end = next;
    if (marker === SOS) {
      scans += 1;
      end = endOfScan(bytes, next);
    }
    kept.take(marker, bytes.subarray(at - 2, end));
    at = end;
  }
}

/** What is between segments is skipped, as decoders do. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const marker = bytes[at + 1];
    if (bytes[at] === 0xff && marker !== 0x00 && marker !== 0xff && marker !== undefined) return at;
  }
  return bytes.length;
}

/** In a scan 0xff is followed by 0x00 or a restart marker; anything else ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1];
    if (next === undefined) return at;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** The segments that go into the new file, in their order. */
class Kept {
  readonly #scans: Buffer[] = [];
  #jfif = false;
  #adobe: Buffer | undefined;
  #exif: Buffer | undefined;
  readonly #profile: Buffer[] = [];
  #profileBytes = 0;
  #frame: { marker: number; width: number; height: number } | undefined;
  #scanned = false;

  take(marker: number, segment: Buffer): void {
    if (TABLES.includes(marker)) this.#scans.push(segment);
    else if (marker === SOS) {
      if (!this.#frame) throw unreadable();
      this.#scans.push(segment);
      this.#scanned = true;
    } else if (FRAMES.includes(marker)) this.#takeFrame(marker, segment);
    else if (marker >= APP0 && marker <= 0xef) this.#describe(marker, segment);
    else if (RARE.includes(marker)) throw rare();
    else if (marker !== COM && marker !== DNL) throw unreadable();
  }

  /** What is said of the picture before its first scan: decoders have begun when the rest comes. */
  #describe(marker: number, segment: Buffer): void {
    if (this.#scanned) return;
    const says = (text: string) => segment.toString('latin1', 4, 4 + text.length) === text;
    if (marker === APP0) this.#jfif ||= says('JFIF\0') && segment.length >= LEAST_JFIF;
    else if (marker === APP1 && says('Exif\0\0')) this.#exif ??= segment.subarray(10);
    else if (marker === APP2 && says('ICC_PROFILE\0')) {
      this.#profileBytes += segment.length;
      this.#profile.push(segment);
    } else if (marker === APP14 && says('Adobe')) this.#adobe ??= segment;
  }

  #takeFrame(marker: number, segment: Buffer): void {
    if (this.#frame || segment.length < 10) throw unreadable();
    const [precision, height] = [segment[4], segment.readUInt16BE(5)];
    if (precision !== 8 || height === 0) throw rare();
    this.#frame = { marker, height, width: segment.readUInt16BE(7) };
    this.#scans.push(segment);
  }

  toPicture(scans: number, endless: boolean): BarePicture {
    // Where scans are many, none can tell whether one is missing.
    if (!this.#frame || scans === 0 || (endless && scans > 1)) throw unreadable();
    const parts = [
      START,
      this.#jfif ? JFIF : undefined,
      ...exifOf(this.#exif && readOrientation(this.#exif)),
      ...(this.#profileBytes <= MAX_PROFILE_BYTES ? this.#profile : []),
      this.#adobe,
      ...this.#scans,
      END,
    ];
    const { marker, width, height } = this.#frame;
    return {
      bytes: Buffer.concat(parts.filter((part) => part !== undefined)),
      width,
      height,
      decoding: marker === 0xc2 || scans > 1 ? 'held' : 'rows',
      scans,
      endless,
    };
  }
}

function exifOf(orientation: number | undefined): Buffer[] {
  if (orientation === undefined) return [];
  return [EXIF, orientationOnly(orientation)];
}

function rare(): PictureRejectedError {
  return new PictureRejectedError(
    'unsupported_format',
    'The photo is a rare kind of JPEG. Save it as an ordinary one.',
  );
}
