import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Loopback, listenOnLoopback } from '@genvoris/testing/loopback';
import { blackPng } from '@genvoris/testing/picture-files';

export interface ModelServer extends Loopback {
  /** The try-ons that it could not do. */
  readonly failed: ReadonlySet<string>;
}

const PICTURE = blackPng({ width: 64, height: 64 });
const FAILS = 0.1;
const SLOW = 0.04;

/**
 * Stands in for the model behind the portal, and for the shop's product pictures. It takes its time, so that much is
 * under way at any moment; some try-ons it fails, and some last longer than the shop holds what pays for them.
 */
export async function startModelServer(random: () => number): Promise<ModelServer> {
  const failed = new Set<string>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.url === '/engine') {
      const [, id] =
        /name="?product_title"?\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]+)\r\n/.exec(
          Buffer.concat(parts).toString('latin1'),
        ) ?? [];
      await sleep(random() < SLOW ? 4_000 : 30 + random() * 250);
      if (id !== undefined && random() < FAILS) {
        failed.add(id);
        response.writeHead(500).end();
        return;
      }
    }
    response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE);
  });
  return { ...(await listenOnLoopback(server)), failed };
}
