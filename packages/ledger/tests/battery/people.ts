import { describe, expect, it } from 'vitest';
import { type Bench, fresh, MONTH, NOW, newShopper, paid, refund, request, subscription } from './bench.ts';

/** Guests who come back, and shoppers who go. */
export function people(bench: Bench): void {
  const { have, credits, held } = bench;

  describe('a guest', () => {
    it('has what was granted once a shopper claims it, refunds of before and after included', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      const guest = paid(null, { holder: { claim } });
      expect(await bench.ledger.applyOrder(guest)).toMatchObject({ outcome: 'guest_order', granted: 0 });
      await bench.ledger.applyOrder(refund(guest.orderId, 2_000));
      await bench.ledger.applySubscription(subscription(shopper, { holder: { claim } }));
      const change = { eventId: fresh('event'), shopper, claim, at: NOW };
      expect(await bench.ledger.claim(change)).toEqual({
        duplicate: false,
        outcome: 'claimed',
        granted: 4,
        revoked: 0,
      });
      expect(await bench.ledger.claim(change)).toMatchObject({ duplicate: true, granted: 4 });
      expect(await have(shopper)).toMatchObject({ credits: 4, subscription: { state: 'active' } });
      expect(await bench.ledger.applyOrder(refund(guest.orderId, null))).toMatchObject({ revoked: 4 });
      const { credits: all } = await bench.ledger.account(shopper, { at: NOW, limit: 10 });
      expect(all).toMatchObject([{ orderId: guest.orderId, granted: 5, revoked: 5, remaining: 0 }]);
    });

    it('who was claimed is the shopper from then on', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      expect(await bench.ledger.claim({ eventId: fresh('event'), shopper, claim, at: NOW })).toMatchObject({
        outcome: 'ignored',
        granted: 0,
      });
      expect(await bench.ledger.applyOrder(paid(null, { holder: { claim } }))).toMatchObject({
        outcome: 'granted',
      });
      expect(await credits(shopper)).toBe(5);
    });

    it('without an email is written down, and nobody’s', async () => {
      const order = paid(null);
      expect(await bench.ledger.applyOrder(order)).toMatchObject({ outcome: 'guest_order', granted: 0 });
      expect(await bench.ledger.applyOrder(refund(order.orderId, null))).toMatchObject({
        outcome: 'recorded',
      });
    });
  });

  describe('a shopper who is deleted', () => {
    it('is forgotten; what was held can still be settled, and the id begins from nothing', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      await bench.ledger.applyOrder(paid(shopper));
      await bench.ledger.claim({ eventId: fresh('event'), shopper, claim, at: NOW });
      const { id } = await held(shopper);
      expect(await bench.ledger.detach({ eventId: fresh('event'), shopper, claim, at: NOW })).toMatchObject({
        outcome: 'deleted',
      });
      await bench.ledger.settle(id, { at: NOW, requestId: 'a' });
      expect(await credits(shopper)).toBe(0);
      expect(await bench.ledger.reserve(shopper, request())).toEqual({ kind: 'spent' });
      expect(await bench.ledger.export(shopper, { at: NOW })).toEqual({
        externalId: shopper,
        firstSeenAt: null,
        subscription: null,
        credits: [],
        history: [],
      });
      // The claim leads nowhere any more.
      expect(await bench.ledger.applyOrder(paid(null, { holder: { claim } }))).toMatchObject({
        outcome: 'guest_order',
      });
      expect(await held(shopper, { free: MONTH })).toMatchObject({ source: 'free', remaining: 2 });
    });

    it('may be somebody unknown', async () => {
      expect(
        await bench.ledger.detach({ eventId: fresh('event'), shopper: newShopper(), at: NOW }),
      ).toMatchObject({
        outcome: 'deleted',
      });
    });
  });
}
