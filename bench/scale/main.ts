#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ExplainedDatabase,
  openExplainedPGlite,
  openExplainedPostgres,
} from '@genvoris/portal/testing/scale';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { type Options, readOptions, type Size } from './options.ts';
import { toMarkdown } from './report.ts';
import { type Visited, visitSize } from './visit-size.ts';

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(2);
}
if (options) process.exitCode = (await run(options)) ? 0 : 1;

/** Returns whether nothing was read from end to end. */
async function run({ storages, requests }: Options): Promise<boolean> {
  const load = loadavg()[0]?.toFixed(1);
  const parts: string[] = [];
  const all: Visited[] = [];
  for (const { name, sizes } of storages) {
    const visited = name === 'postgres' ? await onPostgres(sizes, requests) : await onPGlite(sizes, requests);
    all.push(...visited);
    parts.push(toMarkdown(name === 'postgres' ? 'PostgreSQL' : 'PGlite', visited));
  }
  process.stdout.write(
    `# Scale\n\n${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${load} at the start, Node ${process.versions.node}, ${requests} requests of each kind, one after another.\n\n${parts.join('\n')}`,
  );
  return all.every(({ fullReads }) => fullReads.length === 0);
}

async function onPostgres(sizes: readonly Size[], requests: number): Promise<Visited[]> {
  // Filling is no part of what is measured: room for it in the log.
  const server = await findPostgres({ max_wal_size: '4GB', shared_buffers: '512MB' });
  if (!server) {
    process.stderr.write(`!!! ${NO_POSTGRES}: not measured.\n`);
    return [];
  }
  try {
    return await onEach(sizes, requests, () => openExplainedPostgres(server.url));
  } finally {
    await server.stop();
  }
}

async function onPGlite(sizes: readonly Size[], requests: number): Promise<Visited[]> {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-scale-'));
  let opened = 0;
  try {
    return await onEach(sizes, requests, () => {
      opened += 1;
      return openExplainedPGlite(join(folder, String(opened)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onEach(
  sizes: readonly Size[],
  requests: number,
  open: () => Promise<ExplainedDatabase>,
): Promise<Visited[]> {
  const visited: Visited[] = [];
  for (const size of sizes) {
    process.stderr.write(`${size.customers} customers, ${size.entries} ledger rows\n`);
    const explained = await open();
    try {
      visited.push(await visitSize(explained, size, requests));
    } finally {
      await explained.database.close();
    }
  }
  return visited;
}
