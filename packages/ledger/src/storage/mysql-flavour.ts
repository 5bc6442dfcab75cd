import { sql } from 'kysely';
import { isSocketError } from './socket-error.ts';
import type { Flavour } from './store.ts';

/** MySQL and MariaDB. */
export const MYSQL: Flavour = {
  name: 'mysql',
  // ER_LOCK_DEADLOCK, ER_LOCK_WAIT_TIMEOUT, and MariaDB's ER_CHECKREAD
  isConflict: (error) => [1213, 1205, 1020].includes(errno(error)),
  isRefusal: (error) => errno(error) >= 1000 && errno(error) < 2000 && ![1053, 1927].includes(errno(error)),
  // ER_SERVER_SHUTDOWN, ER_CONNECTION_KILLED, and mysql2's own
  isLost: (error) =>
    [1053, 1927].includes(errno(error)) ||
    isSocketError(error) ||
    (error as { code?: unknown } | null)?.code === 'PROTOCOL_CONNECTION_LOST',
  // Defining tables commits, so that a lock has to be the connection's.
  alone: (db, name, work) =>
    db.connection().execute(async (connection) => {
      const lock = sql.lit(name);
      const { rows } = await sql<{ got: unknown }>`select get_lock(${lock}, 60) as got`.execute(connection);
      if (Number(rows[0]?.got) !== 1) throw new Error(`Another process keeps the lock ${name} for a minute`);
      try {
        await work(connection);
      } finally {
        await sql`select release_lock(${lock})`.execute(connection);
      }
    }),
};

function errno(error: unknown): number {
  const found = ((error ?? {}) as { errno?: unknown }).errno;
  return typeof found === 'number' ? found : 0;
}
