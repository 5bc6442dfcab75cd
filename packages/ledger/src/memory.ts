import { createLedger, type Ledger } from './ledger/ledger.ts';
import { checkEventsKept } from './storage/events-kept.ts';
import { openSqlite } from './storage/sqlite-store.ts';

/**
 * Creates a ledger that is gone once it is closed, for tests and for trying things out: SQLite in memory.
 *
 * @example
 * const ledger = createMemoryLedger();
 */
export function createMemoryLedger(): Ledger {
  return createLedger(openSqlite(':memory:', '', checkEventsKept()));
}
