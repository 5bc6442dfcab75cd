import { describe, expect, test } from 'vitest';
import { PERIOD_MS } from '../../src/domain/period.ts';
import type { TestPortal } from '../kit/test-portal.ts';

export function customers(running: () => TestPortal): void {
  describe('customers', () => {
    test('an upsert that gives nothing changes nothing, the period least of all', async () => {
      const store = await running().store();
      const first = await store.call('upsertCustomer', {
        body: { externalId: 'wp_1', email: 'a@shop.example' },
      });
      running().clock.advance(5_000);
      const again = await store.call('upsertCustomer', { body: { externalId: 'wp_1' } });
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual(first.body);
    });

    test('only resetPeriod moves the period; what was used goes into the history', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(3);
      await store.track({ token });
      await store.track({ token });
      running().clock.advance(60_000);
      const reset = await store.call('updateCustomer', { params: { id }, body: { resetPeriod: true } });
      const { data } = (await store.call('getCustomerUsage', { params: { id } })).body;
      expect(data.current).toEqual({ used: 0, limit: 3, remaining: 3, ok: true });
      expect(data.period_start).toBe(reset.body.periodStart);
      expect(data.history).toMatchObject([{ used: 2, limit: 3, period_end: reset.body.periodStart }]);
    });

    test('a lapsed period reads as rolled, and rolls on the next use with an event', async () => {
      const store = await running().store();
      const { id, externalId } = await store.shopper(3);
      const session = await store.call('createSession', { params: { id } });
      await store.track({ token: session.body.token });
      const before = (await store.call('getCustomer', { params: { id } })).body;
      running().clock.advance(2 * PERIOD_MS + 1_000);
      const start = new Date(Date.parse(before.periodStart) + 2 * PERIOD_MS).toISOString();
      const read = (await store.call('getCustomerUsage', { params: { id } })).body.data;
      expect(read).toMatchObject({ period_start: start, current: { used: 0, remaining: 3 } });
      expect(read.history).toMatchObject([{ period_start: before.periodStart, used: 1, limit: 3 }]);
      // Reading moves nothing; a debit does.
      expect((await store.call('getCustomer', { params: { id } })).body.periodStart).toBe(before.periodStart);
      const { body } = await store.call('createSession', { params: { id } });
      await store.track({ token: body.token });
      expect((await store.call('getCustomer', { params: { id } })).body.periodStart).toBe(start);
      const rolled = await eventsOf(running(), store.storeId, 'end_customer.period_rolled');
      expect(rolled).toMatchObject([
        {
          customer_id: id,
          external_id: externalId,
          previous: { used: 1 },
          current: { period_start: start, used: 0 },
        },
      ]);
    });

    test('cancelling twice is told of once', async () => {
      const store = await running().store();
      const { id } = await store.shopper(3);
      for (const _ of [1, 2]) await store.call('cancelCustomer', { params: { id } });
      expect(await eventsOf(running(), store.storeId, 'end_customer.cancelled')).toHaveLength(1);
    });

    test('metadata is measured in bytes', async () => {
      const store = await running().store();
      const upsert = async (text: string) =>
        (await store.call('upsertCustomer', { body: { externalId: 'wp_1', metadata: { text } } })).body.error;
      expect(await upsert('é'.repeat(2_100))).toBe('metadata_too_large');
      expect(await upsert('e'.repeat(2_100))).toBeUndefined();
    });
  });
}

/** The data of a store's events of one type, oldest first. */
export async function eventsOf({ portal }: TestPortal, storeId: string, type: string): Promise<unknown[]> {
  const rows = await portal.db
    .selectFrom('outbox')
    .select('data')
    .where('store_id', '=', storeId)
    .where('type', '=', type as never)
    .orderBy('id')
    .execute();
  return rows.map(({ data }) => data);
}
