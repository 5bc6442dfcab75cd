import { type BarePicture, MAX_PROFILE_BYTES, partsCounter, unreadable } from './bare-picture.ts';
import { orientationOnly, readOrientation } from './orientation.ts';

const ANIMATED = 0x02;
const WITH_EXIF = 0x08;
const WITH_ALPHA = 0x10;
const WITH_PROFILE = 0x20;
/** Before the pixels of an animation's picture: where it is, how large, how long. */
const FRAME_HEADER = 16;
/** What a file of the extended form may hold, the first of each, in its order (RFC 9649, section 2.7). */
const KEPT = ['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L', 'EXIF'];

/** Walks the chunks of a WebP (RFC 9649, section 2.3). An animated one keeps its first picture. */
export function bareWebp(bytes: Buffer): BarePicture {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  const kept = chunksOf(bytes.subarray(0, end), 12);
  if (kept.has('VP8 ')) kept.delete('VP8L');
  const still = kept.get('VP8 ') ?? kept.get('VP8L');
  const frame = kept.get('ANMF');
  const extended = kept.get('VP8X');
  if (!extended) {
    const name = kept.has('VP8 ') ? 'VP8 ' : 'VP8L';
    if (!still) throw unreadable();
    return toPicture([[name, still]], sizeOf(name, still));
  }
  if (extended.length < 10 || (still === undefined) === (frame === undefined)) throw unreadable();
  const said = extended[0] ?? 0;
  // It would lie on its side.
  if (said & WITH_EXIF && !kept.has('EXIF') && end < 8 + bytes.readUInt32LE(4)) throw unreadable();
  if ((kept.get('ICCP')?.length ?? 0) > MAX_PROFILE_BYTES) kept.delete('ICCP');
  const orientation = orientationOf(kept.get('EXIF'));
  if (orientation === undefined) kept.delete('EXIF');
  else kept.set('EXIF', orientationOnly(orientation));
  const flags =
    (frame ? ANIMATED : 0) |
    (said & WITH_ALPHA) |
    (kept.has('EXIF') ? WITH_EXIF : 0) |
    (kept.has('ICCP') ? WITH_PROFILE : 0);
  const head = Buffer.from(extended.subarray(0, 10));
  head.writeUInt32LE(flags);
  kept.set('VP8X', head);
  const size = { width: 1 + head.readUIntLE(4, 3), height: 1 + head.readUIntLE(7, 3) };
  checkWithin(size, frame ? chunksOf(frame, FRAME_HEADER) : kept);
  return toPicture(
    KEPT.flatMap((name) => {
      const data = kept.get(name);
      return data ? [[name, data] as const] : [];
    }),
    size,
  );
}

/** Some writers begin with the name that JPEGs have before it. */
function orientationOf(exif: Buffer | undefined): number | undefined {
  if (!exif) return undefined;
  return readOrientation(exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);
}

/** The first of each kept name, up to the first that is cut short. */
function chunksOf(bytes: Buffer, from: number): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  const count = partsCounter();
  for (let at = from; at + 8 <= bytes.length; ) {
    count();
    const length = bytes.readUInt32LE(at + 4);
    const name = bytes.toString('latin1', at, at + 4);
    // Some writers leave out the padding of the last chunk.
    if (at + 8 + length > bytes.length) break;
    if (KEPT.includes(name) && !chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return chunks;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The canvas is what is counted: pixels that claim more than it have no place there. */
function checkWithin(canvas: Size, chunks: ReadonlyMap<string, Buffer>): void {
  for (const name of ['VP8 ', 'VP8L']) {
    const data = chunks.get(name);
    if (!data) continue;
    const { width, height } = sizeOf(name, data);
    if (width > canvas.width || height > canvas.height) throw unreadable();
  }
}

/** RFC 6386, section 9.1; RFC 9649, section 3.4. */
function sizeOf(name: string, data: Buffer): Size {
  if (name === 'VP8 ') {
    if (data.length < 10) throw unreadable();
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  }
  if (data.length < 5) throw unreadable();
  const bits = data.readUInt32LE(1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function toPicture(chunks: readonly (readonly [string, Buffer])[], size: Size): BarePicture {
  const parts = chunks.flatMap(([name, data]) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return data.length % 2 === 1 ? [head, data, Buffer.alloc(1)] : [head, data];
  });
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  riff.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return { bytes: Buffer.concat([riff, ...parts]), ...size, decoding: 'held', scans: 1, endless: false };
}
