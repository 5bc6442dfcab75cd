import { validateEvent } from '@genvoris/contract/validators';
import { describe, expect, test } from 'vitest';
import { toEnvelope } from '../../src/domain/outbox.ts';
import { PERIOD_MS } from '../../src/domain/period.ts';
import { changeKey } from '../../src/domain/stores/api-key.ts';
import { changeStore, type StoreChange } from '../../src/domain/stores/change-store.ts';
import { addPack } from '../../src/domain/stores/packs.ts';
import type { TestPortal } from '../kit/test-portal.ts';
import { eventsOf } from './customers.ts';

const DAY_MS = 86_400_000;

export function track(running: () => TestPortal): void {
  describe('track', () => {
    test('a failed try-on is recorded and debits nothing, an empty pool or quota does not refuse it', async () => {
      const store = await running().store({ credits: 1 });
      const { token } = await store.shopper(1);
      await store.track({ token });
      const { status, body } = await store.track({ token, success: false });
      expect([status, body.remaining_credits, body.end_customer_quota]).toEqual([
        200,
        0,
        { used: 1, limit: 1, remaining: 0 },
      ]);
      expect(await eventsOf(running(), store.storeId, 'tryon.failed')).toHaveLength(1);
    });

    test('the shopper is refused before the pool, and neither is debited', async () => {
      const store = await running().store({ credits: 1 });
      const [first, second] = [await store.shopper(1), await store.shopper(2)];
      await store.track({ token: first.token });
      expect((await store.track({ token: first.token })).body).toMatchObject({
        error: 'end_customer_quota',
        reason: 'quota_exhausted',
        used: 1,
        limit: 1,
      });
      expect((await store.track({ token: second.token })).body.error).toBe('credit_limit_reached');
      const { data } = (await store.call('getCustomerUsage', { params: { id: second.id } })).body;
      expect(data.current.used).toBe(0);
    });

    test('checks come in the documented order', async () => {
      const store = await running().store({
        credits: 0,
        allowedDomains: ['shop.example', '*.shops.example'],
      });
      const other = await running().store();
      const foreign = await other.shopper(5);
      const { id, token } = await store.shopper(1);
      await store.call('updateCustomer', { params: { id }, body: { status: 'PAUSED' } });
      const error = async (options: Parameters<typeof store.track>[0]) => {
        const { body } = await store.track(options);
        return body.reason ?? body.error;
      };
      const wrongKey = { api_key: 'gvk_test_wrong' };
      const all = { origin: 'https://evil.example', token: 'x' };
      expect(await error({ ...all, secret: 'wrong', body: wrongKey })).toBe('unauthorized');
      expect(await error({ ...all, body: wrongKey })).toBe('invalid_key');
      await setStore(running(), store.storeId, { status: 'SUSPENDED' });
      expect(await error(all)).toBe('account_inactive');
      await setStore(running(), store.storeId, { status: 'ACTIVE' });
      expect(await error(all)).toBe('domain_not_allowed');
      const origin = 'https://eu.shops.example';
      expect(await error({ origin, token: 'x' })).toBe('invalid_session_token');
      expect(await error({ origin, token: foreign.token })).toBe('token_store_mismatch');
      expect(await error({ origin, token })).toBe('paused');
      await store.call('updateCustomer', { params: { id }, body: { status: 'ACTIVE' } });
      expect(await error({ origin, token })).toBe('credit_limit_reached');
    });

    test('a revoked key is refused at once, though it was just used', async () => {
      const store = await running().store();
      expect((await store.track()).status).toBe(200);
      const { portal, clock } = running();
      await changeKey(portal.db, { storeId: store.storeId, id: store.keyId, revokedAt: clock.now() });
      expect((await store.track()).body.error).toBe('invalid_key');
    });

    test('packs drain soonest-expiring first, and what expires leaves the pool', async () => {
      const store = await running().store({ credits: 5 });
      const { portal, clock } = running();
      const soon = new Date(clock.now().getTime() + DAY_MS);
      const pack = { storeId: store.storeId, kind: 'gift', amount: 3, expiresAt: soon } as const;
      await portal.db.transaction().execute((trx) => addPack(trx, pack, clock.now()));
      expect((await store.track()).body.remaining_credits).toBe(7);
      const left = async () =>
        await portal.db
          .selectFrom('packs')
          .select(['kind', 'remaining'])
          .where('store_id', '=', store.storeId)
          .orderBy('kind')
          .execute();
      expect(await left()).toEqual([
        { kind: 'gift', remaining: 2 },
        { kind: 'purchase', remaining: 5 },
      ]);
      clock.advance(2 * DAY_MS);
      expect((await store.track()).body.remaining_credits).toBe(4);
      expect(await left()).toEqual([
        { kind: 'gift', remaining: 0 },
        { kind: 'purchase', remaining: 4 },
      ]);
    });

    test("the store's period renews its allowance; an unspent one is not carried over", async () => {
      const store = await running().store({ credits: 0, planAllowance: 2 });
      await store.track();
      running().clock.advance(PERIOD_MS + 1_000);
      expect((await store.track()).body.remaining_credits).toBe(1);
    });

    test('with overage the pool may be empty', async () => {
      const store = await running().store({ credits: 1, overageEnabled: true });
      const left = [];
      for (const _ of [1, 2, 3]) left.push((await store.track()).body.remaining_credits);
      expect(left).toEqual([0, 0, 0]);
      const status = await store.call('getStatus');
      expect(status.body).toMatchObject({ access: 'ALLOWED', quota: { used: 3, limit: 1 } });
    });

    test('every event that debits send is as documented', async () => {
      const store = await running().store({ credits: 6, lowBalanceThreshold: 2 });
      const { token } = await store.shopper(5);
      for (const _ of [1, 2, 3, 4, 5, 6]) await store.track({ token });
      // A repeat is answered, and not told of again.
      for (const _ of [1, 2]) await store.track({ token, idempotencyKey: 'refused' });
      await store.track();
      await store.track({ success: false });
      const rows = await running()
        .portal.db.selectFrom('outbox')
        .select(['id', 'type', 'created_at', 'data'])
        .where('store_id', '=', store.storeId)
        .execute();
      const counts: Record<string, number> = {};
      for (const { id, type, created_at, data } of rows) {
        counts[type] = (counts[type] ?? 0) + 1;
        expect(validateEvent(type, toEnvelope({ id, type, created_at, data }))).toEqual({
          ok: true,
        });
      }
      expect(counts).toMatchObject({
        'tryon.completed': 6,
        'tryon.failed': 1,
        'end_customer.quota_warning': 1,
        'end_customer.quota_exhausted': 2,
        'customer.quota_exhausted': 2,
        'credit.low_balance': 1,
      });
      const [refused] = await eventsOf(running(), store.storeId, 'customer.quota_exhausted');
      expect(refused).toMatchObject({ used: 5, limit: 5, remaining: 0 });
      expect(await eventsOf(running(), store.storeId, 'end_customer.quota_exhausted')).toContainEqual(
        refused,
      );
    });
  });
}

export async function setStore(
  { portal, clock }: TestPortal,
  storeId: string,
  change: StoreChange,
): Promise<void> {
  await portal.db.transaction().execute((trx) => changeStore(trx, storeId, change, clock.now()));
}
