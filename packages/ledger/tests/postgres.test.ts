import { emptyDatabase } from '@genvoris/testing/empty-database';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POSTGRES } from '../src/storage/postgres-flavour.ts';
import { battery, newShopper, paid, request } from './battery.ts';
import { createAt } from './place.ts';

const server = await findPostgres({ fsync: 'off' });
if (!server) process.stderr.write(`!!! The ledger is not tested on PostgreSQL: ${NO_POSTGRES}.\n`);

describe.skipIf(!server)('PostgreSQL', () => {
  let url = '';
  beforeAll(async () => {
    if (server) url = await emptyDatabase(server);
  });
  afterAll(() => server?.stop());
  const place = (prefix: string) => ({ kind: 'postgres', url, prefix }) as const;
  it('settles what was held when its connections are cut', async () => {
    const ledger = await createAt(place('cut_'));
    await ledger.open();
    const shopper = newShopper();
    await ledger.applyOrder(paid(shopper));
    const { at } = request();
    const all = await Promise.all(Array.from({ length: 3 }, () => ledger.reserve(shopper, request())));
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()';
    const settled = all.map((held) => held.kind === 'held' && ledger.settle(held.id, { at, requestId: 'a' }));
    for (let turn = 0; turn < 5; turn += 1) await admin.query(cut);
    await Promise.all(settled);
    await admin.end();
    expect((await ledger.allowance(shopper, { at: at + 3_600_000, freeSince: 0 })).credits).toBe(2);
    await ledger.close();
  });

  it('knows a connection that was cut, and whatever is asked of it afterwards', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const ended = new Promise<Error>((resolve) => client.once('error', resolve));
    const cut = await client.query('select pg_terminate_backend(pg_backend_pid())').catch((error) => error);
    await ended;
    const rollback = await client.query('rollback').catch((error) => error);
    expect([cut, rollback].map((error) => [String(error), POSTGRES.isLost(error)])).toEqual([
      [String(cut), true],
      [String(rollback), true],
    ]);
  });

  battery({ create: () => createAt(place('shop_')), place, runs: 3 });
});
