#!/usr/bin/env node
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createMock } from '@genvoris/mock';
import express from 'express';
import { buildDocs } from './build.ts';

const HELP = `Builds the API documentation as a static site.

  node src/main.ts [--out DIR] [--mock-url URL]     write the site (default: dist)
  node src/main.ts --serve [--port N]               and serve it, with a mock server for "try it"

  --out DIR        the folder to write; it is wiped first
  --mock-url URL   where "try it" sends requests (default http://127.0.0.1:4010)
  --port N         port to serve on (default 4020)
  --help           this text`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist' },
    'mock-url': { type: 'string' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '4020' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const outDir = resolve(values.out);
  const mock = values.serve && !values['mock-url'] ? await createMock() : undefined;
  const mockUrl = values['mock-url'] ?? mock?.url;
  const pages = await buildDocs({ outDir, ...(mockUrl === undefined ? {} : { mockUrl }) });
  console.log(`Wrote ${pages.length} files to ${outDir}`);
  if (!values.serve) return;
  const server = createServer(express().use(express.static(outDir)));
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${values.port} is in use. Choose another with --port.`
        : error.message,
    );
    process.exit(1);
  });
  server.listen(Number(values.port), '127.0.0.1', () =>
    console.log(`Docs at http://127.0.0.1:${values.port}, mocks at ${mockUrl}`),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
      void mock?.close();
    });
  }
}

await main();
