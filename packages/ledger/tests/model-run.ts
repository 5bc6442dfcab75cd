import type { ExternalId } from '@genvoris/contract';
import type { Held, OrderChange, SubscriptionChange } from '@genvoris/storefront';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Ledger } from '../src/index.ts';
import { Model } from './model.ts';

const NOW = Date.UTC(2026, 10, 20, 10);
const SINCE = Date.UTC(2026, 10, 1);
const MINUTE = 60_000;

const pick = (n: number) => fc.integer({ min: 0, max: n - 1 });
const minutes = (most: number) => fc.integer({ min: 1, max: most }).map((n) => n * MINUTE);
const holder = fc.oneof(
  { weight: 3, arbitrary: fc.record({ shopper: pick(2) }) },
  fc.record({ claim: pick(2) }),
  fc.constant(null),
);
const grant = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      source: fc.constantFrom('credits' as const, 'session' as const),
      amount: fc.integer({ min: 1, max: 5 }),
      lasts: fc.option(minutes(40)),
    }),
  },
  fc.constant(null),
);
const key = fc.option(pick(3), { nil: undefined });

const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('paid' as const), order: pick(4), holder, grant }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refunded' as const),
      order: pick(4),
      refund: pick(3),
      cents: fc.option(fc.integer({ min: 0, max: 1_200 })),
    }),
  },
  fc.record({ kind: fc.constant('cancelled' as const), order: pick(4) }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('subscription' as const),
      subscription: pick(2),
      holder,
      state: fc.constantFrom('active' as const, 'active' as const, 'paused' as const, 'ended' as const),
      begins: fc.boolean(),
      occurred: pick(4),
      lasts: fc.option(minutes(10)),
    }),
  },
  fc.record({ kind: fc.constant('claim' as const), shopper: pick(2), claim: pick(2) }),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('reserve' as const),
      shopper: pick(2),
      key,
      adopt: fc.boolean(),
      limit: fc.option(pick(3)),
      lasts: minutes(5),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('settle' as const), hold: pick(6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), hold: pick(6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: minutes(6) }) },
  fc.constant({ kind: 'sweep' as const }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), event: pick(8) }) },
  fc.record({ kind: fc.constant('detach' as const), shopper: pick(2) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Each> ? Each : never;

/** Holds the ledger to the model over random operations in random order, events that come again among them. */
export async function runModel(ledger: Ledger, runs: number): Promise<void> {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 1, maxLength: 40, size: 'max' }),
      async (operations) => {
        run += 1;
        await follow(ledger, operations, `m${run}`);
      },
    ),
    { numRuns: runs, interruptAfterTimeLimit: 20_000, endOnFailure: process.env.CI !== undefined },
  );
}

async function follow(ledger: Ledger, operations: readonly Operation[], run: string): Promise<void> {
  const model = new Model();
  const shoppers = [0, 1].map((n): ExternalId => `wp_${run}-${n}`);
  const shopper = (n: number) => shoppers[n] as ExternalId;
  const claim = (n: number) => `${run}-claim-${n}`;
  const held: { id: string; modelled: ReturnType<Model['reserve']> }[] = [];
  const events: { send: () => Promise<object>; was: object }[] = [];
  let at = NOW;
  let count = 0;

  const toHolder = (of: { shopper: number } | { claim: number } | null) =>
    of === null ? null : 'shopper' in of ? { shopper: shopper(of.shopper) } : { claim: claim(of.claim) };

  async function tell(send: () => Promise<object>, expected: object): Promise<void> {
    const was = await send();
    expect(was).toMatchObject({ duplicate: false, ...expected });
    events.push({ send, was });
  }

  for (const each of operations) {
    count += 1;
    const base = { eventId: `${run}-${count}`, at };
    switch (each.kind) {
      case 'paid': {
        const { grant: of } = each;
        const change: OrderChange = {
          ...base,
          kind: 'paid',
          orderId: `${run}-order-${each.order}`,
          holder: toHolder(each.holder),
          totalCents: 1_000,
          grant: of && {
            source: of.source,
            amount: of.amount,
            expiresAt: of.lasts === null ? null : at + of.lasts,
          },
        };
        await tell(() => ledger.applyOrder(change), model.order(change));
        break;
      }
      case 'refunded':
      case 'cancelled': {
        const orderId = `${run}-order-${each.order}`;
        const change: OrderChange =
          each.kind === 'cancelled'
            ? { ...base, kind: 'cancelled', orderId }
            : { ...base, kind: 'refunded', orderId, refundId: `${each.refund}`, amountCents: each.cents };
        await tell(() => ledger.applyOrder(change), model.order(change));
        break;
      }
      case 'subscription': {
        const change: SubscriptionChange = {
          ...base,
          subscriptionId: `${run}-sub-${each.subscription}`,
          holder: toHolder(each.holder),
          state: each.state,
          endsAt: each.lasts === null ? null : NOW + each.lasts,
          begins: each.begins,
          occurredAt: NOW + each.occurred,
        };
        await tell(() => ledger.applySubscription(change), { outcome: model.subscription(change) });
        break;
      }
      case 'claim': {
        const change = { ...base, shopper: shopper(each.shopper), claim: claim(each.claim) };
        await tell(() => ledger.claim(change), model.claim(change.shopper, change.claim, at));
        break;
      }
      case 'detach': {
        const change = { ...base, shopper: shopper(each.shopper) };
        model.detach(change.shopper, `gone-${count}`);
        await tell(() => ledger.detach(change), { outcome: 'deleted' });
        break;
      }
      case 'reserve': {
        const owner = shopper(each.shopper);
        const free = each.limit === null ? null : { since: SINCE, limit: each.limit };
        const request = {
          at,
          until: at + each.lasts,
          free,
          adopt: each.adopt,
          requestId: `r${count}`,
          ...(each.key !== undefined && { key: `${each.key}` }),
        };
        const answer = await ledger.reserve(owner, request);
        const modelled = model.reserve(owner, request, answer.kind === 'held' ? answer.id : '');
        const source =
          typeof modelled?.source === 'object' ? modelled.source.paid?.grant?.source : modelled?.source;
        const expected: Held | { kind: 'spent' } = modelled
          ? {
              kind: 'held',
              id: modelled.id,
              source: source as Held['source'],
              remaining: model.remaining(owner, at, free),
            }
          : { kind: 'spent' };
        expect(answer).toEqual(expected);
        if (modelled) held.push({ id: modelled.id, modelled });
        break;
      }
      case 'settle':
      case 'release': {
        const hold = held[each.hold % Math.max(1, held.length)];
        if (!hold?.modelled) break;
        model[each.kind](hold.modelled, at);
        await ledger[each.kind](hold.id, { at, requestId: `r${count}` });
        break;
      }
      case 'wait':
        at += each.ms;
        break;
      case 'sweep':
        await ledger.sweep({ at });
        break;
      case 'again': {
        const event = events[each.event % Math.max(1, events.length)];
        if (event) expect(await event.send()).toEqual({ ...event.was, duplicate: true });
        break;
      }
    }
    for (const owner of shoppers)
      expect(await ledger.allowance(owner, { at, freeSince: SINCE })).toEqual(
        model.allowance(owner, at, SINCE),
      );
  }
}
