import { describe, expect, test } from 'vitest';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;

export function grants(running: () => TestPortal): void {
  describe('grants', () => {
    const at = (ms: number) => new Date(running().clock.now().getTime() + ms).toISOString();
    const grant = (store: TestStore, id: string, body: object) =>
      store.call('createGrant', { params: { id }, body });

    test('one order grants once, a second adds, another customer may not have the first', async () => {
      const store = await running().store();
      const [one, other] = [await store.shopper(1), await store.shopper(1)];
      expect((await grant(store, one.id, { orderId: 'o1', amount: 5 })).status).toBe(201);
      const again = await grant(store, one.externalId, { orderId: 'o1', amount: 50 });
      expect([again.status, again.body.amount]).toEqual([200, 5]);
      expect((await grant(store, one.id, { orderId: 'o2', amount: 3 })).status).toBe(201);
      expect((await grant(store, other.id, { orderId: 'o1', amount: 5 })).body.error).toBe(
        'idempotency_conflict',
      );
      const { data } = (await store.call('getCustomerUsage', { params: { id: one.id } })).body;
      expect(data).toMatchObject({
        current: { limit: 9, remaining: 9 },
        grants: { remaining: 8, next_expires_at: null },
      });
    });

    test.each([
      ['in the past', '2020-01-01T00:00:00Z'],
      ['in a leap second', '2036-12-31T23:59:60Z'],
      ['after the year 9999, in UTC', '9999-12-31T23:59:59-12:00'],
      ['on a day that is not', '2035-02-29T00:00:00Z'],
    ])('a grant that expires %s is refused', async (_, expiresAt) => {
      const store = await running().store();
      const { id } = await store.shopper(1);
      const { status, body } = await grant(store, id, { orderId: 'o1', amount: 5, expiresAt });
      expect([status, Object.keys(body.fieldErrors)]).toEqual([400, ['/expiresAt']]);
      const leap = await grant(store, id, { orderId: 'o1', amount: 5, expiresAt: '2036-02-29T00:00:00Z' });
      expect([leap.status, leap.body.expiresAt]).toEqual([201, '2036-02-29T00:00:00.000Z']);
    });

    test('grants are spent after the plan, the soonest to expire first', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(1);
      await grant(store, id, { orderId: 'never', amount: 2 });
      await grant(store, id, { orderId: 'late', amount: 1, expiresAt: at(20 * DAY_MS) });
      await grant(store, id, { orderId: 'soon', amount: 1, expiresAt: at(10 * DAY_MS) });
      const spent = async () => {
        const rows = await running()
          .portal.db.selectFrom('grants')
          .select(['order_id', 'spent'])
          .where('store_id', '=', store.storeId)
          .execute();
        return Object.fromEntries(rows.map((row) => [row.order_id, row.spent]));
      };
      const seen = [];
      for (const _ of [1, 2, 3, 4]) {
        await store.track({ token });
        seen.push(await spent());
      }
      expect(seen).toEqual([
        { never: 0, late: 0, soon: 0 },
        { never: 0, late: 0, soon: 1 },
        { never: 0, late: 1, soon: 1 },
        { never: 1, late: 1, soon: 1 },
      ]);
    });

    test('an expired grant counts for nothing', async () => {
      const store = await running().store();
      const { id } = await store.shopper(1);
      await store.call('updateCustomer', { params: { id }, body: { planId: null } });
      await grant(store, id, { orderId: 'o1', amount: 5, expiresAt: at(DAY_MS) });
      running().clock.advance(2 * DAY_MS);
      const { body } = await store.call('createSession', { params: { id } });
      expect((await store.track({ token: body.token })).body).toMatchObject({
        error: 'end_customer_quota',
        reason: 'no_plan',
      });
      const { data } = (await store.call('getCustomerUsage', { params: { id } })).body;
      expect(data).toMatchObject({
        current: { remaining: 0, ok: false },
        grants: { remaining: 0, next_expires_at: null },
      });
      expect(
        (await grant(store, id, { orderId: 'o2', amount: 5, expiresAt: at(-1) })).body.fieldErrors,
      ).toHaveProperty('/expiresAt');
    });

    test('a refund takes back what is unspent, once and for all', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(1);
      await store.track({ token });
      await grant(store, id, { orderId: 'o1', amount: 5 });
      await store.track({ token });
      const params = { id, orderId: 'o1' };
      const revoked = await store.call('revokeGrant', { params });
      expect(revoked.body).toMatchObject({ amount: 5, spent: 1, remaining: 0 });
      running().clock.advance(1_000);
      expect((await store.call('revokeGrant', { params })).body).toEqual(revoked.body);
      expect((await grant(store, id, { orderId: 'o1', amount: 5 })).body).toEqual(revoked.body);
      expect((await store.track({ token })).body).toMatchObject({
        error: 'end_customer_quota',
        reason: 'quota_exhausted',
      });
      expect((await store.call('revokeGrant', { params: { id, orderId: 'o9' } })).status).toBe(404);
    });
  });
}
