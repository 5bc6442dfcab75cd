import { createServer, type RequestListener } from 'node:http';
import { listCells, runConformance, type StartedAdapter } from '@genvoris/conformance';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { describe, expect, it } from 'vitest';
import { EVERY_KIND } from './models.ts';
import { UNSUPPORTED } from './unsupported.ts';

const IDLE: Record<string, RequestListener> = {
  'answers everything with an empty 200': (request, response) => {
    request.resume();
    response.end();
  },
  'answers everything with an empty JSON object': (request, response) => {
    request.resume();
    response.setHeader('Content-Type', 'application/json').end('{}');
  },
  'answers everything with a bare 404': (request, response) => {
    request.resume();
    response.writeHead(404).end();
  },
  'answers everything with a 502': (request, response) => {
    request.resume();
    response.writeHead(502, { 'Content-Type': 'application/json' }).end('{"code":"upstream_unreachable"}');
  },
  'hangs up on everybody': (request) => {
    request.socket.destroy();
  },
};

describe.concurrent('an adapter that', () => {
  it.each(Object.entries(IDLE))(
    '%s fails every check',
    async (_name, listener) => {
      const report = await runConformance({
        unsupported: UNSUPPORTED,
        models: EVERY_KIND,
        patienceMs: 300,
        only: await fewest(),
        start: () => listen(listener),
      });
      const kept = report.checks.filter(({ state }) => state !== 'broken').map(({ id }) => id);
      expect(kept).toEqual([]);
      expect(report.total.conform).toBe(0);
    },
    60_000,
  );
});

/** Cells that hold every check at least once; the idle need not be asked a thousand times. */
async function fewest(): Promise<string[]> {
  const seen = new Set<string>();
  const chosen: string[] = [];
  for (const { id, checks } of await listCells({ unsupported: UNSUPPORTED, models: EVERY_KIND })) {
    if (checks.every((check) => seen.has(check))) continue;
    for (const check of checks) seen.add(check);
    chosen.push(id);
  }
  return chosen;
}

async function listen(listener: RequestListener): Promise<StartedAdapter> {
  const { url, close } = await listenOnLoopback(createServer(listener));
  const target = `${url}/api/genvoris`;
  return { target, unresolvable: target, close };
}
