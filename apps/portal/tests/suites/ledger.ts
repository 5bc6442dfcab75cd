import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { checkLedger, verifyLedger } from '../../src/domain/debits/verify-ledger.ts';
import type { TestPortal } from '../kit/test-portal.ts';

// Last of the battery: the ledger of all that the others did.
export function ledger(running: () => TestPortal): void {
  describe('the ledger', () => {
    test('holds after everything that was done', async () => {
      const report = await verifyLedger(running().portal.db);
      expect(report.faults).toEqual([]);
      expect(report.debits).toBeGreaterThan(0);
    });

    test.each([
      'update ledger_entries set amount = amount + 1',
      'delete from ledger_entries',
      'truncate ledger_entries',
    ])('refuses: %s', async (statement) => {
      await expect(sql.raw(statement).execute(running().portal.db)).rejects.toThrow('append-only');
    });

    test.each([
      ['a balance', 'update pools set balance = balance + 1'],
      ['a pack', 'update packs set remaining = remaining - 1'],
      ['a lost try-on', 'delete from tryons'],
      ["a shopper's usage", 'update customers set period_plan_used = period_plan_used + 1'],
    ])('finds %s that does not match', async (_, statement) => {
      const { portal } = running();
      const store = await running().store();
      await store.track({ token: (await store.shopper(3)).token });
      const outcome = portal.db.transaction().execute(async (trx) => {
        await sql.raw(`${statement} where store_id = '${store.storeId}'`).execute(trx);
        throw await verifyWithin(trx, store.storeId);
      });
      await expect(outcome).rejects.toThrow(store.storeId);
    });
  });
}

/** The faults, as an error, so that the transaction is rolled back. */
async function verifyWithin(trx: Parameters<typeof verifyLedger>[0], storeId: string): Promise<Error> {
  const { faults } = await checkLedger(trx);
  return new Error(faults.filter((fault) => fault.includes(storeId)).join('\n'));
}
