import { parseArgs } from 'node:util';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import type { Database } from '../../apps/portal/src/storage/database.ts';
import { openDatabase } from '../../apps/portal/src/storage/open-database.ts';
import { addUp } from './add-up.ts';
import { openShop } from './open-shop.ts';
import { fill, measure } from './record.ts';
import { sell } from './sell.ts';

const { values } = parseArgs({
  options: {
    shoppers: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'pglite,postgres' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'The funnel: simulated shoppers that must add up, events per second beside one statement per event, orders per second gathered beside one by one, and what a day of events leaves behind.\n  --shoppers 100000  --events 1000000  --seconds 3  --only pglite,postgres\n',
  );
  process.exit(0);
}

async function run(storage: string, database: Database): Promise<void> {
  process.stdout.write(`\n### ${storage}\n\n`);
  const shop = await openShop(database);
  process.stdout.write(await addUp(database, shop, Number(values.shoppers)));
  process.stdout.write(await measure(database, await openShop(database), Number(values.seconds)));
  process.stdout.write(await sell(database, await openShop(database), Number(values.seconds)));
  process.stdout.write(await fill(database, await openShop(database), Number(values.events)));
  await database.close();
}

if (values.only.includes('postgres')) {
  const server = await findPostgres();
  if (!server) process.stderr.write(`!!! Not measured: ${NO_POSTGRES}.\n`);
  else {
    await run('PostgreSQL', await openDatabase({ kind: 'postgres', url: server.url, connections: 10 }));
    await server.stop();
  }
}
if (values.only.includes('pglite'))
  await run('PGlite', await openDatabase({ kind: 'pglite', folder: 'memory://' }));
