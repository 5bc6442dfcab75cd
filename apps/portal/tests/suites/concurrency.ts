import { describe, expect, test } from 'vitest';
import { createGroupCommit } from '../../src/domain/debits/group-commit.ts';
import { newId } from '../../src/foundation/ids.ts';
import type { TestPortal } from '../kit/test-portal.ts';

export function concurrency(running: () => TestPortal): void {
  describe('debits at the same time', () => {
    test('of several connections and stores lose and double nothing, keys repeated at random', async () => {
      const { portal, clock } = running();
      const stores = await Promise.all([40, 25, 60].map((credits) => running().store({ credits })));
      // As many connections as there would be processes; on PGlite they share its one connection.
      const opened = [1, 2, 3].map(() => portal.database.openDedicated());
      const commits = opened.map(({ run }) => createGroupCommit({ run, clock, batchSize: 16 }));
      const report = {
        product_type: 'apparel',
        product_title: null,
        page_url: null,
        origin: null,
        variation_count: 1,
        generation_time_ms: 1,
      };
      const work = stores.flatMap((store, s) =>
        Array.from({ length: 90 }, (_, n) => {
          const key = n % 2 === 0 ? `k${n % 30}` : undefined;
          const commit = commits[(n + s) % commits.length];
          const debit = commit?.debit({
            tryonId: newId('try_', clock.now()),
            storeId: store.storeId,
            keyId: store.keyId,
            keyRevision: 1,
            idempotency: key === undefined ? undefined : { key, hash: `${store.storeId} ${key}` },
            success: true,
            report,
          });
          return debit?.then((result) => ({ storeId: store.storeId, key, ...result }));
        }),
      );
      const results = (await Promise.all(work)).filter((result) => result !== undefined);
      await Promise.all(opened.map((connection) => connection.close()));
      for (const [n, store] of stores.entries()) {
        const mine = results.filter(
          ({ storeId, outcome }) => storeId === store.storeId && outcome === 'debited',
        );
        const told = new Set(mine.map(({ key, remainingCredits }) => `${key ?? 'none'} ${remainingCredits}`))
          .size;
        const { balance } = await portal.db
          .selectFrom('pools')
          .select('balance')
          .where('store_id', '=', store.storeId)
          .executeTakeFirstOrThrow();
        const { rows } = await portal.db
          .selectFrom('tryons')
          .select((count) => count.fn.countAll<string>().as('rows'))
          .where('store_id', '=', store.storeId)
          .executeTakeFirstOrThrow();
        expect(told).toBe(Number(rows));
        expect(balance).toBe(([40, 25, 60][n] ?? 0) - Number(rows));
      }
    });

    test('with grants revoked and plans changed meanwhile never overdraw', async () => {
      const store = await running().store({ credits: 500 });
      const { id, token } = await store.shopper(5);
      await store.call('createGrant', { params: { id }, body: { orderId: 'o1', amount: 40 } });
      const tracks = Array.from({ length: 60 }, () => store.track({ token }));
      const [revoked] = await Promise.all([
        store.call('revokeGrant', { params: { id, orderId: 'o1' } }),
        store.call('updateCustomer', { params: { id }, body: { email: 'a@shop.example' } }),
        ...tracks,
      ]);
      const debited = (await Promise.all(tracks)).filter(({ status }) => status === 200).length;
      expect(debited).toBe(5 + revoked.body.spent);
    });
  });
}
