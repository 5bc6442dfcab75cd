import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NO_MARIADB, startMariadb } from '@genvoris/testing/mariadb-server';
import { NO_POSTGRES } from '@genvoris/testing/postgres-server';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { startCluster } from '../cluster.ts';

export const DATABASES = ['sqlite', 'postgres', 'mysql'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Where a shop process finds its ledger. */
export type LedgerPlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres' | 'mysql'; readonly url: string };

/** The database that the shop processes share. */
export interface LedgerDatabase {
  readonly place: LedgerPlace;
  /** Kills its server, or a part of it, and has it run again; undefined where there is none to kill. */
  readonly kill: ((random: () => number) => Promise<void>) | undefined;
  /** All rows of a table, in the order given, read straight from it. */
  rows(table: string, order: string): Promise<Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** @throws Error where that database is not installed */
export async function startLedgerDatabase(name: DatabaseName): Promise<LedgerDatabase> {
  return { sqlite: startSqlite, postgres: startPostgres, mysql: startMysql }[name]();
}

async function startSqlite(): Promise<LedgerDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-crash-'));
  const file = join(folder, 'ledger.sqlite');
  return {
    place: { kind: 'sqlite', file },
    // Its server is each of the shop processes.
    kill: undefined,
    async rows(table, order) {
      const database = new DatabaseSync(file);
      try {
        return database.prepare(`select * from ${table} order by ${order}`).all();
      } finally {
        database.close();
      }
    },
    async stop() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPostgres(): Promise<LedgerDatabase> {
  const cluster = await startCluster();
  if (!cluster) throw new Error(NO_POSTGRES);
  const { url, stop } = cluster;
  return {
    place: { kind: 'postgres', url },
    async kill(random) {
      if (random() >= 0.5 || !cluster.killBackend(random)) await cluster.killServer();
      await cluster.ready();
    },
    async rows(table, order) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(`select * from ${table} order by ${order}`)).rows;
      } finally {
        await client.end();
      }
    },
    stop,
  };
}

async function startMysql(): Promise<LedgerDatabase> {
  const server = await startMariadb();
  if (!server) throw new Error(NO_MARIADB);
  server.run('create database shop character set utf8mb4');
  const url = `${server.url}/shop`;
  return {
    place: { kind: 'mysql', url },
    async kill() {
      await server.kill('SIGKILL');
      await server.start();
    },
    async rows(table, order) {
      const connection = await mysql.createConnection({ uri: url });
      try {
        const [rows] = await connection.query<mysql.RowDataPacket[]>(
          `select * from ${table} order by ${order}`,
        );
        return rows;
      } finally {
        await connection.end();
      }
    },
    stop: () => server.stop(),
  };
}
