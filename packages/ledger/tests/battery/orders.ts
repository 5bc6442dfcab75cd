import { describe, expect, it } from 'vitest';
import { type Bench, fresh, NOW, newShopper, paid, refund } from './bench.ts';

/** What orders bring, and what is taken back. */
export function orders(bench: Bench): void {
  const { credits, held, use } = bench;

  describe('an order', () => {
    it('grants once, however often and under whatever event it is paid', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      const first = await Promise.all(Array.from({ length: 40 }, () => bench.ledger.applyOrder(order)));
      expect(first.filter(({ duplicate }) => !duplicate)).toEqual([
        { duplicate: false, outcome: 'granted', granted: 5, revoked: 0 },
      ]);
      expect(first.every(({ outcome, granted }) => outcome === 'granted' && granted === 5)).toBe(true);
      const again = await Promise.all(
        Array.from({ length: 5 }, () => bench.ledger.applyOrder({ ...order, eventId: fresh('event') })),
      );
      expect(again.every(({ outcome, granted }) => outcome === 'recorded' && granted === 0)).toBe(true);
      expect(await credits(shopper)).toBe(5);
    });

    it('that grants nothing is recorded', async () => {
      const shopper = newShopper();
      expect(await bench.ledger.applyOrder(paid(shopper, { grant: null }))).toMatchObject({
        outcome: 'recorded',
      });
      expect((await bench.ledger.account(shopper, { at: NOW, limit: 10 })).credits).toEqual([]);
    });

    it.each([
      ['a part, rounded for the shopper', 3_333, 1],
      ['the whole', 10_000, 5],
      ['more than the whole', 12_000, 5],
      ['all that was paid', null, 5],
      ['nothing', 0, 0],
    ])('refunded by %s takes that much back', async (_, cents, revoked) => {
      const shopper = newShopper();
      const order = paid(shopper);
      await bench.ledger.applyOrder(order);
      expect(await bench.ledger.applyOrder(refund(order.orderId, cents))).toMatchObject({ revoked });
      expect(await credits(shopper)).toBe(5 - revoked);
    });

    it('refunded in parts takes back what the parts come to, each refund once', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      await bench.ledger.applyOrder(order);
      const third = refund(order.orderId, 3_333);
      expect(await bench.ledger.applyOrder(third)).toMatchObject({ outcome: 'revoked', revoked: 1 });
      expect(await bench.ledger.applyOrder({ ...third, eventId: fresh('event') })).toMatchObject({
        outcome: 'recorded',
        revoked: 0,
      });
      expect(await bench.ledger.applyOrder(refund(order.orderId, 3_333))).toMatchObject({ revoked: 2 });
      expect(await bench.ledger.applyOrder(refund(order.orderId, 3_334))).toMatchObject({ revoked: 2 });
      expect(await credits(shopper)).toBe(0);
    });

    it('says what a refund of the whole came to in money, where the order is known', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      expect(await bench.ledger.applyOrder(refund(order.orderId, 1_000))).toMatchObject({
        refundedCents: 1_000,
      });
      await bench.ledger.applyOrder(order);
      expect(await bench.ledger.applyOrder(refund(order.orderId, null))).toMatchObject({
        refundedCents: 9_000,
      });
      expect(await bench.ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ refundedCents: 0 });
      expect(await bench.ledger.applyOrder(refund(fresh('order'), null))).toMatchObject({
        refundedCents: null,
      });
    });

    it('keeps what is used, and what is held until it is free again', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      await bench.ledger.applyOrder(order);
      await use(shopper);
      const [kept, freed] = [await held(shopper), await held(shopper)];
      expect(await bench.ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ revoked: 2 });
      await bench.ledger.settle(kept.id, { at: NOW, requestId: 'a' });
      await bench.ledger.release(freed.id, { at: NOW });
      expect(await credits(shopper)).toBe(0);
      const { credits: all } = await bench.ledger.account(shopper, { at: NOW, limit: 10 });
      expect(all).toMatchObject([{ granted: 5, used: 2, revoked: 3, remaining: 0 }]);
    });

    it('ends the same when refunds and cancellations come before it', async () => {
      const shopper = newShopper();
      const part = paid(shopper);
      expect(await bench.ledger.applyOrder(refund(part.orderId, 4_000))).toMatchObject({
        outcome: 'recorded',
      });
      expect(await bench.ledger.applyOrder(part)).toMatchObject({ outcome: 'granted', granted: 3 });
      const whole = paid(shopper);
      await bench.ledger.applyOrder({
        kind: 'cancelled',
        eventId: fresh('event'),
        orderId: whole.orderId,
        at: NOW,
      });
      expect(await bench.ledger.applyOrder(whole)).toMatchObject({ outcome: 'recorded', granted: 0 });
      expect(await credits(shopper)).toBe(3);
      const { credits: all } = await bench.ledger.account(shopper, { at: NOW, limit: 10 });
      expect(all.map(({ revoked, remaining }) => [revoked, remaining])).toEqual([
        [5, 0],
        [2, 3],
      ]);
    });

    it('of large numbers is divided exactly', async () => {
      const shopper = newShopper();
      const totalCents = Number.MAX_SAFE_INTEGER;
      const order = paid(shopper, {
        totalCents,
        grant: { source: 'credits', amount: 1_000_000, expiresAt: null },
      });
      await bench.ledger.applyOrder(order);
      await bench.ledger.applyOrder(refund(order.orderId, totalCents - 1));
      expect(await credits(shopper)).toBe(1);
    });
  });
}
