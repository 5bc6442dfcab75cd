import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@genvoris/portal/debits';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { type Contender, groupCommit, oneStatement, oneTransaction } from './contenders.ts';
import { pgbench } from './pgbench.ts';
import { type Cell, toMarkdown } from './report.ts';
import { openShops } from './workload.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    clients: { type: 'string', default: '1,64,256' },
    stores: { type: 'string', default: '1,100' },
    only: { type: 'string', default: 'pglite,postgres' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'Debits per second: ours, one statement per debit, one transaction per debit, pgbench.\n  --seconds 2  --clients 1,64,256  --stores 1,100  --only pglite,postgres\n',
  );
  process.exit(0);
}
const seconds = Number(values.seconds);
const numbers = (text: string) => text.split(',').map(Number);
const cells: Cell[] = [];

async function compare(
  storage: string,
  contenders: readonly Contender[],
  shopsOf: (count: number) => ReturnType<typeof openShops>,
) {
  for (const stores of numbers(values.stores)) {
    const shops = await shopsOf(stores);
    for (const clients of numbers(values.clients)) {
      for (const contender of contenders) {
        process.stderr.write(`${storage}, ${stores} stores, ${clients} clients: ${contender.name}\n`);
        const measured = await contender.run(clients, seconds, shops);
        cells.push({ storage, stores, clients, contender: contender.name, ...measured });
      }
    }
  }
}

if (values.only.includes('postgres')) {
  const server = await findPostgres();
  if (!server) process.stderr.write(`!!! Not measured: ${NO_POSTGRES}.\n`);
  else {
    const database = await openDatabase({ kind: 'postgres', url: server.url, connections: 10 });
    try {
      const contenders = [oneTransaction(server.url), oneStatement(database)];
      if (server.benchBin)
        contenders.push(pgbench(server.benchBin, server.url, 1), pgbench(server.benchBin, server.url, 64, 1));
      else process.stderr.write('!!! No pgbench beside this PostgreSQL: the server alone is not measured.\n');
      await compare('PostgreSQL', [...contenders, groupCommit(database)], (count) =>
        openShops(database, count),
      );
    } finally {
      await database.close();
      await server.stop();
    }
  }
}
if (values.only.includes('pglite')) {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-bench-'));
  const database = await openDatabase({ kind: 'pglite', folder });
  try {
    await compare('PGlite on disk', [oneStatement(database), groupCommit(database)], (count) =>
      openShops(database, count),
    );
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.stdout.write(
  `# Debits\n\n${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, ${seconds} s per cell. Every contender writes the same rows.\n\n${toMarkdown(cells)}`,
);
