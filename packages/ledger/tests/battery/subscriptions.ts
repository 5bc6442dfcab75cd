import type { SubscriptionChange } from '@genvoris/storefront';
import { describe, expect, it } from 'vitest';
import { type Bench, DAY, fresh, MINUTE, NOW, newShopper, subscription } from './bench.ts';

/** How subscriptions stand. */
export function subscriptions(bench: Bench): void {
  const { have } = bench;

  describe('a subscription', () => {
    it('is as the latest event says, in whatever order they come', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      const event = (state: SubscriptionChange['state'], minutes: number) =>
        bench.ledger.applySubscription(
          subscription(shopper, { ...known, state, occurredAt: NOW + minutes * MINUTE }),
        );
      expect(await event('paused', 2)).toMatchObject({ outcome: 'subscription_changed' });
      expect(await event('active', 1)).toMatchObject({ outcome: 'ignored' });
      expect((await have(shopper)).subscription).toEqual({ state: 'paused', endsAt: null });
      await event('active', 3);
      expect((await have(shopper)).subscription?.state).toBe('active');
      expect((await bench.ledger.export(shopper, { at: NOW })).subscription).toBe('active');
      // The end is final, even of an earlier moment.
      await event('ended', 0);
      expect(await event('active', 9)).toMatchObject({ outcome: 'ignored' });
      expect((await have(shopper)).subscription?.state).toBe('ended');
    });

    it('goes on where a renewal pauses and resumes it within one second', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      await bench.ledger.applySubscription(subscription(shopper, { ...known, state: 'active' }));
      await bench.ledger.applySubscription(subscription(shopper, { ...known, state: 'paused' }));
      expect((await have(shopper)).subscription?.state).toBe('active');
    });

    it('is one of several, of which an active one counts', async () => {
      const shopper = newShopper();
      await bench.ledger.applySubscription(subscription(shopper, { endsAt: NOW + DAY }));
      await bench.ledger.applySubscription(subscription(shopper, { state: 'ended' }));
      await bench.ledger.applySubscription(subscription(shopper, { endsAt: NOW + 2 * DAY }));
      expect((await have(shopper)).subscription).toEqual({ state: 'active', endsAt: NOW + 2 * DAY });
      expect((await have(shopper, NOW + 3 * DAY)).subscription?.state).toBe('ended');
    });

    it('of another kind does not begin, and one that is known goes on', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      const other = { ...known, begins: false, state: 'paused' as const, occurredAt: NOW + 1 };
      expect(await bench.ledger.applySubscription(subscription(shopper, other))).toMatchObject({
        outcome: 'ignored',
      });
      await bench.ledger.applySubscription(subscription(shopper, known));
      expect(await bench.ledger.applySubscription(subscription(shopper, other))).toMatchObject({
        outcome: 'subscription_changed',
      });
      expect((await have(shopper)).subscription?.state).toBe('paused');
    });

    it('moves to whom the latest event names', async () => {
      const [before, after] = [newShopper(), newShopper()];
      const known = { subscriptionId: fresh('sub') };
      await bench.ledger.applySubscription(subscription(before, known));
      await bench.ledger.applySubscription(subscription(after, { ...known, occurredAt: NOW + 1 }));
      expect((await have(before)).subscription).toBeNull();
      expect((await have(after)).subscription?.state).toBe('active');
    });
  });
}
