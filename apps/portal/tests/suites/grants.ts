import { describe, expect, test } from 'vitest';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

const DAY_MS = 86_400_000;

export function grants(running: () => TestPortal): void {
  describe('grants', () => {
    const at = (ms: number) => new Date(running().clock.now().getTime() + ms).toISOString();
    const grant = (store: TestStore, id: string, body: object) =>
      store.call('createGrant', { params: { id }, body });

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
  });
}
