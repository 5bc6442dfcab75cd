import type { EventType } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import { toEnvelope } from '../../src/domain/outbox.ts';
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

    test('tell each upsert and each change of a customer, and the fields that differ', async () => {
      const store = await running().store({ credits: 0 });
      const { id, externalId } = await store.shopper(3);
      await store.call('upsertCustomer', { body: { externalId } });
      await store.call('updateCustomer', {
        params: { id },
        body: { metadata: null, email: 'ada@shop.example' },
      });
      await store.call('updateCustomer', { params: { id }, body: { status: 'CANCELLED', email: null } });
      expect((await told(store.storeId)).slice(2)).toEqual([
        ...Array(3).fill('end_customer.updated'),
        'end_customer.cancelled',
      ]);
      expect(await eventsOf(running(), store.storeId, 'end_customer.updated')).toMatchObject([
        { changed: [] },
        { changed: ['email'] },
        { changed: ['status', 'email'], customer: { status: 'CANCELLED', email: null } },
      ]);
    });

    test('tell of another plan of a shopper, or none, and not of the store’s', async () => {
      const store = await running().store({ plan: 'starter' });
      const { id, externalId, planId } = await store.shopper(3);
      const { body: other } = await store.call('createPlan', { body: { name: 'Other', monthlyTryOns: 5 } });
      await store.call('upsertCustomer', { body: { externalId, planId: other.id } });
      await store.call('updateCustomer', { params: { id }, body: { planId: null } });
      await store.call('updateCustomer', { params: { id }, body: { planId: null } });
      await setStore(running(), store.storeId, { plan: 'growth' });
      expect((await store.call('getStatus')).body.plan).toBe('growth');
      const who = { customer_id: id, external_id: externalId };
      expect(await eventsOf(running(), store.storeId, 'customer.plan_changed')).toEqual([
        { ...who, previous_plan_id: planId, plan_id: other.id },
        { ...who, previous_plan_id: other.id, plan_id: null },
      ]);
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
      const result = validateEvent(type, toEnvelope({ id, type, created_at, data }));
      return result.ok ? [] : [{ type, data, errors: result.errors }];
    });
    expect(wrong).toEqual([]);
    return rows.map(({ type }) => type);
  }
}
