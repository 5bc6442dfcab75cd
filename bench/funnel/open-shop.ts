import { createStore } from '../../apps/portal/src/domain/stores/create-store.ts';
import type { Database } from '../../apps/portal/src/storage/database.ts';
import { migrate } from '../../apps/portal/src/storage/migrate.ts';

/** A store in a database that is up to date; its id. */
export async function openShop(database: Database): Promise<string> {
  await migrate(database.db);
  const wanted = { name: 'Bench', plan: 'scale', planAllowance: 0, lowBalanceThreshold: 0 } as const;
  return createStore(database.db, wanted, new Date());
}
