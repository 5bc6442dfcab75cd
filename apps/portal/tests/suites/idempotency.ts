import { describe, expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;

export function idempotency(running: () => TestPortal): void {
  describe('Idempotency-Key', () => {
    const headers = { 'idempotency-key': 'one and the same' };

    test('another operation with the key is a conflict', async () => {
      const store = await running().store();
      await store.call('createPlan', { body: { name: 'Style club', monthlyTryOns: 5 }, headers });
      const elsewhere = await store.call('upsertCustomer', { body: { externalId: 'wp_1' }, headers });
      expect([elsewhere.status, elsewhere.body.error]).toEqual([422, 'idempotency_conflict']);
    });

    test('a refused request leaves the key free', async () => {
      const store = await running().store();
      const body = { externalId: 'wp_1', planId: 'pln_UNKNOWN000' };
      expect((await store.call('upsertCustomer', { body, headers })).status).toBe(403);
      expect((await store.call('upsertCustomer', { body: { externalId: 'wp_1' }, headers })).status).toBe(
        201,
      );
    });

    test('a token that is answered again is the same, and is not kept readable', async () => {
      const store = await running().store();
      const { id } = await store.shopper(5);
      const mint = () => store.call('createSession', { params: { id }, headers });
      const first = await mint();
      expect((await mint()).body).toEqual(first.body);
      const [row] = await running()
        .portal.db.selectFrom('idempotency_keys')
        .select('answer')
        .where('store_id', '=', store.storeId)
        .execute();
      expect(JSON.stringify(row)).not.toContain(first.body.token);
    });

    test('a repeated debit gets its answer, in one batch or two, even with a token that has expired', async () => {
      const store = await running().store({ credits: 10 });
      const { token } = await store.shopper(5);
      const debit = () => store.track({ token, idempotencyKey: 'd1' });
      const replies = await Promise.all([debit(), debit(), debit()]);
      for (const { status, body } of replies) {
        expect(status).toBe(200);
        expect(body).toMatchObject({ remaining_credits: 9, end_customer_quota: { used: 1 } });
      }
      running().clock.advance(3_600_000);
      expect((await debit()).body).toEqual(replies[0]?.body);
      const other = await store.track({ token, idempotencyKey: 'd1', body: { variation_count: 1 } });
      expect(other.body.error).toBe('idempotency_conflict');
    });

    test('a refusal of a debit is repeated too', async () => {
      const store = await running().store({ credits: 0 });
      for (const _ of [1, 2]) {
        expect((await store.track({ idempotencyKey: 'd1' })).body.error).toBe('credit_limit_reached');
      }
    });

    test('answers are forgotten after a day, sessions after thirty, and nothing that may still be asked for', async () => {
      const store = await running().store();
      const { id } = await store.shopper(5);
      await store.call('createPlan', { body: { name: 'a', monthlyTryOns: 1 }, headers });
      const { portal, clock } = running();
      const kept = async () => {
        await portal.housekeeping.sweep();
        const count = (table: 'idempotency_keys' | 'sessions') =>
          portal.db.selectFrom(table).select('store_id').where('store_id', '=', store.storeId).execute();
        return [(await count('idempotency_keys')).length, (await count('sessions')).length];
      };
      expect(await kept()).toEqual([1, 1]);
      clock.advance(DAY_MS + 1_000);
      await store.call('createSession', { params: { id } });
      expect(await kept()).toEqual([0, 2]);
      clock.advance(30 * DAY_MS);
      expect(await kept()).toEqual([0, 1]);
    });

    test('after a day the key is free', async () => {
      const store = await running().store({ credits: 10 });
      const body = { name: 'Style club', monthlyTryOns: 5 };
      await store.call('createPlan', { body, headers });
      await store.track({ idempotencyKey: 'd1' });
      running().clock.advance(DAY_MS + 1_000);
      expect((await store.call('createPlan', { body: { ...body, monthlyTryOns: 6 }, headers })).status).toBe(
        201,
      );
      expect((await store.track({ idempotencyKey: 'd1' })).body.remaining_credits).toBe(8);
    });
  });
}
