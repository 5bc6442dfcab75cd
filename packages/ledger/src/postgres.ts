import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { checkConnections, checkUrl } from './storage/check-options.ts';
import { checkEventsKept } from './storage/events-kept.ts';
import { POSTGRES } from './storage/postgres-flavour.ts';
import type { Schema } from './storage/schema.ts';
import { checkPrefix, tablePrefix } from './storage/table-prefix.ts';

/** Options of `createPostgresLedger`. */
export interface PostgresLedgerOptions {
  /** The database: `postgres://user:password@host:5432/name`. */
  url: string;
  /** The most connections of this process. Default 10. */
  connections?: number | undefined;
  /** What the names of the tables begin with, such as `wp_`. Default: nothing. */
  prefix?: string | undefined;
  /** How many days other senders' events are remembered, from 30 to 3650. Default 400. The shop's own are kept. */
  eventsKeptDays?: number | undefined;
}

/**
 * Creates a ledger in PostgreSQL 15 or later, by `pg`. Any number of processes may share it.
 *
 * @throws TypeError that names the option that is wrong, without its value
 * @example
 * const ledger = createPostgresLedger({ url: process.env.DATABASE_URL ?? '', prefix: 'shop_' });
 */
export function createPostgresLedger({
  url,
  connections = 10,
  prefix = '',
  eventsKeptDays,
}: PostgresLedgerOptions): Ledger {
  const kept = checkEventsKept(eventsKeptDays);
  const pool = new pg.Pool({
    connectionString: checkUrl(url, ['postgres', 'postgresql']),
    max: checkConnections(connections),
    // A server that takes connections and says nothing would keep every request of the shop waiting for ever.
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks fails what uses it and is replaced. Its event, which nobody needs then, would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: tablePrefix(checkPrefix(prefix)),
  });
  return createLedger({ db, flavour: POSTGRES, prefix, eventsKeptDays: kept });
}
