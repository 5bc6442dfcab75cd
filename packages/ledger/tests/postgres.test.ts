import { emptyDatabase } from '@genvoris/testing/empty-database';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { afterAll, beforeAll, describe } from 'vitest';
import { battery } from './battery.ts';
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
  battery({ create: () => createAt(place('shop_')), place, runs: 3 });
});
