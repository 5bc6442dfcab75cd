import { randomUUID } from 'node:crypto';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import mysql from 'mysql2/promise';
import pg from 'pg';

/** One connection of somebody who writes a transaction of plain statements for each step. */
export interface PlainConnection {
  run(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** What one writes first: a balance that is locked and counted down, and the same entries as the ledger's beside it. */
export async function preparePlain({ run }: PlainConnection, shoppers: readonly string[]): Promise<void> {
  await run(
    'create table plain_balances (id varchar(64) primary key, credits bigint not null, held bigint not null)',
  );
  for (const shopper of shoppers)
    await run('insert into plain_balances (id, credits, held) values ($1, 1000000000, 0)', [shopper]);
}

/** The tables that entries are written to: those of a ledger with this prefix, with the indexes they have there. */
export const PLAIN_PREFIX = 'plain_';

const ENTRY =
  'insert into plain_genvoris_credits (customer_id, kind, at, amount, source, ref, hold_id, request_id) values ($1, $2, $3, $4, $5, $6, $7, $8)';

/** Reserves and settles one try-on, each in a transaction of its own. @param lock ` for update`, where there are rows to be locked */
export async function plainTryon(
  { run }: PlainConnection,
  shopper: string,
  lock: string,
  begin = 'begin',
): Promise<void> {
  const id = randomUUID();
  const ref = shopper.padEnd(43, '0');
  const lockRow = async () => {
    const [row] = await run(`select credits, held from plain_balances where id = $1${lock}`, [shopper]);
    return Number(row?.credits);
  };
  await run(begin);
  if ((await lockRow()) < 1) throw new Error('spent');
  await run(ENTRY, [shopper, 'hold', Date.now(), 1, 'credits', ref, id, id]);
  await run('update plain_balances set credits = credits - 1, held = held + 1 where id = $1', [shopper]);
  await run('commit');

  await run(begin);
  await lockRow();
  await run(ENTRY, [shopper, 'capture', Date.now(), 1, 'credits', ref, id, id]);
  await run('update plain_balances set held = held - 1 where id = $1', [shopper]);
  await run('commit');
}

export async function plainPostgres(url: string): Promise<PlainConnection> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    run: async (sql, values = []) => (await client.query(sql, [...values])).rows,
    close: () => client.end(),
  };
}

export async function plainMysql(url: string): Promise<PlainConnection> {
  const connection = await mysql.createConnection(url);
  await connection.query('set session transaction isolation level read committed');
  return {
    run: async (sql, values = []) => {
      const [rows] = await connection.query(sql.replaceAll(/\$\d/g, '?'), [...values]);
      return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    },
    close: () => connection.end(),
  };
}

export function plainSqlite(file: string): PlainConnection {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return {
    run: async (sql, values = []) => {
      const statement = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$\d/g, '?'));
      prepared.set(sql, statement);
      return statement.all(...(values as SQLInputValue[]));
    },
    close: async () => database.close(),
  };
}

export async function plainPglite(folder: string): Promise<PlainConnection> {
  const pglite = await PGlite.create(folder);
  return {
    run: async (sql, values = []) => (await pglite.query<Record<string, unknown>>(sql, [...values])).rows,
    close: () => pglite.close(),
  };
}
