import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Flavour, Store } from './store.ts';
import { tablePrefix } from './table-prefix.ts';

/** @param file where it is kept; `:memory:` for as long as it is open */
export function openSqlite(file: string, prefix: string, eventsKeptDays: number): Store {
  const database = openFile(file);
  // Waiting is ours to do: SQLite's would stop the whole process.
  database.exec('pragma busy_timeout = 0');
  return {
    db: new Kysely<Schema>({
      dialect: new SqliteDialect({ database: toKysely(database) }),
      plugins: tablePrefix(prefix),
    }),
    flavour: SQLITE,
    prefix,
    eventsKeptDays,
  };
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    // Node's own says neither which file nor what to do.
    throw new Error(
      `@genvoris/ledger: ${file} cannot be opened; its folder has to be there, and this process has to be let write there`,
      { cause },
    );
  }
}

// What stays prepared; statements differ by how many rows they have.
const STATEMENTS = 200;

function toKysely(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      // A transaction that begins by reading could not be sure to write later.
      const sql = text === 'begin' ? 'begin immediate' : text;
      let statement = prepared.get(sql);
      if (!statement) {
        if (prepared.size >= STATEMENTS) prepared.clear();
        statement = toStatement(database.prepare(sql));
        prepared.set(sql, statement);
      }
      return statement;
    },
  };
}

function toStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

const SQLITE: Flavour = {
  name: 'sqlite',
  // SQLITE_BUSY, SQLITE_LOCKED and what they are extended to.
  isConflict: (error) => [5, 6].includes(code(error) & 0xff),
  isRefusal: (error) => code(error) > 0,
  isLost: () => false,
  async alone(db, _, work) {
    // Not when the file is opened: with other processes that begin at that moment, it may have to be tried again.
    await sql`pragma journal_mode = wal`.execute(db);
    // Commits are on the disk before they are answered.
    await sql`pragma synchronous = full`.execute(db);
    await db.transaction().execute(work);
  },
};

function code(error: unknown): number {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : 0;
}
