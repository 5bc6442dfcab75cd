import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG photograph of nobody: grey noise, so that it has the contrast of a real one. */
export function photoOf(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  let state = 12345;
  for (let at = 0; at < rows.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    rows[at] = at % (width + 1) === 0 ? 0 : 64 + ((state >> 16) & 0x7f);
  }
  return png(width, height, 8, rows);
}

/** Few bytes, and as many pixels as are asked for: one bit each, all black. */
export function bombOf(width: number, height: number): Buffer {
  return png(width, height, 1, Buffer.alloc((Math.ceil(width / 8) + 1) * height));
}

function png(width: number, height: number, depth: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = depth;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
}
