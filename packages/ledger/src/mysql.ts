import { CompiledQuery, Kysely, MysqlDialect } from 'kysely';
import { createPool } from 'mysql2';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { checkConnections, checkUrl } from './storage/check-options.ts';
import { checkEventsKept } from './storage/events-kept.ts';
import { MYSQL } from './storage/mysql-flavour.ts';
import type { Schema } from './storage/schema.ts';
import { checkPrefix, tablePrefix } from './storage/table-prefix.ts';

/** Options of `createMysqlLedger`. */
export interface MysqlLedgerOptions {
  /** The database: `mysql://user:password@host:3306/name`. */
  url: string;
  /** The most connections of this process. Default 10. */
  connections?: number | undefined;
  /** What the names of the tables begin with, such as `wp_`. Default: nothing. */
  prefix?: string | undefined;
  /** How many days other senders' events are remembered, from 30 to 3650. Default 400. The shop's own are kept. */
  eventsKeptDays?: number | undefined;
}

/**
 * Creates a ledger in MySQL 8 or MariaDB 10.6 and later, by `mysql2`. Any number of processes may share it.
 *
 * @throws TypeError that names the option that is wrong, without its value
 * @example
 * const ledger = createMysqlLedger({ url: process.env.DATABASE_URL ?? '', prefix: 'wp_' });
 */
export function createMysqlLedger({
  url,
  connections = 10,
  prefix = '',
  eventsKeptDays,
}: MysqlLedgerOptions): Ledger {
  const kept = checkEventsKept(eventsKeptDays);
  const db = new Kysely<Schema>({
    dialect: new MysqlDialect({
      pool: createPool({ uri: checkUrl(url, ['mysql']), connectionLimit: checkConnections(connections) }),
      // A row that was waited for is read as it is then, and rows that only stand nearby are not locked.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(
          CompiledQuery.raw('set session transaction isolation level read committed'),
        );
      },
    }),
    plugins: tablePrefix(checkPrefix(prefix)),
  });
  return createLedger({ db, flavour: MYSQL, prefix, eventsKeptDays: kept });
}
