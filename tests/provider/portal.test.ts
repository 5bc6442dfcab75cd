import { openDatabase } from '@genvoris/portal';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { expect, test } from 'vitest';
import { complaints } from '../conformance/adapter-harness.ts';
import { addProviderToSummary } from '../conformance/summary.ts';
import { PORTAL_UNREACHABLE } from './portal-exceptions.ts';
import { startPortalHarness } from './portal-harness.ts';

const WHOLE_RUN_MS = 300_000;

async function hold(name: string, database: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const harness = await startPortalHarness(database);
  try {
    const report = await harness.run({ name, unreachable: PORTAL_UNREACHABLE });
    addProviderToSummary(report);
    expect(complaints(report)).toEqual([]);
    expect(report.conforms).toBe(true);
  } finally {
    await harness.close();
    await database.close();
  }
}

test('the portal on PGlite conforms to the specs', { timeout: WHOLE_RUN_MS }, async () => {
  await hold('provider: portal, PGlite', await openDatabase({ kind: 'pglite', folder: 'memory://' }));
});

test('the portal on PostgreSQL conforms to the specs', { timeout: WHOLE_RUN_MS }, async (context) => {
  const server = await findPostgres();
  if (!server) {
    process.stderr.write(`\nSKIPPED: the portal was held to the specs on PGlite only: ${NO_POSTGRES}.\n\n`);
    context.skip(NO_POSTGRES);
    return;
  }
  try {
    const location = { kind: 'postgres', url: server.url, connections: 10 } as const;
    await hold('provider: portal, PostgreSQL', await openDatabase(location));
  } finally {
    await server.stop();
  }
});
