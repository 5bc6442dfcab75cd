#!/usr/bin/env node
// A portal to try provider mode on by hand: node tests/provider/main.ts [--postgres <url>]
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@genvoris/portal';
import { PORTAL_UNREACHABLE } from './portal-exceptions.ts';
import { startPortalHarness } from './portal-harness.ts';
import { serveStates } from './state-server.ts';

const { values } = parseArgs({ options: { postgres: { type: 'string' } } });
const database = await openDatabase(
  values.postgres === undefined
    ? { kind: 'pglite', folder: 'memory://' }
    : { kind: 'postgres', url: values.postgres, connections: 10 },
);
const harness = await startPortalHarness(database);
const { setup, target, ...options } = harness.options;
const hook = await serveStates(setup ?? (() => undefined));
const file = join(tmpdir(), `genvoris-provider-${process.pid}.json`);
const config = { ...options, target: String(target), setup: hook.url, unreachable: PORTAL_UNREACHABLE };
writeFileSync(file, JSON.stringify(config, null, 2));
process.stdout.write(`Portal at ${target}, setup hook at ${hook.url}. Now run:\n\n`);
process.stdout.write(`  node packages/conformance/src/cli.ts provider --config ${file}\n\nCtrl-C ends it.\n`);
process.once('SIGINT', async () => {
  await hook.close();
  await harness.close();
  await database.close();
});
