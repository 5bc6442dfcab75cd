import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debitBatch } from '../../src/domain/debits/statement.ts';
import { addPack } from '../../src/domain/stores/packs.ts';
import { newId } from '../../src/foundation/ids.ts';
import { type Model, newModel, type Shopper } from '../kit/quota-model.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

const HOUR_MS = 3_600_000;

type Step =
  | { readonly do: 'debit'; readonly by: readonly (0 | 1 | null)[]; readonly fail: readonly boolean[] }
  | { readonly do: 'grant'; readonly to: 0 | 1; readonly amount: number; readonly hours: number | null }
  | { readonly do: 'revoke'; readonly order: number }
  | { readonly do: 'plan'; readonly of: 0 | 1; readonly tryOns: number }
  | { readonly do: 'reset'; readonly of: 0 | 1 }
  | { readonly do: 'status'; readonly of: 0 | 1; readonly status: 'ACTIVE' | 'PAUSED' }
  | { readonly do: 'pack'; readonly amount: number; readonly hours: number | null }
  | { readonly do: 'wait'; readonly hours: number };

const who = fc.constantFrom(0 as const, 1 as const);
const hours = fc.option(fc.integer({ min: 1, max: 900 }), { nil: null });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('debit' as const),
      by: fc.array(fc.constantFrom(0 as const, 1 as const, null), { minLength: 1, maxLength: 8 }),
      fail: fc.array(
        fc.boolean().map((yes) => yes && false),
        { minLength: 8, maxLength: 8 },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      to: who,
      amount: fc.integer({ min: 1, max: 6 }),
      hours,
    }),
  },
  fc.record({ do: fc.constant('revoke' as const), order: fc.nat(5) }),
  fc.record({ do: fc.constant('plan' as const), of: who, tryOns: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ do: fc.constant('reset' as const), of: who }),
  fc.record({
    do: fc.constant('status' as const),
    of: who,
    status: fc.constantFrom('ACTIVE' as const, 'PAUSED' as const),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pack' as const), amount: fc.integer({ min: 1, max: 9 }), hours }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 800 }) }),
  },
);

export function model(running: () => TestPortal): void {
  describe('quota, grants, packs and periods', () => {
    test('do in batches what a model does one by one', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async (steps) => {
          const run = await startRun(running());
          for (const each of steps) await take(run, each);
        }),
        { numRuns: Number(process.env.FC_RUNS ?? 20) },
      );
    });
  });
}

interface Run {
  readonly test: TestPortal;
  readonly store: TestStore;
  readonly model: Model;
  readonly people: readonly { id: string; planId: string; jti: string; shopper: Shopper }[];
}

async function startRun(test: TestPortal): Promise<Run> {
  const store = await test.store({ credits: 0 });
  const model = newModel();
  const people = [];
  for (const tryOns of [3, 5]) {
    const { id, planId, token } = await store.shopper(tryOns);
    const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const { body } = await store.call('getCustomer', { params: { id } });
    people.push({ id, planId, jti, shopper: model.addShopper(tryOns, new Date(body.periodStart)) });
  }
  return { test, store, model, people };
}

async function take(run: Run, step: Step): Promise<void> {
  const { test, store, model } = run;
  const person = (n: 0 | 1) => {
    const found = run.people[n];
    if (!found) throw new Error('nobody');
    return found;
  };
  const later = (after: number | null) =>
    after === null ? null : new Date(test.clock.now().getTime() + after * HOUR_MS);
  switch (step.do) {
    case 'wait':
      test.clock.advance(step.hours * HOUR_MS);
      return;
    case 'pack': {
      const expiresAt = later(step.hours);
      const pack = { storeId: store.storeId, kind: 'gift', amount: step.amount, expiresAt } as const;
      await test.portal.db.transaction().execute((trx) => addPack(trx, pack, test.clock.now()));
      model.packs.push({ left: step.amount, expiresAt });
      return;
    }
    case 'grant': {
      const expiresAt = later(step.hours);
      const orderId = `o${model.orders.length}`;
      const { id, shopper } = person(step.to);
      const body = { orderId, amount: step.amount, expiresAt: expiresAt?.toISOString() ?? null };
      await store.call('createGrant', { params: { id }, body });
      model.orders.push({ shopper, grant: shopper.addGrant(step.amount, expiresAt) });
      return;
    }
    case 'revoke': {
      const order = model.orders[step.order];
      const owner = run.people.find(({ shopper }) => shopper === order?.shopper);
      if (!order || !owner) return;
      await store.call('revokeGrant', { params: { id: owner.id, orderId: `o${step.order}` } });
      order.grant.left = 0;
      return;
    }
    case 'plan':
      await store.call('updatePlan', {
        params: { id: person(step.of).planId },
        body: { monthlyTryOns: step.tryOns },
      });
      person(step.of).shopper.planLimit = step.tryOns;
      return;
    case 'reset': {
      const { id, shopper } = person(step.of);
      const { body } = await store.call('updateCustomer', { params: { id }, body: { resetPeriod: true } });
      shopper.reset(new Date(body.periodStart));
      return;
    }
    case 'status':
      await store.call('updateCustomer', {
        params: { id: person(step.of).id },
        body: { status: step.status },
      });
      person(step.of).shopper.paused = step.status === 'PAUSED';
      return;
    case 'debit':
      await debitAndCompare(run, step.by);
  }
}

async function debitAndCompare(
  { test, store, model, people }: Run,
  by: readonly (0 | 1 | null)[],
): Promise<void> {
  const now = test.clock.now();
  const report = {
    product_type: 'a',
    product_title: null,
    page_url: null,
    origin: null,
    variation_count: 1,
    generation_time_ms: 1,
  };
  const requests = by.map((n) => {
    const person = n === null ? undefined : people[n];
    const session = person && { customerId: person.id, jti: person.jti };
    const tryonId = newId('try_', now);
    return {
      tryonId,
      storeId: store.storeId,
      keyId: store.keyId,
      keyRevision: 1,
      session,
      success: true,
      report,
    };
  });
  const results = await debitBatch(test.portal.database.runDedicated, requests, now);
  const expected = by.map((n) => model.debit(n === null ? undefined : people[n]?.shopper, now));
  expect(
    results.map(({ outcome, remainingCredits, quota }) => ({ outcome, remainingCredits, quota })),
  ).toEqual(expected);
  for (const { id, shopper } of people) {
    const { data } = (await store.call('getCustomerUsage', { params: { id } })).body;
    const { used, limit, remaining } = shopper.usage(now);
    expect(data.current).toMatchObject({ used, limit, remaining });
  }
}
