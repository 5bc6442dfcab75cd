#!/usr/bin/env node
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDocs, ForeignFolderError } from './build.ts';
import { serveDocs } from './serve.ts';

const HELP = `Builds the API documentation as a static site.

  node src/main.ts [--out DIR] [--mock-url URL]     write the site (default: dist)
  node src/main.ts --serve [--port N]               and serve it, with a mock server for "try it"

  --out DIR        the folder to write: a new one, an empty one, or one that holds such a site, which is wiped first
  --mock-url URL   where "try it" sends requests (default http://127.0.0.1:4010)
  --port N         port to serve on (default 4020); 0 picks a free one
  --help           this text

Exit codes: 0 done, 2 wrong usage, or a folder or port that cannot be had.`;

/** Thrown for what the user of the command can mend; the message says how. */
class UsageError extends Error {}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const told = error instanceof UsageError || error instanceof ForeignFolderError || code !== undefined;
  console.error(told ? `docs: ${message}` : error);
  if (error instanceof UsageError) console.error(`\n${HELP}`);
  process.exitCode = told ? 2 : 1;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const outDir = resolve(options.out);
  if (options.serve) return serveDocs({ outDir, port: toPort(options.port), mockUrl: options['mock-url'] });
  const pages = await buildDocs({ outDir, mockUrl: options['mock-url'] });
  console.log(`Wrote ${pages.length} files to ${outDir}`);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: 'dist' },
        'mock-url': { type: 'string' },
        serve: { type: 'boolean', default: false },
        port: { type: 'string', default: '4020' },
        help: { type: 'boolean', default: false },
      },
    });
    const mockUrl = values['mock-url'];
    if (mockUrl !== undefined && !/^https?:$/.test(URL.parse(mockUrl)?.protocol ?? ''))
      throw new Error(`--mock-url ${mockUrl} is not an http or https URL.`);
    return values;
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

function toPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`--port ${text} is not a port, 0 to 65535.`);
}
