import { describe, expect, it } from 'vitest';
import { type Bench, fresh, MINUTE, MONTH, NOW, newShopper, paid, request } from './bench.ts';

/** What a hold holds, and for how long. */
export function holds(bench: Bench): void {
  const { have, credits, held, use } = bench;

  describe('a hold', () => {
    it('is nobody else’s until it is settled or released', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt: null } }),
      );
      const [first, second] = [await held(shopper), await held(shopper)];
      expect(await bench.ledger.reserve(shopper, request())).toEqual({ kind: 'spent' });
      await bench.ledger.release(first.id, { at: NOW });
      expect(await credits(shopper)).toBe(1);
      await bench.ledger.settle(second.id, { at: NOW, requestId: 'a' });
      expect(await credits(shopper)).toBe(1);
    });

    it('is settled once and released once, whatever comes again', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 3, expiresAt: null } }),
      );
      const { id } = await held(shopper);
      const settle = () => bench.ledger.settle(id, { at: NOW, requestId: 'a' });
      await Promise.all([settle(), settle(), settle()]);
      await bench.ledger.release(id, { at: NOW });
      expect(await credits(shopper)).toBe(2);
      const other = await held(shopper);
      await Promise.all([
        bench.ledger.release(other.id, { at: NOW }),
        bench.ledger.release(other.id, { at: NOW }),
      ]);
      expect(await credits(shopper)).toBe(2);
    });

    it('ends by itself, and a try-on that was made late is charged once', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt: null } }),
      );
      const { id } = await held(shopper);
      const late = NOW + 5 * MINUTE;
      expect(await credits(shopper, late - 1)).toBe(1);
      expect(await credits(shopper, late)).toBe(2);
      expect((await bench.ledger.sweep({ at: late })).released).toBeGreaterThan(0);
      await bench.ledger.settle(id, { at: late, requestId: 'late' });
      await bench.ledger.settle(id, { at: late, requestId: 'late' });
      expect(await credits(shopper, late)).toBe(1);
    });

    it('that is late is charged to whatever is left, and to nobody where nothing is', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: null } }),
      );
      const late = { at: NOW + 6 * MINUTE, until: NOW + 9 * MINUTE };
      const first = await held(shopper, { free: { ...MONTH, limit: 1 } });
      const second = await held(shopper);
      // Both ran out, and others took what was held.
      await use(shopper, { ...late, free: { ...MONTH, limit: 1 } });
      await bench.ledger.settle(first.id, { at: late.at, requestId: 'first' });
      await bench.ledger.settle(second.id, { at: late.at, requestId: 'second' });
      expect(await have(shopper, late.at)).toMatchObject({ freeUsed: 1, credits: 0 });
      const { history } = await bench.ledger.account(shopper, { at: late.at, limit: 200 });
      expect(history.slice(0, 2)).toEqual([
        expect.objectContaining({ kind: 'used', amount: 0, requestId: 'second' }),
        expect.objectContaining({ kind: 'used', amount: 1, source: 'credits', requestId: 'first' }),
      ]);
      expect(history[0]).not.toHaveProperty('source');
    });

    it('that is late among others of its shopper is charged once too', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(paid(shopper));
      const all = await Promise.all(Array.from({ length: 3 }, () => held(shopper)));
      const at = NOW + 6 * MINUTE;
      await Promise.all(all.map(({ id }) => bench.ledger.settle(id, { at, requestId: id })));
      expect(await credits(shopper, at)).toBe(2);
    });

    it('has one key, whatever has become of it', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(paid(shopper));
      const key = fresh('key');
      const all = await Promise.all(Array.from({ length: 8 }, () => held(shopper, { key })));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(await credits(shopper)).toBe(4);
      await bench.ledger.settle(all[0]?.id ?? '', { at: NOW, requestId: 'a' });
      expect((await held(shopper, { key })).id).toBe(all[0]?.id);
      expect(await credits(shopper)).toBe(4);
      const other = newShopper();
      await bench.ledger.applyOrder(paid(other));
      expect((await held(other, { key })).id).not.toBe(all[0]?.id);
    });

    it('that was made by key is taken over by one try-on, the oldest first', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(paid(shopper));
      const first = await held(shopper, { key: fresh('key') });
      const second = await held(shopper, { key: fresh('key') });
      await held(shopper);
      const until = NOW + 9 * MINUTE;
      const adopt = { adopt: true, until } as const;
      expect((await have(shopper)).held).toBe(2);
      expect((await held(shopper, adopt)).id).toBe(first.id);
      expect((await held(shopper, adopt)).id).toBe(second.id);
      expect(await have(shopper)).toMatchObject({ credits: 2, held: 0 });
      const third = await held(shopper, adopt);
      expect([first.id, second.id]).not.toContain(third.id);
      expect(await credits(shopper)).toBe(1);
      // It lasts as long as the try-on that took it over.
      expect(await credits(shopper, until - 1)).toBe(2);
      expect(await credits(shopper, until)).toBe(5);
    });

    it('of a try-on with a key is the same when it is sent again, and no other try-on takes it over', async () => {
      const shopper = newShopper();
      await bench.ledger.applyOrder(paid(shopper));
      const key = fresh('key');
      const before = await held(shopper, { key: fresh('key') });
      const taken = await held(shopper, { key, adopt: true });
      expect(taken.id).toBe(before.id);
      expect((await held(shopper, { key, adopt: true })).id).toBe(before.id);
      const own = await held(shopper, { key: fresh('key'), adopt: true });
      expect((await held(shopper, { adopt: true })).id).not.toBe(own.id);
    });

    it('is refused by its id where there is none', async () => {
      await expect(bench.ledger.settle('wp_42', { at: NOW, requestId: 'a' })).rejects.toThrow(
        'No try-on was reserved',
      );
      await expect(bench.ledger.release(`${'a'.repeat(16)}.${'b'.repeat(16)}`, { at: NOW })).rejects.toThrow(
        'No try-on was reserved',
      );
    });
  });
}
