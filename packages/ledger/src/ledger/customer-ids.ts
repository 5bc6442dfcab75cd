import type { Within } from '../storage/store.ts';

/** Which row is a holder's: it never changes, until the holder is deleted, which whoever locks the row sees. */
export interface CustomerIds {
  find(trx: Within, holders: readonly string[]): Promise<void>;
  get(holder: string): string | undefined;
  forget(holder: string): void;
}

// 16 characters each, beside a digest of 43.
const KEPT = 10_000;

export function createCustomerIds(): CustomerIds {
  const ids = new Map<string, string>();
  return {
    async find(trx, holders) {
      const missing = [...new Set(holders)].filter((holder) => !ids.has(holder));
      if (missing.length === 0) return;
      if (ids.size + missing.length > KEPT) ids.clear();
      const rows = await trx
        .selectFrom('genvoris_customers')
        .select(['id', 'holder'])
        .where(
          'holder',
          'in',
          [...new Set(holders)].filter((holder) => !ids.has(holder)),
        )
        .execute();
      for (const { id, holder } of rows) if (holder !== null) ids.set(holder, id);
    },
    get: (holder) => ids.get(holder),
    forget: (holder) => ids.delete(holder),
  };
}
