import { createLedger, type Ledger } from './ledger/ledger.ts';
import { checkPath } from './storage/check-options.ts';
import { checkEventsKept } from './storage/events-kept.ts';
import { openSqlite } from './storage/sqlite-store.ts';
import { checkPrefix } from './storage/table-prefix.ts';

/** Options of `createSqliteLedger`. */
export interface SqliteLedgerOptions {
  /** The file of the database, made if it is not there. Default `genvoris-ledger.sqlite`. */
  file?: string | undefined;
  /** What the names of the tables begin with, such as `wp_`. Default: nothing. */
  prefix?: string | undefined;
  /** How many days other senders' events are remembered, from 30 to 3650. Default 400. The shop's own are kept. */
  eventsKeptDays?: number | undefined;
}

/**
 * Creates a ledger in a file, by the SQLite that is in Node. Any number of processes of one machine may share it.
 *
 * @throws TypeError that names the option that is wrong
 * @throws Error that names the file, for one that cannot be opened
 * @example
 * const ledger = createSqliteLedger({ file: 'genvoris-ledger.sqlite' });
 */
export function createSqliteLedger({
  file = 'genvoris-ledger.sqlite',
  prefix = '',
  eventsKeptDays,
}: SqliteLedgerOptions = {}): Ledger {
  return createLedger(
    openSqlite(checkPath('file', file), checkPrefix(prefix), checkEventsKept(eventsKeptDays)),
  );
}
