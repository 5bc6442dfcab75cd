import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Setup, Situation } from '@genvoris/conformance';

/** A setup hook behind a URL, as `--setup` takes it. It belongs to tests: a portal has nothing of the kind. */
export async function serveSetup(setup: Setup, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      const situation = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Situation;
      const given = await setup(situation);
      response.writeHead(given === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(given ?? { unknown: situation.state }));
    } catch (error) {
      response.writeHead(500).end((error as Error).message);
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
