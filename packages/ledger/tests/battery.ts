import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { ExternalId } from '@genvoris/contract';
import type { OrderChange, ReserveRequest, SubscriptionChange } from '@genvoris/storefront';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../src/index.ts';

import { runModel } from './model-run.ts';
import { createAt, type Job, type Place } from './place.ts';

const NOW = Date.UTC(2026, 10, 20, 10);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONTH = { since: Date.UTC(2026, 10, 1), limit: 3 };

/** A way to a database that is empty at first. */
export interface Subject {
  create(): Ledger | Promise<Ledger>;
  /** Where other processes find a database with tables of that prefix; undefined where they cannot. */
  place: ((prefix: string) => Place) | undefined;
  /** How often the model is followed; each run is some 20 operations. */
  runs: number;
}

/** What a process printed before it was killed. */
async function outputOf(program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await Promise.all([readText(child.stdout), once(child, 'exit')]);
  return text;
}

let turn = 0;
/** A name that nothing else in the run has. */
export function fresh(name: string): string {
  turn += 1;
  return `${name}-${turn}`;
}

/** A shopper whom nothing else in the run is about. */
export function newShopper(): ExternalId {
  return `wp_${fresh('shopper')}`;
}

type Paid = OrderChange & { kind: 'paid' };

export function paid(shopper: ExternalId | null, more: Partial<Paid> = {}): Paid {
  return {
    kind: 'paid',
    eventId: fresh('event'),
    orderId: fresh('order'),
    at: NOW,
    holder: shopper === null ? null : { shopper },
    totalCents: 10_000,
    grant: { source: 'credits', amount: 5, expiresAt: NOW + 30 * DAY },
    ...more,
  };
}

export function request(more: Partial<ReserveRequest> = {}): ReserveRequest {
  return { at: NOW, until: NOW + 5 * MINUTE, free: null, requestId: fresh('req'), ...more };
}

function refund(orderId: string, amountCents: number | null, at = NOW): OrderChange {
  return { kind: 'refunded', eventId: fresh('event'), orderId, refundId: fresh('refund'), amountCents, at };
}

function subscription(shopper: ExternalId, more: Partial<SubscriptionChange> = {}): SubscriptionChange {
  return {
    eventId: fresh('event'),
    subscriptionId: fresh('sub'),
    holder: { shopper },
    state: 'active',
    endsAt: null,
    begins: true,
    occurredAt: NOW,
    at: NOW,
    ...more,
  };
}

/** What every implementation has to do; each test has shoppers of its own. */
export function battery(subject: Subject): void {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await subject.create();
    await ledger.open();
  });
  afterAll(async () => {
    const { problems } = await ledger.verify({ at: NOW });
    await ledger.close();
    expect(problems).toEqual([]);
  });

  const have = (shopper: ExternalId, at = NOW) => ledger.allowance(shopper, { at, freeSince: MONTH.since });
  const credits = async (shopper: ExternalId, at = NOW) => (await have(shopper, at)).credits;
  async function held(shopper: ExternalId, more: Partial<ReserveRequest> = {}) {
    const answer = await ledger.reserve(shopper, request(more));
    if (answer.kind !== 'held') throw new Error('spent');
    return answer;
  }
  async function use(shopper: ExternalId, more: Partial<ReserveRequest> = {}) {
    const { id } = await held(shopper, more);
    await ledger.settle(id, { at: more.at ?? NOW, requestId: fresh('req') });
  }

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
      expect(await ledger.reserve(nobody, request())).toEqual({ kind: 'spent' });
      expect((await ledger.export(nobody, { at: NOW })).firstSeenAt).toBeNull();
    });

    it('is taken from a subscription, free ones, a session, then the credits that expire first', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: null } }));
      await ledger.applyOrder(
        paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: NOW + DAY } }),
      );
      await ledger.applyOrder(
        paid(shopper, { grant: { source: 'session', amount: 1, expiresAt: NOW + DAY } }),
      );
      const active = subscription(shopper);
      await ledger.applySubscription(active);
      const free = { ...MONTH, limit: 1 };
      expect(await held(shopper, { free })).toMatchObject({ source: 'subscription', remaining: null });
      await ledger.applySubscription({
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
      expect(await ledger.reserve(shopper, request({ free }))).toEqual({ kind: 'spent' });
    });

    it('counts free ones by period', async () => {
      const shopper = newShopper();
      for (let n = 0; n < 3; n += 1) await use(shopper, { free: MONTH });
      expect((await have(shopper)).freeUsed).toBe(3);
      expect(await ledger.reserve(shopper, request({ free: MONTH }))).toEqual({ kind: 'spent' });
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
      await ledger.applyOrder(paid(shopper, { grant: { source: 'session', amount: 2, expiresAt } }));
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt } }));
      await ledger.applySubscription(subscription(shopper, { endsAt: expiresAt }));
      expect(await have(shopper, expiresAt - 1)).toMatchObject({
        subscription: { state: 'active', endsAt: expiresAt },
        session: { remaining: 2, expiresAt },
        credits: 2,
      });
      const after = await have(shopper, expiresAt);
      expect(after).toMatchObject({ session: { remaining: 0, expiresAt: null }, credits: 0 });
      expect(after.subscription?.state).toBe('ended');
      expect(await ledger.reserve(shopper, request({ at: expiresAt }))).toEqual({ kind: 'spent' });
    });
  });

  describe('a hold', () => {
    it('is nobody else’s until it is settled or released', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt: null } }));
      const [first, second] = [await held(shopper), await held(shopper)];
      expect(await ledger.reserve(shopper, request())).toEqual({ kind: 'spent' });
      await ledger.release(first.id, { at: NOW });
      expect(await credits(shopper)).toBe(1);
      await ledger.settle(second.id, { at: NOW, requestId: 'a' });
      expect(await credits(shopper)).toBe(1);
    });

    it('is settled once and released once, whatever comes again', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 3, expiresAt: null } }));
      const { id } = await held(shopper);
      const settle = () => ledger.settle(id, { at: NOW, requestId: 'a' });
      await Promise.all([settle(), settle(), settle()]);
      await ledger.release(id, { at: NOW });
      expect(await credits(shopper)).toBe(2);
      const other = await held(shopper);
      await Promise.all([ledger.release(other.id, { at: NOW }), ledger.release(other.id, { at: NOW })]);
      expect(await credits(shopper)).toBe(2);
    });

    it('ends by itself, and a try-on that was made late is charged once', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 2, expiresAt: null } }));
      const { id } = await held(shopper);
      const late = NOW + 5 * MINUTE;
      expect(await credits(shopper, late - 1)).toBe(1);
      expect(await credits(shopper, late)).toBe(2);
      expect((await ledger.sweep({ at: late })).released).toBeGreaterThan(0);
      await ledger.settle(id, { at: late, requestId: 'late' });
      await ledger.settle(id, { at: late, requestId: 'late' });
      expect(await credits(shopper, late)).toBe(1);
    });

    it('that is late is charged to whatever is left, and to nobody where nothing is', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 1, expiresAt: null } }));
      const late = { at: NOW + 6 * MINUTE, until: NOW + 9 * MINUTE };
      const first = await held(shopper, { free: { ...MONTH, limit: 1 } });
      const second = await held(shopper);
      // Both ran out, and others took what was held.
      await use(shopper, { ...late, free: { ...MONTH, limit: 1 } });
      await ledger.settle(first.id, { at: late.at, requestId: 'first' });
      await ledger.settle(second.id, { at: late.at, requestId: 'second' });
      expect(await have(shopper, late.at)).toMatchObject({ freeUsed: 1, credits: 0 });
      const { history } = await ledger.account(shopper, { at: late.at, limit: 200 });
      expect(history.slice(0, 2)).toEqual([
        expect.objectContaining({ kind: 'used', amount: 0, requestId: 'second' }),
        expect.objectContaining({ kind: 'used', amount: 1, source: 'credits', requestId: 'first' }),
      ]);
      expect(history[0]).not.toHaveProperty('source');
    });

    it('that is late among others of its shopper is charged once too', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper));
      const all = await Promise.all(Array.from({ length: 3 }, () => held(shopper)));
      const at = NOW + 6 * MINUTE;
      await Promise.all(all.map(({ id }) => ledger.settle(id, { at, requestId: id })));
      expect(await credits(shopper, at)).toBe(2);
    });

    it('has one key, whatever has become of it', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper));
      const key = fresh('key');
      const all = await Promise.all(Array.from({ length: 8 }, () => held(shopper, { key })));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(await credits(shopper)).toBe(4);
      await ledger.settle(all[0]?.id ?? '', { at: NOW, requestId: 'a' });
      expect((await held(shopper, { key })).id).toBe(all[0]?.id);
      expect(await credits(shopper)).toBe(4);
      const other = newShopper();
      await ledger.applyOrder(paid(other));
      expect((await held(other, { key })).id).not.toBe(all[0]?.id);
    });

    it('that was made by key is taken over by one try-on, the oldest first', async () => {
      const shopper = newShopper();
      await ledger.applyOrder(paid(shopper));
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
      await ledger.applyOrder(paid(shopper));
      const key = fresh('key');
      const before = await held(shopper, { key: fresh('key') });
      const taken = await held(shopper, { key, adopt: true });
      expect(taken.id).toBe(before.id);
      expect((await held(shopper, { key, adopt: true })).id).toBe(before.id);
      const own = await held(shopper, { key: fresh('key'), adopt: true });
      expect((await held(shopper, { adopt: true })).id).not.toBe(own.id);
    });

    it('is refused by its id where there is none', async () => {
      await expect(ledger.settle('wp_42', { at: NOW, requestId: 'a' })).rejects.toThrow(
        'No try-on was reserved',
      );
      await expect(ledger.release(`${'a'.repeat(16)}.${'b'.repeat(16)}`, { at: NOW })).rejects.toThrow(
        'No try-on was reserved',
      );
    });
  });

  describe('an order', () => {
    it('grants once, however often and under whatever event it is paid', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      const first = await Promise.all(Array.from({ length: 40 }, () => ledger.applyOrder(order)));
      expect(first.filter(({ duplicate }) => !duplicate)).toEqual([
        { duplicate: false, outcome: 'granted', granted: 5, revoked: 0 },
      ]);
      expect(first.every(({ outcome, granted }) => outcome === 'granted' && granted === 5)).toBe(true);
      const again = await Promise.all(
        Array.from({ length: 5 }, () => ledger.applyOrder({ ...order, eventId: fresh('event') })),
      );
      expect(again.every(({ outcome, granted }) => outcome === 'recorded' && granted === 0)).toBe(true);
      expect(await credits(shopper)).toBe(5);
    });

    it('that grants nothing is recorded', async () => {
      const shopper = newShopper();
      expect(await ledger.applyOrder(paid(shopper, { grant: null }))).toMatchObject({ outcome: 'recorded' });
      expect((await ledger.account(shopper, { at: NOW, limit: 10 })).credits).toEqual([]);
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
      await ledger.applyOrder(order);
      expect(await ledger.applyOrder(refund(order.orderId, cents))).toMatchObject({ revoked });
      expect(await credits(shopper)).toBe(5 - revoked);
    });

    it('refunded in parts takes back what the parts come to, each refund once', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      await ledger.applyOrder(order);
      const third = refund(order.orderId, 3_333);
      expect(await ledger.applyOrder(third)).toMatchObject({ outcome: 'revoked', revoked: 1 });
      expect(await ledger.applyOrder({ ...third, eventId: fresh('event') })).toMatchObject({
        outcome: 'recorded',
        revoked: 0,
      });
      expect(await ledger.applyOrder(refund(order.orderId, 3_333))).toMatchObject({ revoked: 2 });
      expect(await ledger.applyOrder(refund(order.orderId, 3_334))).toMatchObject({ revoked: 2 });
      expect(await credits(shopper)).toBe(0);
    });

    it('says what a refund of the whole came to in money, where the order is known', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      expect(await ledger.applyOrder(refund(order.orderId, 1_000))).toMatchObject({ refundedCents: 1_000 });
      await ledger.applyOrder(order);
      expect(await ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ refundedCents: 9_000 });
      expect(await ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ refundedCents: 0 });
      expect(await ledger.applyOrder(refund(fresh('order'), null))).toMatchObject({ refundedCents: null });
    });

    it('keeps what is used, and what is held until it is free again', async () => {
      const shopper = newShopper();
      const order = paid(shopper);
      await ledger.applyOrder(order);
      await use(shopper);
      const [kept, freed] = [await held(shopper), await held(shopper)];
      expect(await ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ revoked: 2 });
      await ledger.settle(kept.id, { at: NOW, requestId: 'a' });
      await ledger.release(freed.id, { at: NOW });
      expect(await credits(shopper)).toBe(0);
      const { credits: all } = await ledger.account(shopper, { at: NOW, limit: 10 });
      expect(all).toMatchObject([{ granted: 5, used: 2, revoked: 3, remaining: 0 }]);
    });

    it('ends the same when refunds and cancellations come before it', async () => {
      const shopper = newShopper();
      const part = paid(shopper);
      expect(await ledger.applyOrder(refund(part.orderId, 4_000))).toMatchObject({ outcome: 'recorded' });
      expect(await ledger.applyOrder(part)).toMatchObject({ outcome: 'granted', granted: 3 });
      const whole = paid(shopper);
      await ledger.applyOrder({
        kind: 'cancelled',
        eventId: fresh('event'),
        orderId: whole.orderId,
        at: NOW,
      });
      expect(await ledger.applyOrder(whole)).toMatchObject({ outcome: 'recorded', granted: 0 });
      expect(await credits(shopper)).toBe(3);
      const { credits: all } = await ledger.account(shopper, { at: NOW, limit: 10 });
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
      await ledger.applyOrder(order);
      await ledger.applyOrder(refund(order.orderId, totalCents - 1));
      expect(await credits(shopper)).toBe(1);
    });
  });

  describe('a subscription', () => {
    it('is as the latest event says, in whatever order they come', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      const event = (state: SubscriptionChange['state'], minutes: number) =>
        ledger.applySubscription(
          subscription(shopper, { ...known, state, occurredAt: NOW + minutes * MINUTE }),
        );
      expect(await event('paused', 2)).toMatchObject({ outcome: 'subscription_changed' });
      expect(await event('active', 1)).toMatchObject({ outcome: 'ignored' });
      expect((await have(shopper)).subscription).toEqual({ state: 'paused', endsAt: null });
      await event('active', 3);
      expect((await have(shopper)).subscription?.state).toBe('active');
      expect((await ledger.export(shopper, { at: NOW })).subscription).toBe('active');
      // The end is final, even of an earlier moment.
      await event('ended', 0);
      expect(await event('active', 9)).toMatchObject({ outcome: 'ignored' });
      expect((await have(shopper)).subscription?.state).toBe('ended');
    });

    it('goes on where a renewal pauses and resumes it within one second', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      await ledger.applySubscription(subscription(shopper, { ...known, state: 'active' }));
      await ledger.applySubscription(subscription(shopper, { ...known, state: 'paused' }));
      expect((await have(shopper)).subscription?.state).toBe('active');
    });

    it('is one of several, of which an active one counts', async () => {
      const shopper = newShopper();
      await ledger.applySubscription(subscription(shopper, { endsAt: NOW + DAY }));
      await ledger.applySubscription(subscription(shopper, { state: 'ended' }));
      await ledger.applySubscription(subscription(shopper, { endsAt: NOW + 2 * DAY }));
      expect((await have(shopper)).subscription).toEqual({ state: 'active', endsAt: NOW + 2 * DAY });
      expect((await have(shopper, NOW + 3 * DAY)).subscription?.state).toBe('ended');
    });

    it('of another kind does not begin, and one that is known goes on', async () => {
      const shopper = newShopper();
      const known = { subscriptionId: fresh('sub') };
      const other = { ...known, begins: false, state: 'paused' as const, occurredAt: NOW + 1 };
      expect(await ledger.applySubscription(subscription(shopper, other))).toMatchObject({
        outcome: 'ignored',
      });
      await ledger.applySubscription(subscription(shopper, known));
      expect(await ledger.applySubscription(subscription(shopper, other))).toMatchObject({
        outcome: 'subscription_changed',
      });
      expect((await have(shopper)).subscription?.state).toBe('paused');
    });

    it('moves to whom the latest event names', async () => {
      const [before, after] = [newShopper(), newShopper()];
      const known = { subscriptionId: fresh('sub') };
      await ledger.applySubscription(subscription(before, known));
      await ledger.applySubscription(subscription(after, { ...known, occurredAt: NOW + 1 }));
      expect((await have(before)).subscription).toBeNull();
      expect((await have(after)).subscription?.state).toBe('active');
    });
  });

  describe('a guest', () => {
    it('has what was granted once a shopper claims it, refunds of before and after included', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      const guest = paid(null, { holder: { claim } });
      expect(await ledger.applyOrder(guest)).toMatchObject({ outcome: 'guest_order', granted: 0 });
      await ledger.applyOrder(refund(guest.orderId, 2_000));
      await ledger.applySubscription(subscription(shopper, { holder: { claim } }));
      const change = { eventId: fresh('event'), shopper, claim, at: NOW };
      expect(await ledger.claim(change)).toEqual({
        duplicate: false,
        outcome: 'claimed',
        granted: 4,
        revoked: 0,
      });
      expect(await ledger.claim(change)).toMatchObject({ duplicate: true, granted: 4 });
      expect(await have(shopper)).toMatchObject({ credits: 4, subscription: { state: 'active' } });
      expect(await ledger.applyOrder(refund(guest.orderId, null))).toMatchObject({ revoked: 4 });
      const { credits: all } = await ledger.account(shopper, { at: NOW, limit: 10 });
      expect(all).toMatchObject([{ orderId: guest.orderId, granted: 5, revoked: 5, remaining: 0 }]);
    });

    it('who was claimed is the shopper from then on', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      expect(await ledger.claim({ eventId: fresh('event'), shopper, claim, at: NOW })).toMatchObject({
        outcome: 'ignored',
        granted: 0,
      });
      expect(await ledger.applyOrder(paid(null, { holder: { claim } }))).toMatchObject({
        outcome: 'granted',
      });
      expect(await credits(shopper)).toBe(5);
    });

    it('without an email is written down, and nobody’s', async () => {
      const order = paid(null);
      expect(await ledger.applyOrder(order)).toMatchObject({ outcome: 'guest_order', granted: 0 });
      expect(await ledger.applyOrder(refund(order.orderId, null))).toMatchObject({ outcome: 'recorded' });
    });
  });

  describe('a shopper who is deleted', () => {
    it('is forgotten; what was held can still be settled, and the id begins from nothing', async () => {
      const [shopper, claim] = [newShopper(), fresh('claim')];
      await ledger.applyOrder(paid(shopper));
      await ledger.claim({ eventId: fresh('event'), shopper, claim, at: NOW });
      const { id } = await held(shopper);
      expect(await ledger.detach({ eventId: fresh('event'), shopper, claim, at: NOW })).toMatchObject({
        outcome: 'deleted',
      });
      await ledger.settle(id, { at: NOW, requestId: 'a' });
      expect(await credits(shopper)).toBe(0);
      expect(await ledger.reserve(shopper, request())).toEqual({ kind: 'spent' });
      expect(await ledger.export(shopper, { at: NOW })).toEqual({
        externalId: shopper,
        firstSeenAt: null,
        subscription: null,
        credits: [],
        history: [],
      });
      // The claim leads nowhere any more.
      expect(await ledger.applyOrder(paid(null, { holder: { claim } }))).toMatchObject({
        outcome: 'guest_order',
      });
      expect(await held(shopper, { free: MONTH })).toMatchObject({ source: 'free', remaining: 2 });
    });

    it('may be somebody unknown', async () => {
      expect(await ledger.detach({ eventId: fresh('event'), shopper: newShopper(), at: NOW })).toMatchObject({
        outcome: 'deleted',
      });
    });
  });

  it('records an event of another sender once, until it is forgotten', async () => {
    const event = { sender: 'genvoris', id: fresh('evt'), at: NOW };
    const all = await Promise.all(Array.from({ length: 8 }, () => ledger.recordEvent(event)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await ledger.recordEvent({ ...event, sender: 'another' })).toBe(true);
    await ledger.forgetEvent(event);
    expect(await ledger.recordEvent(event)).toBe(true);
  });

  it('tells orders and what became of them, newest first', async () => {
    const shopper = newShopper();
    const [older, newer] = [paid(shopper, { at: NOW - DAY }), paid(shopper)];
    await ledger.applyOrder(newer);
    await ledger.applyOrder(older);
    await use(shopper);
    const { credits: all, history } = await ledger.account(shopper, { at: NOW, limit: 200 });
    expect(all.map(({ orderId }) => orderId)).toEqual([newer.orderId, older.orderId]);
    expect(history.map(({ kind, orderId, amount }) => [kind, orderId, amount])).toEqual([
      ['used', newer.orderId, 1],
      ['granted', newer.orderId, 5],
      ['granted', older.orderId, 5],
    ]);
    expect(all[1]?.grantedAt).toBe(new Date(NOW - DAY).toISOString());
    const one = await ledger.account(shopper, { at: NOW, limit: 1 });
    expect([one.credits.length, one.history.length]).toEqual([1, 1]);
  });

  it('writes down what has expired', async () => {
    const shopper = newShopper();
    const order = paid(shopper, { grant: { source: 'credits', amount: 5, expiresAt: NOW + MINUTE } });
    await ledger.applyOrder(order);
    await use(shopper);
    await ledger.sweep({ at: NOW + DAY });
    const { credits: all, history } = await ledger.account(shopper, { at: NOW + DAY, limit: 200 });
    expect(all).toMatchObject([{ granted: 5, used: 1, revoked: 0, remaining: 0 }]);
    expect(history[0]).toMatchObject({
      kind: 'expired',
      amount: 4,
      orderId: order.orderId,
      at: new Date(NOW + MINUTE).toISOString(),
    });
    expect(await ledger.sweep({ at: NOW + DAY })).toEqual({ released: 0, expired: 0 });
  });

  it('forgets what others sent once it is old, and never what the shop did', async () => {
    const old = NOW - 401 * DAY;
    const [first, second, own] = [
      { sender: 'genvoris', id: fresh('event'), at: old },
      { sender: 'genvoris', id: fresh('event'), at: NOW - 399 * DAY },
      { sender: 'shop', id: fresh('event'), at: old },
    ];
    const order = paid(newShopper(), { at: old });
    await ledger.applyOrder(order);
    const isNew = async () => {
      const records = [first, second, own].map((event) => ledger.recordEvent(event));
      return [...(await Promise.all(records)), !(await ledger.applyOrder(order)).duplicate];
    };
    expect(await isNew()).toEqual([true, true, true, false]);
    expect(await isNew()).toEqual([false, false, false, false]);
    await ledger.sweep({ at: NOW });
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
      expect(await ledger.applyOrder(paid(name, { orderId: `${name}#1` }))).toMatchObject({ granted: 5 });
    for (const name of names) expect(await credits(name)).toBe(5);
  });

  it('does what the model does, whatever comes in whatever order', () => runModel(ledger, subject.runs));

  it.runIf(subject.place)(
    'is made once by ten processes at once, who share what there is; killed, they lose nothing',
    async () => {
      const place = subject.place?.('ten_') as Place;
      const shopper = newShopper();
      const order = paid(shopper, { grant: { source: 'credits', amount: 10, expiresAt: null } });
      const job: Job = { place, shopper, order, request: request(), times: 16 };
      const script = join(import.meta.dirname, 'another-process.ts');
      const outputs = await Promise.all(
        Array.from({ length: 10 }, () => outputOf(process.execPath, [script, JSON.stringify(job)])),
      );
      const told = outputs.map((text) => JSON.parse(text) as { granted: boolean; held: string[] });
      expect(told.filter(({ granted }) => granted)).toHaveLength(1);
      const ids = told.flatMap(({ held }) => held);
      expect(new Set(ids).size).toBe(10);
      expect(ids).toHaveLength(10);

      const shop = await createAt(place);
      const when = { freeSince: MONTH.since };
      const { until } = job.request;
      expect((await shop.allowance(shopper, { ...when, at: until - 1 })).credits).toBe(0);
      expect((await shop.allowance(shopper, { ...when, at: until })).credits).toBe(10);
      expect(await shop.sweep({ at: until })).toEqual({ released: 10, expired: 0 });
      expect(await shop.verify({ at: until })).toMatchObject({ accounts: 1, overdue: 0, problems: [] });
      // Tables of another prefix stay, and what is gone may be made again.
      await shop.uninstall();
      await shop.uninstall();
      await expect(shop.allowance(shopper, { ...when, at: until })).rejects.toThrow('ten_genvoris_customers');
      await shop.open();
      expect((await shop.allowance(shopper, { ...when, at: until })).credits).toBe(0);
      await shop.close();
      await ledger.verify();
    },
  );

  it('lets exactly as many of 64 at once pass as there are credits', async () => {
    const shopper = newShopper();
    await ledger.applyOrder(paid(shopper, { grant: { source: 'credits', amount: 10, expiresAt: null } }));
    const others = await Promise.all(Array.from({ length: subject.place ? 3 : 0 }, () => subject.create()));
    const all = [ledger, ...others];
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => (all[n % all.length] as Ledger).reserve(shopper, request())),
    );
    await Promise.all(others.map((each) => each.close()));
    expect(answers.filter(({ kind }) => kind === 'held')).toHaveLength(10);
    expect(await credits(shopper)).toBe(0);
  });
}
