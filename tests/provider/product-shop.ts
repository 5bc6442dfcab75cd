import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
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
  const picture = readFileSync(new URL('dress.png', import.meta.url));
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  });
  const { url, close } = await listenOnLoopback(server);
  return { image: `${url}/dress.png`, webhook: `${url}/webhook`, close };
}
