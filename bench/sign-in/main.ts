import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addKey, addPack, createStore, migrate, openDatabase } from '@genvoris/portal/debits';
import { startNode } from '@genvoris/testing/node-process';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { createFlood, type Flood } from './flood.ts';
import { sessionTimes } from './session-times.ts';

// What a shop waits for a session while strangers try passwords, beside what it waits while nobody does.

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    'sign-ins': { type: 'string', default: '60' },
    only: { type: 'string', default: 'pglite,postgres' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'What createSession takes, idle and under floods of sign-ins.\n  --seconds 5  --sign-ins 60 (a second, each from another address)  --only pglite,postgres\n',
  );
  process.exit(0);
}
const seconds = Number(values.seconds);
const signIns = Number(values['sign-ins']);

async function measure(storage: string, location: Parameters<typeof openDatabase>[0], env: Environment) {
  const database = await openDatabase(location);
  await migrate(database.db);
  const now = new Date();
  const key = await database.db.transaction().execute(async (trx) => {
    const storeId = await createStore(trx, { name: 'Quiet store' }, now);
    await addPack(trx, { storeId, kind: 'purchase', amount: 1_000, expiresAt: null }, now);
    return (await addKey(trx, { storeId, name: 'bench', mode: 'test' }, now)).key;
  });
  await database.close();
  const program = startNode([fileURLToPath(import.meta.resolve('@genvoris/portal/cli'))], {
    env: {
      PATH: process.env.PATH,
      GENVORIS_SECRET: 'a secret of the bench, at least 32 bytes long',
      // Shops are counted and never refused; strangers come from an address each.
      GENVORIS_RATE_LIMIT_SCALE: '1000',
      GENVORIS_TRUSTED_PROXIES: '1',
      PORT: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  try {
    const [, url = ''] = await program.says(/at (http:\/\/\S+?),/);
    const sessions = await sessionTimes(url, key);
    await sessions.take(1);
    const idle = await sessions.take(seconds);
    const rows: [string, Flood | undefined][] = [
      ['nobody signs in', undefined],
      [`${signIns} sign-ins a second`, createFlood(url, { perSecond: signIns })],
      ['as many as 60 clients get answered', createFlood(url, { clients: 60 })],
    ];
    for (const [name, flood] of rows) {
      flood?.start();
      const { p50, p99, worst } = flood ? await sessions.take(seconds) : idle;
      const told = (await flood?.stop()) ?? '';
      line(
        `${storage}, ${name}`,
        ...[p50, p99, worst].map((ms) => ms.toFixed(1)),
        `${(p50 / idle.p50).toFixed(1)} ×`,
        `${(p99 / idle.p99).toFixed(1)} ×`,
        told,
      );
    }
  } finally {
    program.child.kill();
  }
}

type Environment = Readonly<Record<string, string>>;

function line(...cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

process.stdout.write(
  `# Sessions while strangers sign in\n\n${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n\n`,
);
line(
  'createSession',
  'p50 ms',
  'p99 ms',
  'worst ms',
  'p50 ÷ idle',
  'p99 ÷ idle',
  'sign-ins: checked, put off',
);
line('---', '---:', '---:', '---:', '---:', '---:', '---:');
if (values.only.includes('pglite')) {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-bench-'));
  await measure('PGlite', { kind: 'pglite', folder }, { GENVORIS_DATA: folder });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
if (values.only.includes('postgres')) {
  const server = await findPostgres();
  if (!server) throw new Error(NO_POSTGRES);
  await measure(
    'PostgreSQL',
    { kind: 'postgres', url: server.url, connections: 4 },
    { DATABASE_URL: server.url },
  );
  await server.stop();
}
