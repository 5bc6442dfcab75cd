import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { checkPath } from './storage/check-options.ts';
import { checkEventsKept } from './storage/events-kept.ts';
import { POSTGRES } from './storage/postgres-flavour.ts';
import type { Schema } from './storage/schema.ts';
import { checkPrefix, tablePrefix } from './storage/table-prefix.ts';

/** Options of `createPgliteLedger`. */
export interface PgliteLedgerOptions {
  /** The folder of the database, made if it is not there; one process at a time may use it. Default `genvoris-ledger`. */
  folder?: string | undefined;
  /** What the names of the tables begin with, such as `wp_`. Default: nothing. */
  prefix?: string | undefined;
  /** How many days other senders' events are remembered, from 30 to 3650. Default 400. The shop's own are kept. */
  eventsKeptDays?: number | undefined;
}

/**
 * Creates a ledger in a folder, by PGlite (`@electric-sql/pglite`), which is PostgreSQL within the process. What it has
 * committed survives the end of the process, not that of the power.
 *
 * @throws TypeError that names the option that is wrong
 * @example
 * const ledger = createPgliteLedger({ folder: 'genvoris-ledger' });
 */
export function createPgliteLedger({
  folder = 'genvoris-ledger',
  prefix = '',
  eventsKeptDays,
}: PgliteLedgerOptions = {}): Ledger {
  const kept = checkEventsKept(eventsKeptDays);
  checkPath('folder', folder);
  const db = new Kysely<Schema>({
    dialect: new PGliteDialect({ pglite: () => PGlite.create(folder) }),
    plugins: tablePrefix(checkPrefix(prefix)),
  });
  return createLedger({ db, flavour: POSTGRES, prefix, eventsKeptDays: kept });
}
