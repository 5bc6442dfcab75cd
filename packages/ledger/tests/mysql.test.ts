import { randomUUID } from 'node:crypto';
import { givenMariadb, NO_MARIADB, startMariadb } from '@genvoris/testing/mariadb-server';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe } from 'vitest';
import { battery } from './battery.ts';
import { createAt } from './place.ts';

const server = givenMariadb() === undefined ? await startMariadb() : undefined;
const url = givenMariadb() ?? server?.url;
// What is on the disk matters to nobody here.
server?.run('set global innodb_flush_log_at_trx_commit = 0');
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
  battery({ create: () => createAt(place('wp_')), place, runs: 3 });
});
