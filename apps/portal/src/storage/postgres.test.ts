import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { type Kysely, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { openPostgres } from './postgres.ts';
import type { Schema } from './schema.ts';

const server = await findPostgres({ fsync: 'off' });
if (!server) console.warn(`\n  !!! Broken connections were NOT tested: ${NO_POSTGRES}\n`);
afterAll(() => server?.stop());

async function backend(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? 0;
}

describe.skipIf(!server)('a connection that breaks', () => {
  test('in a transaction fails the transaction, and neither the process nor the next one', async () => {
    const location = { kind: 'postgres', url: server?.url ?? '', connections: 2 } as const;
    const database = await openPostgres(location);
    const failed = database.db.transaction().execute(async (trx) => {
      const pid = await backend(trx);
      await sql`select pg_terminate_backend(${pid}::int)`.execute(database.db);
      // Noticed while nothing is asked of it.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await backend(trx);
    });
    await expect(failed).rejects.toThrow();
    expect(await backend(database.db)).toBeGreaterThan(0);
    await database.close();
  });

  test('of a dedicated connection fails what is under way on it, and the next statement has another', async () => {
    const location = { kind: 'postgres', url: server?.url ?? '', connections: 2 } as const;
    const database = await openPostgres(location);
    const dedicated = database.openDedicated();
    const sleep = dedicated.run({ name: 'sleep', text: 'select pg_sleep(30)' }, []);
    const failed = expect(sleep).rejects.toThrow();
    for (let ended = 0; ended === 0; ) {
      const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'genvoris-portal-lane' and query like '%pg_sleep(30)%' and state = 'active'`.execute(
        database.db,
      );
      ended = rows.length;
    }
    await failed;
    expect(await dedicated.run({ name: 'one', text: 'select 1' }, [])).toEqual([[1]]);
    await dedicated.close();
    await database.close();
  });
});
