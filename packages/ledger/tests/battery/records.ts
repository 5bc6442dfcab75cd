import type { ExternalId } from '@genvoris/contract';
import { expect, it } from 'vitest';
import { type Bench, DAY, fresh, MINUTE, NOW, newShopper, paid } from './bench.ts';

/** What is written down, and for how long. */
export function records(bench: Bench): void {
  const { credits, use } = bench;

  it('records an event of another sender once, until it is forgotten', async () => {
    const event = { sender: 'genvoris', id: fresh('evt'), at: NOW };
    const all = await Promise.all(Array.from({ length: 8 }, () => bench.ledger.recordEvent(event)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await bench.ledger.recordEvent({ ...event, sender: 'another' })).toBe(true);
    await bench.ledger.forgetEvent(event);
    expect(await bench.ledger.recordEvent(event)).toBe(true);
  });

  it('tells orders and what became of them, newest first', async () => {
    const shopper = newShopper();
    const [older, newer] = [paid(shopper, { at: NOW - DAY }), paid(shopper)];
    await bench.ledger.applyOrder(newer);
    await bench.ledger.applyOrder(older);
    await use(shopper);
    const { credits: all, history } = await bench.ledger.account(shopper, { at: NOW, limit: 200 });
    expect(all.map(({ orderId }) => orderId)).toEqual([newer.orderId, older.orderId]);
    expect(history.map(({ kind, orderId, amount }) => [kind, orderId, amount])).toEqual([
      ['used', newer.orderId, 1],
      ['granted', newer.orderId, 5],
      ['granted', older.orderId, 5],
    ]);
    expect(all[1]?.grantedAt).toBe(new Date(NOW - DAY).toISOString());
    const one = await bench.ledger.account(shopper, { at: NOW, limit: 1 });
    expect([one.credits.length, one.history.length]).toEqual([1, 1]);
  });

  it('writes down what has expired', async () => {
    const shopper = newShopper();
    const order = paid(shopper, { grant: { source: 'credits', amount: 5, expiresAt: NOW + MINUTE } });
    await bench.ledger.applyOrder(order);
    await use(shopper);
    await bench.ledger.sweep({ at: NOW + DAY });
    const { credits: all, history } = await bench.ledger.account(shopper, { at: NOW + DAY, limit: 200 });
    expect(all).toMatchObject([{ granted: 5, used: 1, revoked: 0, remaining: 0 }]);
    expect(history[0]).toMatchObject({
      kind: 'expired',
      amount: 4,
      orderId: order.orderId,
      at: new Date(NOW + MINUTE).toISOString(),
    });
    expect(await bench.ledger.sweep({ at: NOW + DAY })).toEqual({ released: 0, expired: 0 });
  });

  it('forgets what others sent once it is old, and never what the shop did', async () => {
    const old = NOW - 401 * DAY;
    const [first, second, own] = [
      { sender: 'genvoris', id: fresh('event'), at: old },
      { sender: 'genvoris', id: fresh('event'), at: NOW - 399 * DAY },
      { sender: 'shop', id: fresh('event'), at: old },
    ];
    const order = paid(newShopper(), { at: old });
    await bench.ledger.applyOrder(order);
    const isNew = async () => {
      const records = [first, second, own].map((event) => bench.ledger.recordEvent(event));
      return [...(await Promise.all(records)), !(await bench.ledger.applyOrder(order)).duplicate];
    };
    expect(await isNew()).toEqual([true, true, true, false]);
    expect(await isNew()).toEqual([false, false, false, false]);
    await bench.ledger.sweep({ at: NOW });
    expect(await isNew()).toEqual([true, false, false, false]);
  });

  it('keeps names of any kind apart', async () => {
    const long = 'ü'.repeat(200);
    const names: ExternalId[] = [
      'wp_a',
      'wp_A',
      'wp_a ',
      'wp_ä',
      'wp_a\0',
      `wp_${long}1`,
      `wp_${long}2`,
      "wp_';--",
    ];
    for (const name of names)
      expect(await bench.ledger.applyOrder(paid(name, { orderId: `${name}#1` }))).toMatchObject({
        granted: 5,
      });
    for (const name of names) expect(await credits(name)).toBe(5);
  });
}
