import { firstId } from '../../../domain/stats/spans.ts';
import type { Portal } from '../../../runtime/portal.ts';
import type { Health } from '../../health.ts';
import { type FeedItem, recentTryons } from './recent.ts';

export interface Watcher {
  /** The last try-on that it has seen. */
  readonly after: string | undefined;
  tell(item: FeedItem): void;
  end(): void;
}

export interface StoreWatch {
  /** Returns how to leave again. */
  join(storeId: string, watcher: Watcher): () => void;
}

const EVERY_MS = 1_000;
const MOST = 50;
// Ids are made before their rows are committed, so that a row may appear behind a newer one: look back this far (ms).
const LOOK_BACK_MS = 15_000;

/** Asks the database once a second for each store that is watched: try-ons may be made by any process. */
export function watchStores(portal: Portal, health: Health): StoreWatch {
  const stores = new Map<string, Set<Watcher>>();
  return {
    join(storeId, watcher) {
      let watchers = stores.get(storeId);
      if (!watchers) {
        watchers = new Set();
        stores.set(storeId, watchers);
        void poll(storeId, watchers);
      }
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };

  async function poll(storeId: string, watchers: Set<Watcher>): Promise<void> {
    const told = new WeakMap<Watcher, Set<string>>();
    do {
      try {
        await portal.clock.catchUp?.();
        const after = firstId('try_', portal.clock.now().getTime() - LOOK_BACK_MS);
        const items = (await recentTryons(portal.db, storeId, { after, limit: MOST })).reverse();
        for (const watcher of [...watchers]) tellNew(watcher, items, told);
      } catch (error) {
        portal.log.warn({ error, storeId }, 'the feed could not be read');
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS).unref());
      if (health.closing) for (const watcher of [...watchers]) watcher.end();
    } while (watchers.size > 0);
    stores.delete(storeId);
  }
}

function tellNew(watcher: Watcher, items: readonly FeedItem[], told: WeakMap<Watcher, Set<string>>): void {
  const before = told.get(watcher) ?? new Set();
  for (const item of items) {
    if (before.has(item.id) || (watcher.after !== undefined && item.id <= watcher.after)) continue;
    watcher.tell(item);
  }
  told.set(watcher, new Set(items.map(({ id }) => id)));
}
