import { setTimeout as sleep } from 'node:timers/promises';
import type { Store, Within } from './store.ts';

// Many processes at one SQLite file wait for each other here, and so do MySQL's deadlocks.
const PATIENCE_MS = 30_000;

/** Runs the work in a transaction, again where others were in its way. */
export function transact<Result>(store: Store, work: (trx: Within) => Promise<Result>): Promise<Result> {
  return retrying(store, () => store.db.transaction().execute(work));
}

/** Repeats what others were in the way of. */
export async function retrying<Result>(
  { flavour }: Pick<Store, 'flavour'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Outdated) && !flavour.isConflict(error)) throw error;
      if (performance.now() >= end) throw error;
    }
    await sleep(Math.random() * Math.min(20, 2 * attempt));
  }
}

// A database is started again within seconds; a shopper's picture is made by then, and waits.
const RESTART_MS = 15_000;

/** Repeats what may be done twice until the database is there again. */
export async function outliving<Result>(
  { flavour }: Pick<Store, 'flavour'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const end = performance.now() + RESTART_MS;
  for (let wait = 50; ; wait = Math.min(1_000, 2 * wait)) {
    try {
      return await work();
    } catch (error) {
      if (!flavour.isLost(error) || performance.now() + wait >= end) throw error;
    }
    await sleep(wait);
  }
}

/** What was known before the transaction is not so any more. */
export class Outdated extends Error {
  constructor() {
    super('Others have changed it meanwhile');
    this.name = 'Outdated';
  }
}
