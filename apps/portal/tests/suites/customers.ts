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

    test.each([
      ['dots alone', ['.', '..']],
      ['blanks alone', [' ', '\u00a0', '\u3000 ']],
      ['a control character', ['wp_1\n', '\twp_1', 'wp\u0000', 'wp_\u007f', '\ufeffwp_1']],
      ["an id of the portal's kind", ['ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B', 'ec_abcdefgh']],
      ['what is too long', ['x'.repeat(256), '\u{1f600}'.repeat(256)]],
      ['half of a surrogate pair', ['wp_\ud83d']],
    ])('an id that could not be found again is refused: %s', async (_, ids) => {
      const store = await running().store();
      const { id } = (await store.call('upsertCustomer', { body: { externalId: 'wp_1' } })).body;
      for (const own of ids) {
        const customer = await store.call('upsertCustomer', { body: { externalId: own } });
        const grant = await store.call('createGrant', {
          params: { id },
          body: { orderId: own, amount: 1 },
        });
        expect([customer.status, Object.keys(customer.body.fieldErrors)]).toEqual([400, ['/externalId']]);
        expect([grant.status, Object.keys(grant.body.fieldErrors)]).toEqual([400, ['/orderId']]);
      }
    });

    test('every other id leads back to its customer and its order, as it was given', async () => {
      const store = await running().store();
      const ids = [
        ...[
          '...',
          '.a',
          'a/b',
          '/',
          '//',
          'a/../b',
          '../x',
          'a?b#c',
          '%2F',
          '%2e%2e',
          '50%',
          '%',
          '%zz',
          '+',
          'a b',
        ],
        ...[
          ' wp_1',
          'wp_1 ',
          'wp_1',
          'WP_1',
          '\\',
          '"',
          "'",
          ';',
          ':',
          '*',
          '@',
          '&=',
          '~',
          '-',
          '0',
          'null',
          '__proto__',
        ],
        ...[
          '\u00e9',
          'e\u0301',
          '\u200b',
          '\u202ea',
          '\u{1f600}'.repeat(255),
          'x'.repeat(255),
          'ec_',
          'ec_a-b-c-d-e',
        ],
      ];
      const made = new Set<string>();
      for (const externalId of ids) {
        const { status, body } = await store.call('upsertCustomer', { body: { externalId } });
        expect([externalId, status]).toEqual([externalId, 201]);
        made.add(body.id);
        const params = { id: externalId };
        expect((await store.call('getCustomer', { params })).body).toMatchObject({ id: body.id, externalId });
        const grant = await store.call('createGrant', { params, body: { orderId: externalId, amount: 1 } });
        expect([externalId, grant.status]).toEqual([externalId, 201]);
        const revoked = await store.call('revokeGrant', { params: { id: externalId, orderId: externalId } });
        expect(revoked.body).toMatchObject({ orderId: externalId, remaining: 0 });
      }
      expect(made.size).toBe(ids.length);
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
