import type { Kysely, LogEvent } from 'kysely';
import type { Schema } from './schema.ts';

/** One opened database, embedded or a server. Both speak the same SQL. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Kysely<Schema>;
  /**
   * Runs one statement outside Kysely, on a connection kept for it, rows as arrays. Debits use it: the statement
   * is prepared once and its plan stays.
   */
  readonly runDedicated: RunStatement;
  /** Another such connection, for what must not wait behind debits. PGlite has but one connection for all. */
  openDedicated(): DedicatedConnection;
  close(): Promise<void>;
}

export interface DedicatedConnection {
  readonly run: RunStatement;
  close(): Promise<void>;
}

export type RunStatement = (
  statement: NamedStatement,
  values: readonly unknown[],
) => Promise<readonly unknown[][]>;

export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

export type DatabaseLocation =
  | { readonly kind: 'pglite'; readonly folder: string }
  | ({ readonly kind: 'postgres' } & PostgresLocation);

export interface PostgresLocation {
  readonly url: string;
  /** The most connections, besides the dedicated ones. */
  readonly connections: number;
  /** Hears what the server says beside its answers. */
  readonly onNotice?: OnNotice;
}

export type OnNotice = (message: string) => void;

/** Is told of each statement of Kysely's, as it is over. */
export type OnQuery = (event: LogEvent) => void;
