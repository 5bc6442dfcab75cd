import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Ledger } from '@genvoris/ledger';
import { createMysqlLedger } from '@genvoris/ledger/mysql';
import { createPgliteLedger } from '@genvoris/ledger/pglite';
import { createPostgresLedger } from '@genvoris/ledger/postgres';
import { createSqliteLedger } from '@genvoris/ledger/sqlite';
import { NO_MARIADB, startMariadb } from '@genvoris/testing/mariadb-server';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { type Measured, measure } from './measure.ts';
import {
  PLAIN_PREFIX,
  type PlainConnection,
  plainMysql,
  plainPglite,
  plainPostgres,
  plainSqlite,
  plainTryon,
  preparePlain,
} from './plain.ts';
import { compareStatus } from './status.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    clients: { type: 'string', default: '1,64' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'sqlite,pglite,postgres,mysql' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'Reserve and settle per second: the ledger beside one plain transaction per step. Status with a ledger and without.\n  --seconds 2  --clients 1,64  --rounds 3  --only sqlite,pglite,postgres,mysql\n',
  );
  process.exit(0);
}
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'genvoris-bench-'));
const SHOPPERS = Array.from({ length: 64 }, (_, n) => `external_${n}` as const);

interface Cell extends Measured {
  readonly name: string;
  readonly case: string;
}
const cells: Cell[] = [];
const statuses: string[] = [];

interface Plain {
  connect(): Promise<PlainConnection>;
  /** How many connections there can be. */
  readonly most: number;
  readonly lock: string;
  readonly begin?: string;
}

async function compare(database: string, create: (prefix: string) => Ledger, plain: Plain): Promise<void> {
  const tables = create(PLAIN_PREFIX);
  await tables.open();
  await tables.close();
  const ledger = create('');
  await ledger.open();
  const grant = { source: 'credits', amount: 1_000_000_000, expiresAt: null } as const;
  for (const shopper of SHOPPERS)
    await ledger.applyOrder({
      ...{ kind: 'paid', eventId: shopper, orderId: shopper, at: Date.now(), holder: { shopper } },
      ...{ totalCents: 1, grant },
    });
  const first = await plain.connect();
  await preparePlain(first, SHOPPERS);
  await first.close();

  for (const clients of values.clients.split(',').map(Number)) {
    const connections = await Promise.all(
      Array.from({ length: Math.min(clients, plain.most) }, () => plain.connect()),
    );
    const turns = connections.map(() => Promise.resolve());
    for (const hot of clients === 1 ? [true] : [true, false]) {
      const shopperOf = (client: number) => SHOPPERS[hot ? 0 : client % SHOPPERS.length] ?? 'external_0';
      const title = `${database}, ${clients === 1 ? '1 client' : `${clients} clients, ${hot ? 'one hot shopper' : 'a shopper each'}`}`;
      const contenders: Record<string, (client: number) => Promise<void>> = {
        'one transaction per step': (client) => {
          const at = client % connections.length;
          const own = connections[at] as PlainConnection;
          const mine = (turns[at] as Promise<void>).then(() =>
            plainTryon(own, shopperOf(client), plain.lock, plain.begin),
          );
          turns[at] = mine;
          return mine;
        },
        'the ledger': async (client) => {
          const at = Date.now();
          const requestId = randomUUID();
          const held = await ledger.reserve(shopperOf(client), {
            ...{ at, until: at + 300_000, free: null, requestId },
          });
          if (held.kind !== 'held') throw new Error('spent');
          await ledger.settle(held.id, { at: Date.now(), requestId });
        },
      };
      for (let round = 0; round < rounds; round += 1)
        for (const [name, step] of Object.entries(contenders)) {
          process.stderr.write(`${title}: ${name}\n`);
          cells.push({ name, case: title, ...(await measure(clients, seconds, step)) });
        }
    }
    await Promise.all(connections.map((connection) => connection.close()));
  }
  for (const clients of values.clients.split(',').map(Number)) {
    process.stderr.write(`${database}, ${clients} clients: status\n`);
    const { without, with: asked } = await compareStatus(ledger, SHOPPERS, { seconds, clients, rounds });
    statuses.push(
      `| ${database}, ${clients} ${clients === 1 ? 'client' : 'clients'} | ${without.p50.toFixed(2)} | ${asked.p50.toFixed(2)} | ${(without.perSecond / asked.perSecond).toFixed(2)} |`,
    );
  }
  const { problems } = await ledger.verify();
  if (problems.length > 0) {
    process.exitCode = 1;
    process.stderr.write(`${problems.join('\n')}\n`);
  }
  await ledger.close();
}

try {
  if (values.only.includes('sqlite'))
    await compare('SQLite', (prefix) => createSqliteLedger({ file: join(folder, 'shop.sqlite'), prefix }), {
      connect: async () => plainSqlite(join(folder, 'shop.sqlite')),
      ...{ most: 1, lock: '', begin: 'begin immediate' },
    });
  if (values.only.includes('pglite'))
    await compare(
      'PGlite',
      (prefix) => createPgliteLedger({ folder: join(folder, prefix || 'ledger'), prefix }),
      {
        connect: () => plainPglite(join(folder, PLAIN_PREFIX)),
        ...{ most: 1, lock: ' for update' },
      },
    );
  if (values.only.includes('postgres')) {
    const server = await findPostgres();
    if (!server) process.stderr.write(`!!! Not measured: ${NO_POSTGRES}.\n`);
    else
      try {
        await compare('PostgreSQL', (prefix) => createPostgresLedger({ url: server.url, prefix }), {
          connect: () => plainPostgres(server.url),
          ...{ most: 64, lock: ' for update' },
        });
      } finally {
        await server.stop();
      }
  }
  if (values.only.includes('mysql')) {
    const server = await startMariadb();
    if (!server) process.stderr.write(`!!! Not measured: ${NO_MARIADB}.\n`);
    else
      try {
        server.run('create database ledger');
        const url = `${server.url}/ledger`;
        await compare('MariaDB', (prefix) => createMysqlLedger({ url, prefix }), {
          connect: () => plainMysql(url),
          ...{ most: 64, lock: ' for update' },
        });
      } finally {
        await server.stop();
      }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

process.stdout.write(
  `# Ledger\n\n${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, ${values.rounds} rounds of ${seconds} s in turn, the median of each.\n\n| reserve and settle | plain, per second | ledger, per second | ledger ÷ plain | plain p99 ms | ledger p99 ms |\n|---|---:|---:|---:|---:|---:|\n`,
);
for (const title of new Set(cells.map((cell) => cell.case))) {
  const [plain, ours] = ['one transaction per step', 'the ledger'].map((name) => {
    const all = cells.filter((cell) => cell.case === title && cell.name === name);
    return all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)];
  });
  if (!plain || !ours) continue;
  process.stdout.write(
    `| ${title} | ${Math.round(plain.perSecond)} | ${Math.round(ours.perSecond)} | ${(ours.perSecond / plain.perSecond).toFixed(2)} | ${plain.p99.toFixed(1)} | ${ours.p99.toFixed(1)} |\n`,
  );
}
process.stdout.write(
  `\n| \`GET /status\` | without, p50 ms | with, p50 ms | time with ÷ without |\n|---|---:|---:|---:|\n${statuses.join('\n')}\n`,
);
