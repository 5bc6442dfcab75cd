import { passTime } from '../book/pass-time.ts';
import type { Store } from '../storage/store.ts';
import { retrying, transact } from '../storage/transaction.ts';
import { openAccounts } from './opened-accounts.ts';
import { pruneEvents } from './prune-events.ts';

const ACCOUNTS_AT_ONCE = 100;

/** Writes down what time has done to every account by then, and drops what is old of others' events. */
export async function sweep(
  store: Store,
  { at }: { at: number },
): Promise<{ released: number; expired: number }> {
  await pruneEvents(store, { at });
  const done = { released: 0, expired: 0 };
  for (;;) {
    const due = await retrying(store, () =>
      store.db
        .selectFrom('genvoris_customers')
        .select('id')
        .where('next_due', '<=', at)
        .orderBy('next_due')
        .limit(ACCOUNTS_AT_ONCE)
        .execute(),
    );
    if (due.length === 0) return done;
    const swept = await transact(store, async (trx) => {
      const accounts = openAccounts(store, trx);
      const ids = due.map(({ id }) => id);
      await accounts.open(ids);
      const counts = { released: 0, expired: 0 };
      for (const id of ids) {
        const opened = accounts.get(id);
        if (!opened) continue;
        passTime(opened.account, at, (entry) => {
          if (entry.kind === 'lapse') counts.released += 1;
          if (entry.kind === 'expire') counts.expired += entry.amount ?? 0;
          opened.write(entry);
        });
      }
      await accounts.saveSwept();
      return counts;
    });
    done.released += swept.released;
    done.expired += swept.expired;
  }
}
