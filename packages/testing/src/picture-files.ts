import { crc32, deflateSync } from 'node:zlib';

// Files of pictures made by hand, for what no encoder writes.

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of the seven passes of an interlaced PNG: where each begins and how far its pixels are apart (x, y, dx, dy). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly interlaced?: boolean;
  /** Chunks before the pixels. */
  readonly before?: readonly Buffer[];
  /** How many bytes of pixels a chunk has. Default: all in one. */
  readonly chunkBytes?: number;
}

/** A black PNG of 8 bits a channel. */
export function blackPng({ width, height, interlaced = false, before = [], chunkBytes }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8);
  const sizes = interlaced
    ? PASSES.map(([x, y, dx, dy]) => [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)] as const)
    : [[width, height] as const];
  const bytes = sizes.reduce((sum, [w, h]) => sum + (w > 0 ? (1 + 3 * w) * h : 0), 0);
  const pixels = deflateSync(Buffer.alloc(bytes), { level: 9 });
  const step = chunkBytes ?? pixels.length;
  const chunks = Array.from({ length: Math.ceil(pixels.length / step) }, (_, n) =>
    pngChunk('IDAT', pixels.subarray(n * step, (n + 1) * step)),
  );
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header), ...before, ...chunks, pngChunk('IEND')]);
}

/** Text chunks of few bytes, each of which a decoder inflates to `bytes` zeros. */
export function textBomb(chunks: number, bytes = 7_900_000): Buffer[] {
  const zeros = deflateSync(Buffer.alloc(bytes), { level: 9 });
  return Array.from({ length: chunks }, (_, n) =>
    pngChunk('zTXt', Buffer.concat([Buffer.from(`k${n}\0\0`), zeros])),
  );
}

/** A segment of a JPEG. */
export function jpegSegment(marker: number, content: Buffer | readonly number[]): Buffer {
  const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]);
  return Buffer.concat([head, Buffer.from(content)]);
}

/** A grey progressive JPEG in as many scans as are asked for; the first has the pixels, the others say them again. */
export function scannedJpeg(width: number, height: number, scans: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // One code of one bit, 0: no difference to the block before.
  const scan = Buffer.concat([jpegSegment(0xda, [1, 1, 0, 0, 0, 0]), Buffer.alloc(Math.ceil(blocks / 8))]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xdb, [0, ...Array<number>(64).fill(1)]),
    jpegSegment(0xc2, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    jpegSegment(0xc4, [0, 1, ...Array<number>(15).fill(0), 0]),
    ...Array<Buffer>(scans).fill(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}
