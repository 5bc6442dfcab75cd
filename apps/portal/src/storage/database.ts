import type { Kysely, LogEvent } from 'kysely';
import type { Schema } from './schema.ts';

/** One opened database, embedded or a server. Both speak the same SQL. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Kysely<Schema>;
  /**
   * Runs one statement outside Kysely, on a connection kept for it, rows as arrays. The debit lane uses it:
   * the statement is prepared once and its plan stays.
   */
  readonly lane: Lane;
  /** Another lane, for whoever must not wait behind debits. PGlite has but one connection for all. */
  openLane(): OpenLane;
  close(): Promise<void>;
}

export interface OpenLane {
  readonly run: Lane;
  close(): Promise<void>;
}

export type Lane = (statement: LaneStatement, values: readonly unknown[]) => Promise<readonly unknown[][]>;

export interface LaneStatement {
  readonly name: string;
  readonly text: string;
}

export type DatabaseLocation =
  | { readonly kind: 'pglite'; readonly folder: string }
  | ({ readonly kind: 'postgres' } & PostgresLocation);

export interface PostgresLocation {
  readonly url: string;
  /** The most connections, besides one for each lane. */
  readonly connections: number;
  /** Hears what the server says beside its answers. */
  readonly onNotice?: OnNotice;
}

export type OnNotice = (message: string) => void;

/** Is told of each statement of Kysely's, as it is over. */
export type OnQuery = (event: LogEvent) => void;
