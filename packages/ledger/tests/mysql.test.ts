import { randomUUID } from 'node:crypto';
import { givenMariadb, NO_MARIADB, startMariadb } from '@genvoris/testing/mariadb-server';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { battery, newShopper, paid, request } from './battery.ts';
import { createAt } from './place.ts';

const server = givenMariadb() === undefined ? await startMariadb() : undefined;
const url = givenMariadb() ?? server?.url;
// Commits have to outlive the server here, not the machine.
server?.run('set global innodb_flush_log_at_trx_commit = 2');
if (url === undefined)
  process.stderr.write(`!!! The ledger is not tested on MySQL or MariaDB: ${NO_MARIADB}.\n`);

describe.skipIf(url === undefined)('MariaDB', () => {
  const database = `ledger_${randomUUID().slice(0, 8)}`;
  const run = async (sql: string) => {
    const connection = await mysql.createConnection(url ?? '');
    await connection.query(sql);
    await connection.end();
  };
  beforeAll(() => run(`create database ${database}`));
  afterAll(async () => {
    await run(`drop database ${database}`);
    await server?.stop();
  });
  const place = (prefix: string) => ({ kind: 'mysql', url: `${url}/${database}`, prefix }) as const;
  it.runIf(server)('settles what was held when the server is killed and started again', async () => {
    const ledger = await createAt(place('killed_'));
    await ledger.open();
    const shopper = newShopper();
    await ledger.applyOrder(paid(shopper));
    const { at } = request();
    const held = await ledger.reserve(shopper, request());
    await server?.kill('SIGKILL');
    const settled = held.kind === 'held' && ledger.settle(held.id, { at, requestId: 'a' });
    await server?.start();
    await settled;
    expect((await ledger.allowance(shopper, { at: at + 3_600_000, freeSince: 0 })).credits).toBe(4);
    expect((await ledger.verify({ at })).problems).toEqual([]);
    await ledger.close();
  });

  battery({ create: () => createAt(place('wp_')), place, runs: 3 });
});
