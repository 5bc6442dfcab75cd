import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The shop's own database, as any shop has one. What shoppers may try on is not in it: the ledger keeps that. */
export type Database = DatabaseSync;

// Orders carry their lines as JSON, and events the bytes that are signed and sent.
const TABLES = `
  create table if not exists settings (name text primary key, value text not null);
  create table if not exists shoppers (id integer primary key autoincrement, name text not null, email text not null unique);
  create table if not exists orders (
    id text primary key, placed_at text not null, shopper_id integer, email text, lines text not null,
    state text not null, refunds integer not null default 0
  );
  create table if not exists subscriptions (id text primary key, shopper_id integer not null, state text not null);
  create table if not exists shop_events (
    place integer primary key autoincrement, id text not null unique, at text not null, body text not null,
    order_id text, shopper_id integer, status integer, request_id text, receipt text
  );
  create table if not exists debits (
    event_id text primary key, at text not null, request_id text, external_id text, product text, pool integer not null,
    used integer, "limit" integer
  );
`;

/** The shop's database cannot be had; the message says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** Opens the shop's database in this folder, and makes it the first time. */
export function openDatabase(folder: string): Database {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, 'shop.sqlite'));
    database.exec(`pragma journal_mode = wal; ${TABLES}`);
    return database;
  } catch (error) {
    throw new DatabaseError(
      `The shop's database could not be opened in ${folder}: ${(error as Error).message}\n--data names another folder; remove this one to start over.`,
      { cause: error },
    );
  }
}

/** Runs the work as one change: all of it is kept, or nothing. */
export function inTransaction<Result>(database: Database, work: () => Result): Result {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
