import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { ProviderState, StateHandler } from '@genvoris/conformance';
import { listenOnLoopback } from '@genvoris/testing/loopback';

/** A state handler behind a URL, as `--setup` takes it. It belongs to tests: a portal has nothing of the kind. */
export async function serveStates(handler: StateHandler): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      const state = (await json(request)) as ProviderState;
      const given = await handler(state);
      response.writeHead(given === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(given ?? { unknown: state.state }));
    } catch (error) {
      response.writeHead(500).end((error as Error).message);
    }
  });
  const { url, close } = await listenOnLoopback(server);
  return { url: `${url}/`, close };
}
