import { describe, expect, it } from 'vitest';
import {
  type Bench,
  DAY,
  fresh,
  MINUTE,
  MONTH,
  NOW,
  newShopper,
  paid,
  request,
  subscription,
} from './bench.ts';

/** What a shopper may use. */
export function whatShoppersMayUse(bench: Bench): void {
  const { have, credits, held, use } = bench;

  describe('what a shopper may use', () => {
    it('is nothing for somebody unknown, who leaves no trace by asking', async () => {
      const nobody = newShopper();
      expect(await have(nobody)).toEqual({
        subscription: null,
        freeUsed: 0,
        session: { remaining: 0, expiresAt: null },
        credits: 0,
        held: 0,
      });
      expect(await bench.ledger.reserve(nobody, request())).toEqual({ kind: 'spent' });
      expect((await bench.ledger.export(nobody, { at: NOW })).firstSeenAt).toBeNull();
    });

    it('is taken from a subscription, free ones, a session, then the credits that expire first', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: null } }),
      );
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: NOW + DAY } }),
      );
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'session', amount: 1, expiresAt: NOW + DAY } }),
      );
      const active = subscription(shopper);
      await bench.ledger.applySubscription(active);
      const free = { ...MONTH, limit: 1 };
      expect(await held(shopper, { free })).toMatchObject({ source: 'subscription', remaining: null });
      await bench.ledger.applySubscription({
        ...active,
        eventId: fresh('event'),
        state: 'paused',
        occurredAt: NOW + 1,
      });
      expect(await held(shopper, { free })).toMatchObject({ source: 'free', remaining: 3 });
      expect(await held(shopper, { free })).toMatchObject({ source: 'session', remaining: 2 });
      expect(await held(shopper, { free })).toMatchObject({ source: 'credits', remaining: 1 });
      // The one left has no end.
      expect(await credits(shopper, NOW + 2 * DAY)).toBe(1);
      expect(await held(shopper, { free })).toMatchObject({ source: 'credits', remaining: 0 });
      expect(await bench.ledger.reserve(shopper, request({ free }))).toEqual({ kind: 'spent' });
    });

    it('counts free ones by period', async () => {
      const shopper = newShopper();
      for (let n = 0; n < 3; n += 1) await use(shopper, { free: MONTH });
      expect((await have(shopper)).freeUsed).toBe(3);
      expect(await bench.ledger.reserve(shopper, request({ free: MONTH }))).toEqual({ kind: 'spent' });
      const december = { since: Date.UTC(2026, 11, 1), limit: 3 };
      const at = december.since + 1;
      expect(await held(shopper, { free: december, at, until: at + MINUTE })).toMatchObject({
        source: 'free',
        remaining: 2,
      });
    });

    it('ends with a session, a subscription and the credits of an order', async () => {
      const shopper = newShopper();
      const expiresAt = NOW + DAY;
      await bench.ledger.applyOrder(paid(shopper, { grant: { source: 'session', amount: 2, expiresAt } }));
      await bench.ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt } }));
      await bench.ledger.applySubscription(subscription(shopper, { endsAt: expiresAt }));
      expect(await have(shopper, expiresAt - 1)).toMatchObject({
        subscription: { state: 'active', endsAt: expiresAt },
        session: { remaining: 2, expiresAt },
        credits: 2,
      });
      const after = await have(shopper, expiresAt);
      expect(after).toMatchObject({ session: { remaining: 0, expiresAt: null }, credits: 0 });
      expect(after.subscription?.state).toBe('ended');
      expect(await bench.ledger.reserve(shopper, request({ at: expiresAt }))).toEqual({ kind: 'spent' });
    });
  });
}
