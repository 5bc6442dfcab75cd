import { describe, expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';

export function plans(running: () => TestPortal): void {
  describe('plans', () => {
    test('a plan is created, read, changed and disabled', async () => {
      const store = await running().store();
      const created = await store.call('createPlan', { body: { name: 'Style club', monthlyTryOns: 100 } });
      expect(created.status).toBe(201);
      const params = { id: created.body.id };
      const changed = await store.call('updatePlan', { params, body: { monthlyTryOns: 150 } });
      expect(changed.body).toMatchObject({ name: 'Style club', monthlyTryOns: 150, active: true });
      expect((await store.call('disablePlan', { params })).status).toBe(204);
      expect((await store.call('disablePlan', { params })).status).toBe(204);
      expect((await store.call('getPlan', { params })).body.active).toBe(false);
    });

    test('posting the same externalId again leaves one plan, unchanged where nothing is given', async () => {
      const store = await running().store();
      const first = { externalId: 'unlock-5', name: 'Five', monthlyTryOns: 5, externalPriceId: 'price_1' };
      const created = await store.call('createPlan', { body: first });
      const { externalPriceId: _, ...second } = { ...first, name: 'Five earned' };
      const again = await store.call('createPlan', { body: second });
      expect([created.status, again.status]).toEqual([201, 200]);
      expect(again.body).toMatchObject({
        id: created.body.id,
        name: 'Five earned',
        externalPriceId: 'price_1',
      });
      expect((await store.call('listPlans')).body.data).toHaveLength(1);
    });

    test('disabled plans are listed only on request', async () => {
      const store = await running().store();
      await store.call('createPlan', { body: { name: 'Old', monthlyTryOns: 5, active: false } });
      expect((await store.call('listPlans')).body.data).toHaveLength(0);
      const all = await store.call('listPlans', { query: { include_inactive: 'true' } });
      expect(all.body.data).toHaveLength(1);
    });

    test('pages go on where they stopped, whatever is added meanwhile', async () => {
      const store = await running().store();
      for (const n of [1, 2, 3, 4, 5]) {
        await store.call('createPlan', { body: { name: `Plan ${n}`, monthlyTryOns: n } });
      }
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = cursor === null ? { limit: '2' } : { limit: '2', cursor };
        const { body } = await store.call('listPlans', { query });
        names.push(...body.data.map(({ name }: { name: string }) => name));
        cursor = body.next_cursor;
        await store.call('createPlan', { body: { name: 'Added meanwhile', monthlyTryOns: 1 } });
      } while (cursor !== null);
      expect(names).toEqual(['Plan 5', 'Plan 4', 'Plan 3', 'Plan 2', 'Plan 1']);
    });

    test.each([
      [{ limit: '0' }],
      [{ limit: '201' }],
      [{ limit: 'ten' }],
      [{ cursor: 'made-up' }],
      [{ cursor: Buffer.from('ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0A').toString('base64url') }],
      [{ include_inactive: 'yes' }],
    ])('a list refuses %j', async (query) => {
      const store = await running().store();
      expect((await store.call('listPlans', { query })).body.error).toBe('invalid_body');
    });
  });
}
