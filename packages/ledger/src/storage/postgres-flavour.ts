import { sql } from 'kysely';
import { isSocketError } from './socket-error.ts';
import type { Flavour } from './store.ts';

/** PostgreSQL, embedded or a server. */
export const POSTGRES: Flavour = {
  name: 'postgres',
  // serialization_failure, deadlock_detected
  isConflict: (error) => ['40001', '40P01'].includes(sqlState(error)),
  // Class 57P (shutdown) and 08 have ended the connection too.
  isRefusal: (error) => /^(?=.*\d)[0-9A-Z]{5}$/.test(sqlState(error)) && !/^(57P|08)/.test(sqlState(error)),
  isLost: (error) =>
    /^(57P|08)/.test(sqlState(error)) ||
    isSocketError(error) ||
    // As pg itself tells of it, the second where a transaction is to be rolled back that has no connection any more.
    /^(Connection terminated|Client (has encountered a connection error|was closed))/.test(messageOf(error)),
  alone: (db, name, work) =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
      await work(trx);
    }),
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function sqlState(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
