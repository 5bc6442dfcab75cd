import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import { listenOnLoopback } from '@genvoris/testing/loopback';

/** What a merchant's side has that a provider reaches out to. */
export interface ProductShop {
  /** A picture of a product. */
  readonly image: string;
  /** A webhook receiver that takes everything. */
  readonly webhook: string;
  close(): Promise<void>;
}

export async function openProductShop(): Promise<ProductShop> {
  const picture = pictureOf(320, 420);
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  });
  const { url, close } = await listenOnLoopback(server);
  return { image: `${url}/dress.png`, webhook: `${url}/webhook`, close };
}

/** A plain red PNG. */
function pictureOf(width: number, height: number): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 30, 40]))]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
