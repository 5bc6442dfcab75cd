import type { EventType } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';
import { eventsOf } from './customers.ts';
import { setStore } from './track.ts';

/** Runs last: whatever the other suites made happen was told as the contract documents it. */
export function events(running: () => TestPortal): void {
  describe('events', () => {
    test('tell every change of a plan and of a customer', async () => {
      const store = await running().store({ credits: 0 });
      const { id, planId } = await store.shopper(3);
      await store.call('updatePlan', { params: { id: planId }, body: { monthlyTryOns: 4 } });
      await store.call('updateCustomer', { params: { id }, body: { email: 'ada@shop.example' } });
      await store.call('cancelCustomer', { params: { id } });
      await store.call('disablePlan', { params: { id: planId } });
      expect(await told(store.storeId)).toEqual([
        'plan.created',
        'end_customer.created',
        'plan.updated',
        'end_customer.updated',
        'end_customer.cancelled',
        'plan.disabled',
      ]);
    });

    test('tell of another Genvoris plan once', async () => {
      const store = await running().store({ plan: 'starter' });
      for (const _ of [1, 2]) await setStore(running(), store.storeId, { plan: 'growth' });
      expect(await eventsOf(running(), store.storeId, 'customer.plan_changed')).toEqual([
        { store_id: store.storeId, previous_plan: 'starter', plan: 'growth' },
      ]);
      expect((await store.call('getStatus')).body.plan).toBe('growth');
    });

    test('that anything above caused are as documented', async () => {
      expect(await told()).not.toHaveLength(0);
    });
  });

  /** The types, of one store or of all, oldest first; each event is held against the contract. */
  async function told(storeId?: string): Promise<EventType[]> {
    const outbox = running().portal.db.selectFrom('outbox').select(['id', 'type', 'created_at', 'data']);
    const rows = await (storeId === undefined ? outbox : outbox.where('store_id', '=', storeId))
      .orderBy('id')
      .execute();
    const wrong = rows.flatMap(({ id, type, created_at, data }) => {
      const result = validateEvent(type, { id, type, created: created_at.toISOString(), data });
      return result.ok ? [] : [{ type, data, errors: result.errors }];
    });
    expect(wrong).toEqual([]);
    return rows.map(({ type }) => type);
  }
}
