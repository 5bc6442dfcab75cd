import { describe, expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';
import { eventsOf } from './customers.ts';
import { setStore } from './track.ts';

export function status(running: () => TestPortal): void {
  describe('status', () => {
    test('every access value is reached by changing the store', async () => {
      const store = await running().store({ credits: 1, plan: 'growth', externalId: 'woocommerce_42' });
      const read = async () => (await store.call('getStatus')).body;
      expect(await read()).toMatchObject({
        access: 'ALLOWED',
        plan: 'growth',
        externalId: 'woocommerce_42',
        quota: { used: 0, limit: 1 },
      });
      await setStore(running(), store.storeId, { tryonEnabled: false });
      expect((await read()).access).toBe('LOCKED');
      await setStore(running(), store.storeId, { tryonEnabled: true, status: 'SUSPENDED' });
      expect((await read()).access).toBe('LOCKED');
      await setStore(running(), store.storeId, { status: 'MAINTENANCE' });
      expect((await read()).access).toBe('ERROR');
      await setStore(running(), store.storeId, { status: 'ACTIVE' });
      await store.track();
      expect(await read()).toMatchObject({ access: 'EXHAUSTED', quota: { used: 1, limit: 1 } });
      await setStore(running(), store.storeId, { overageEnabled: true });
      expect((await read()).access).toBe('ALLOWED');
    });

    test('another Genvoris plan is told of once', async () => {
      const store = await running().store({ plan: 'starter' });
      for (const _ of [1, 2]) await setStore(running(), store.storeId, { plan: 'growth' });
      expect(await eventsOf(running(), store.storeId, 'customer.plan_changed')).toEqual([
        { store_id: store.storeId, previous_plan: 'starter', plan: 'growth' },
      ]);
      expect((await store.call('getStatus')).body.plan).toBe('growth');
    });
  });
}
