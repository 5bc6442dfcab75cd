import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** An opened database, and what it does in its own way. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly flavour: Flavour;
  readonly prefix: string;
  /** How long what others sent is remembered, in days. */
  readonly eventsKeptDays: number;
}

export interface Flavour {
  readonly name: 'sqlite' | 'postgres' | 'mysql';
  /** Whether an error has undone a whole transaction that may be tried again as it was. */
  isConflict(error: unknown): boolean;
  /** Whether the database has refused a statement, and is there for the next one. */
  isRefusal(error: unknown): boolean;
  /** Whether the connection is gone, or there was none to be had: nobody knows what became of a transaction. */
  isLost(error: unknown): boolean;
  /** Runs the work while no other process does so for the same prefix. */
  alone(db: Kysely<Schema>, name: string, work: (db: Kysely<Schema>) => Promise<void>): Promise<void>;
}

export type Within = Transaction<Schema>;
